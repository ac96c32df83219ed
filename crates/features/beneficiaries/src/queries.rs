//! What screens ask about one file.

pub use super::activate_many::activation_preview;
use super::inputs::{
    Comparison, FileEvent, FileStory, FormChoices, LikelyPeople, Researcher, RevealedIdentity, TwoFiles, WhichFile,
    WhoIsLike,
};
use super::model::{CaseFile, CaseNote, Consent, Likely, Member, Merged, Party, ShownIdentity};
pub use super::on_day::on_day;
pub use super::shelf_queries::{find, list};
use super::{likely, rules, saving, store};
use database::values;
use kernel::arabic::{Evidence, compare_people, fold};
use kernel::id::PartyId;
use kernel::saudi::masked;
use kernel::{Failure, Refusal, Result};
use office::audit::model::AuditLine;
use office::context::Read;
use office::input::Nothing;
use office::numbers::FOR_EVER;
use office::record::RecordVersion;
use serde_json::Value;

/// Lines of a story; what lies before them is in the audit trail.
const MOST_EVENTS: i64 = 300;

pub fn open(cx: &Read<'_>, input: WhichFile) -> Result<CaseFile> {
    case_file(cx, input.party)
}

/// The whole page of a file.
pub fn case_file(cx: &Read<'_>, id: PartyId) -> Result<CaseFile> {
    let party = store::party(cx, id)?;
    let file = store::file(cx, id)?;
    let conditions = rules::conditions(party.kind, &party.facts, party.identity.as_ref(), cx.today());
    let likely = if party.merged_into.is_none() { saving::likely_to(cx, &party)? } else { Vec::new() };
    Ok(CaseFile {
        party: id,
        kind: party.kind,
        record: cx.version(store::RECORD, id)?,
        next: rules::next(file.status, &conditions),
        file_no: file.file_no,
        status: file.status,
        status_since: file.status_since,
        status_reason: file.status_reason,
        opened_on: file.opened_on,
        imported: file.imported,
        identity: party.identity.as_ref().map(|identity| ShownIdentity {
            kind: identity.kind,
            masked: masked(&identity.number),
            expires_on: identity.expires_on,
            checked_on: identity.checked_on,
            checked_by: identity.checked_by_name.clone(),
            exception: identity.exception.clone(),
        }),
        facts: party.facts,
        conditions,
        members: members(cx, id)?,
        notes: notes(cx, id)?,
        consents: consents(cx, id)?,
        attachments: documents::of_party(cx, id)?,
        likely,
        merged: merged_into(cx, id)?,
        merged_into: party.merged_into,
    })
}

pub fn members(cx: &Read<'_>, id: PartyId) -> Result<Vec<Member>> {
    let mut members = cx.rows(include_str!("sql/members.sql"), values![id], |row| {
        Ok(Member {
            party: row.get("id")?,
            record: RecordVersion::default(),
            name: row.get("name")?,
            relation: row.get("kind")?,
            sex: store::sex(row)?,
            born_on: row.get("born_on")?,
            identity_masked: masked(&row.get::<String>("number")?),
            note: row.get("note")?,
            since: row.get("since")?,
            file_no: row.get("file_no")?,
        })
    })?;
    for member in &mut members {
        member.record = cx.version(store::RECORD, member.party)?;
    }
    Ok(members)
}

fn notes(db: &database::Read<'_>, id: PartyId) -> Result<Vec<CaseNote>> {
    db.rows(include_str!("sql/notes.sql"), values![id], |row| {
        Ok(CaseNote { number: row.get("number")?, at: row.get("at")?, by: row.get("by_name")?, text: row.get("text")? })
    })
}

pub fn consents(db: &database::Read<'_>, id: PartyId) -> Result<Vec<Consent>> {
    db.rows(include_str!("sql/consents.sql"), values![id], |row| {
        Ok(Consent {
            number: row.get("number")?,
            purpose: row.get("purpose")?,
            text_version: row.get("text_version")?,
            text: row.get("text")?,
            form: row.get("form")?,
            given_on: row.get("given_on")?,
            withdrawn_on: row.get("withdrawn_on")?,
            recorded_by: row.get("by_name")?,
        })
    })
}

fn merged_into(db: &database::Read<'_>, id: PartyId) -> Result<Vec<Merged>> {
    db.rows(include_str!("sql/merged.sql"), values![id], |row| {
        Ok(Merged {
            party: row.get("merged")?,
            name: row.get("name")?,
            file_no: row.get("file_no")?,
            reason: row.get("reason")?,
            at: row.get("at")?,
            by: row.get("by_name")?,
        })
    })
}

/// Shows an identity number whole; the audit trail keeps who saw it.
pub fn reveal_identity(cx: &Read<'_>, input: WhichFile) -> Result<RevealedIdentity> {
    let party = store::party(cx, input.party)?;
    let identity = party.identity.ok_or(Refusal::new(rules::IDENTITY_MISSING))?;
    let seen = serde_json::json!({ "identity": masked(&identity.number) });
    cx.saw("file", party.id, &party.facts.name, seen);
    Ok(RevealedIdentity { number: identity.number })
}

pub fn likely_duplicates(cx: &Read<'_>, input: WhoIsLike) -> Result<LikelyPeople> {
    let kept = input.party.map(|id| store::identity(cx, id)).transpose()?.flatten();
    let identity =
        if input.identity.is_empty() { kept.map(|kept| kept.number).unwrap_or_default() } else { input.identity };
    let evidence =
        Evidence { name: &input.name, born: input.born_on, mobile: &input.mobile, identity: &identity, sex: input.sex };
    Ok(LikelyPeople { people: likely::likely(cx, &evidence, input.party)? })
}

fn evidence(party: &Party) -> Evidence<'_> {
    Evidence {
        name: &party.facts.name,
        born: party.facts.born_on,
        mobile: &party.facts.mobile,
        identity: party.identity.as_ref().map_or("", |identity| identity.number.as_str()),
        sex: party.facts.sex,
    }
}

/// How alike two parties are, 0–100.
pub fn points(first: &Party, second: &Party) -> u8 {
    compare_people(&evidence(first), &evidence(second)).points
}

pub fn compare(cx: &Read<'_>, input: TwoFiles) -> Result<Comparison> {
    let (first, second) = (store::party(cx, input.first)?, store::party(cx, input.second)?);
    let comparison = compare_people(&evidence(&first), &evidence(&second));
    let shown = |party: &Party| -> Result<Likely> {
        Ok(Likely {
            party: party.id,
            file_no: store::find_file(cx, party.id)?.map(|file| file.file_no),
            name: party.facts.name.clone(),
            identity_masked: party.identity.as_ref().map(|identity| masked(&identity.number)).unwrap_or_default(),
            mobile: party.facts.mobile.clone(),
            city: party.facts.city.clone(),
            born_on: party.facts.born_on,
            points: comparison.points,
            verdict: comparison.verdict,
            same_mobile: !first.facts.mobile.is_empty() && first.facts.mobile == second.facts.mobile,
        })
    };
    let fields = |party: &Party| serde_json::to_value(&party.facts).map_err(Failure::broken);
    let (one, other) = (fields(&first)?, fields(&second)?);
    let differ = one.as_object().into_iter().flatten().filter(|(field, value)| other.get(*field) != Some(value));
    let (low, high) = if first.id < second.id { (first.id, second.id) } else { (second.id, first.id) };
    let sql = "SELECT verdict, reason FROM duplicate_verdict WHERE first = $1 AND second = $2";
    let decided =
        cx.row(sql, values![low, high], |row| Ok((row.get::<String>("verdict")?, row.get::<String>("reason")?)))?;
    let (decided, reason) = decided.map_or((None, String::new()), |(verdict, reason)| (Some(verdict), reason));
    Ok(Comparison {
        first: shown(&first)?,
        second: shown(&second)?,
        differ: differ.map(|(field, _)| field.clone()).collect(),
        first_facts: first.facts,
        second_facts: second.facts,
        decided,
        reason,
    })
}

/// The story of a file, read off the audit trail: what was done, never what was only looked at.
pub fn timeline(cx: &Read<'_>, input: WhichFile) -> Result<FileStory> {
    let event = |line: AuditLine| {
        let (before, after) = (first(line.before), first(line.after));
        let text = ["reason", "text", "title", "name"].into_iter().find_map(|key| after.get(key)?.as_str());
        let status =
            after.get("status").and_then(Value::as_str).and_then(|name| super::model::FileStatus::named(name).ok());
        FileEvent {
            at: line.at,
            by: line.person_name,
            command: line.command,
            status,
            text: text.filter(|_| before.get("name").is_none() || status.is_some()).unwrap_or_default().to_owned(),
            fields: changed_fields(&before, &after),
        }
    };
    let lines = office::audit::of_subject(cx, input.party, MOST_EVENTS)?;
    Ok(FileStory { events: lines.into_iter().map(event).collect() })
}

/// Of several changes in one line the first is the file's own.
fn first(side: Value) -> Value {
    match side {
        Value::Array(many) => many
            .into_iter()
            .next()
            .and_then(|one| {
                one.as_object().and_then(|one| one.iter().find(|(key, _)| *key != "id").map(|(_, v)| v.clone()))
            })
            .unwrap_or(Value::Null),
        one => one,
    }
}

fn changed_fields(before: &Value, after: &Value) -> Vec<String> {
    let (Some(before), Some(after)) = (before.as_object(), after.as_object()) else { return Vec::new() };
    before
        .iter()
        .filter(|(field, value)| after.get(*field).is_some_and(|now| now != *value))
        .map(|(field, _)| field.clone())
        .collect()
}

pub fn choices(cx: &Read<'_>, _: Nothing) -> Result<FormChoices> {
    let mut researchers: Vec<Researcher> = office::staff::people(cx)?
        .into_iter()
        .filter(|person| person.active)
        .map(|person| Researcher { name: person.name, person: Some(person.id) })
        .collect();
    let sql = "SELECT DISTINCT researcher_name FROM file_shelf WHERE researcher_name <> '' ORDER BY researcher_name";
    for name in cx.rows(sql, values![], |row| row.get::<String>("researcher_name"))? {
        if !researchers.iter().any(|known| fold(&known.name) == fold(&name)) {
            researchers.push(Researcher { name, person: None });
        }
    }
    let sql = "SELECT DISTINCT city FROM file_shelf WHERE city <> '' ORDER BY city";
    let mut cities = cx.rows(sql, values![], |row| row.get::<String>("city"))?;
    cities.sort_by(|a, b| kernel::arabic::compare(a, b));
    Ok(FormChoices { researchers, cities, next_file_no: store::file_no(cx.coming_number(store::NUMBERS, FOR_EVER)?) })
}
