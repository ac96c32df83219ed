//! What is kept of whose file it is: told to them, and forgotten when it was kept long enough.

use crate::model::{CaseFacts, FileStatus};
use crate::{BENEFICIARIES_REVEAL, store};
use database::values;
use kernel::Result;
use kernel::arabic::Sex;
use kernel::id::PartyId;
use kernel::saudi::masked;
use office::context::{Read, Write};
use office::personal::{Personal, Told, day, money, text, word};
use office::words::{self, Language};
use sheets::Value;

pub const PERSONAL: Personal = Personal { tells, goes_on, forgets };

/// The name that takes the place of a person's: «مستفيد سابق م-1001».
fn former(key: &str, file_no: &str) -> String {
    format!("{} {file_no}", words::word(key, Language::Ar))
}

fn tells(cx: &Read<'_>, id: PartyId) -> Result<Vec<Told>> {
    let Some(file) = store::find_file(cx, id)? else { return Ok(Vec::new()) };
    let (party, case) = (parties::party(cx, id)?, store::case_facts(cx, id)?);
    let label = |key: &str| Value::Text(words::word(&format!("beneficiaries.{key}"), Language::Ar));
    // The whole number is for who may see it whole.
    let number = party.identity.as_ref().map(|identity| {
        if cx.who.role.may(BENEFICIARIES_REVEAL) { identity.number.clone() } else { masked(&identity.number) }
    });
    let facts = &party.facts;
    let sex = match facts.sex {
        Some(Sex::Male) => "male",
        Some(Sex::Female) => "female",
        None => "",
    };
    let rows = vec![
        vec![label("file_no"), text(file.file_no.as_str())],
        vec![label("status_label"), word("beneficiaries.status", file.status.name())],
        vec![label("opened_on"), Value::Day(file.opened_on)],
        vec![label("name"), text(facts.name.as_str())],
        vec![label("identity_number"), text(number.unwrap_or_default())],
        vec![label("sex_label"), word("beneficiaries.sex", sex)],
        vec![label("born_on"), day(facts.born_on)],
        vec![label("marital_status"), word("beneficiaries.marital", &facts.marital_status)],
        vec![label("mobile"), text(facts.mobile.as_str())],
        vec![label("other_mobile"), text(facts.other_mobile.as_str())],
        vec![label("phone"), text(facts.phone.as_str())],
        vec![label("email"), text(facts.email.as_str())],
        vec![label("region"), text(facts.region.as_str())],
        vec![label("governorate"), text(facts.governorate.as_str())],
        vec![label("city"), text(facts.city.as_str())],
        vec![label("district"), text(facts.district.as_str())],
        vec![label("street"), text(facts.street.as_str())],
        vec![label("short_address"), text(facts.short_address.as_str())],
        vec![label("class_label"), word("beneficiaries.class", &case.class)],
        vec![label("family_size"), case.family_size.map_or(Value::Empty, Value::Whole)],
        vec![label("monthly_income"), money(case.monthly_income)],
        vec![label("iban"), text(case.iban.as_str())],
        vec![label("notes"), text(case.notes.as_str())],
    ];
    let own = vec![id.to_string()];
    let members = parties::members(cx, id)?.into_iter().map(|member| {
        vec![
            text(member.name),
            word("beneficiaries.relation", member.relation.name()),
            day(member.born_on),
            text(member.identity_masked),
        ]
    });
    let consents = parties::consents(cx, id)?.into_iter().map(|consent| {
        vec![
            word("beneficiaries.consent_purpose", consent.purpose.name()),
            Value::Day(consent.given_on),
            day(consent.withdrawn_on),
        ]
    });
    let notes = cx.rows(include_str!("sql/notes.sql"), values![id], |row| {
        Ok(vec![text(row.get::<String>("by_name")?), text(row.get::<String>("text")?)])
    })?;
    Ok(vec![
        Told {
            title: "privacy.sheet.file",
            columns: &["privacy.column.what", "privacy.column.kept"],
            rows: rows.into_iter().filter(|row| row.get(1) != Some(&Value::Empty)).collect(),
            records: own,
        },
        Told {
            title: "privacy.sheet.household",
            columns: &[
                "beneficiaries.name",
                "privacy.column.relation",
                "beneficiaries.born_on",
                "beneficiaries.identity_number",
            ],
            rows: members.collect(),
            records: Vec::new(),
        },
        Told {
            title: "privacy.sheet.consents",
            columns: &["privacy.column.purpose", "privacy.column.given", "privacy.column.withdrawn"],
            rows: consents.collect(),
            records: Vec::new(),
        },
        Told {
            title: "privacy.sheet.notes",
            columns: &["privacy.column.by", "privacy.column.text"],
            rows: notes,
            records: Vec::new(),
        },
    ])
}

fn goes_on(db: &database::Read<'_>, id: PartyId) -> Result<bool> {
    let file = store::find_file(db, id)?;
    Ok(file.is_none_or(|file| !matches!(file.status, FileStatus::Closed | FileStatus::Graduated)))
}

fn forgets(cx: &Write<'_>, id: PartyId) -> Result<()> {
    let file = store::file(cx, id)?;
    for member in parties::members(cx, id)? {
        // Whoever has a file of their own is no secret of this one.
        if store::find_file(cx, member.party)?.is_none() {
            parties::anonymise(cx, member.party, &former("privacy.former_member", &file.file_no))?;
        }
    }
    let facts = store::case_facts(cx, id)?;
    let kept = CaseFacts {
        monthly_income: None,
        social_security_amount: None,
        iban: String::new(),
        notes: String::new(),
        ..facts
    };
    store::save_facts(cx, id, &kept)?;
    cx.run("DELETE FROM case_note WHERE party = $1", values![id])?;
    let name = former("privacy.former", &file.file_no);
    parties::anonymise(cx, id, &name)
}
