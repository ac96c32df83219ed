//! The whole file on paper: facts, eligibility, household, notes, consents, documents and its story.

use super::inputs::WhichFile;
use super::model::CaseFile;
use super::queries;
use kernel::arabic::Sex;
use kernel::id::SubjectId;
use kernel::saudi::{Iban, Mobile, masked};
use kernel::{Day, Result};
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use parties::Relation;
use serde_json::{Value, json};

const FILE: Template = Template { name: "case_file", source: include_str!("papers/file.typ") };

pub fn print_file(cx: &Read<'_>, input: WhichFile) -> Result<Paper> {
    let file = queries::case_file(cx, input.party)?;
    let identity = parties::identity(cx, input.party)?;
    let story = queries::timeline(cx, input)?;
    let documents = documents::hanging_on(cx, "file", SubjectId::from_bytes(*file.party.as_bytes()))?;
    let facts = &file.facts;
    let day = |day: Option<Day>| day.map_or(Value::Null, paper::dates_json);
    let mobile = |mobile: &str| Mobile::parse(mobile).map(|mobile| mobile.shown()).unwrap_or_default();
    let sex = match facts.party.sex {
        Some(Sex::Male) => word("sex.male"),
        Some(Sex::Female) => word("sex.female"),
        None => String::new(),
    };
    let marital = words::find(&format!("beneficiaries.marital.{}", facts.party.marital_status), Language::Ar);
    let address =
        [&facts.party.region, &facts.party.governorate, &facts.party.city, &facts.party.district, &facts.party.street];
    let address: Vec<&str> = address.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let building = [&facts.party.building_no, &facts.party.additional_no, &facts.party.postal_code];
    let building: Vec<&str> = building.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let events = story.events.iter().filter(|event| !event.command.ends_with("print_file"));
    let data = json!({
        "file_no": file.file_no,
        "name": facts.party.name,
        "status": word(&format!("status.{}", file.status.name())),
        "status_since": paper::dates_json(file.status_since),
        "status_reason": file.status_reason,
        "opened_on": paper::dates_json(file.opened_on),
        "class": if facts.case.class.is_empty() { String::new() } else { word(&format!("class.{}", facts.case.class)) },
        "researcher": facts.case.researcher_name,
        "next_review_on": day(facts.case.next_review_on),
        "target_group": facts.case.target_group,
        "identity": identity.as_ref().map(|identity| json!({
            "kind": word(&format!("identity_kind.{}", identity.kind.name())),
            "number": masked(&identity.number),
            "expires_on": day(identity.expires_on),
            "checked_on": day(identity.checked_on),
            "checked_by": identity.checked_by_name,
        })),
        "sex": sex,
        "born_on": day(facts.party.born_on),
        "marital": marital.unwrap_or_else(|| facts.party.marital_status.clone()),
        "mobile": mobile(&facts.party.mobile),
        "other_mobile": mobile(&facts.party.other_mobile),
        "phone": facts.party.phone,
        "email": facts.party.email,
        "address": address.join("، "),
        "short_address": facts.party.short_address,
        "building": building.join(" - "),
        "family_size": facts.case.family_size,
        "monthly_income": facts.case.monthly_income,
        "social_security": facts.case.social_security.map(|yes| word(if yes { "yes" } else { "no" })),
        "social_security_amount": facts.case.social_security_amount,
        "iban": Iban::parse(&facts.case.iban).map(|iban| iban.shown()).unwrap_or_default(),
        "facts_note": facts.case.notes,
        "conditions": conditions(&file),
        "members": file.members.iter().map(|member| json!({
            "name": member.name,
            "relation": relation(member.relation),
            "born_on": day(member.born_on),
            "identity": member.identity_masked,
            "note": member.note,
        })).collect::<Vec<_>>(),
        "notes": file.notes.iter().map(|note| json!({
            "day": paper::dates_json(Day::in_riyadh(note.at)), "by": note.by, "text": note.text,
        })).collect::<Vec<_>>(),
        "consents": file.consents.iter().map(|consent| json!({
            "purpose": word(&format!("consent_purpose.{}", consent.purpose.name())),
            "form": word(&format!("consent_form.{}", consent.form.name())),
            "edition": consent.text_version,
            "given_on": paper::dates_json(consent.given_on),
            "withdrawn_on": day(consent.withdrawn_on),
        })).collect::<Vec<_>>(),
        "documents": documents.iter().filter(|one| one.removed_at.is_none()).map(|one| json!({
            "title": one.title,
            "kind": words::word(&format!("documents.kind.{}", one.kind.name()), Language::Ar),
            "state": words::word(&format!("documents.state.{}", one.state.name()), Language::Ar),
            "day": paper::dates_json(Day::in_riyadh(one.added_at)),
            "by": one.added_by_name,
        })).collect::<Vec<_>>(),
        "events": events.map(|event| json!({
            "day": paper::dates_json(Day::in_riyadh(event.at)),
            "what": words::word(&format!("command.{}", event.command), Language::Ar),
            "by": event.by,
            "text": event.text,
        })).collect::<Vec<_>>(),
    });
    cx.saw("file", input.party, &facts.party.name, json!({ "file_no": file.file_no }));
    paper::print(cx, &FILE, &format!("file-{}", file.file_no), &data)
}

fn word(key: &str) -> String {
    words::word(&format!("beneficiaries.{key}"), Language::Ar)
}

fn relation(relation: Relation) -> String {
    word(&format!("relation.{}", relation.name()))
}

fn conditions(file: &CaseFile) -> Vec<Value> {
    let one = |condition: &super::model::Condition| {
        let state = if condition.met { "complete".to_owned() } else { format!("gap.{}", condition.gap) };
        json!({ "name": word(&format!("condition.{}", condition.key)), "met": condition.met, "state": word(&state) })
    };
    file.conditions.iter().map(one).collect()
}
