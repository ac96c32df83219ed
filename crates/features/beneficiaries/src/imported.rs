//! The door for imports: many people of an office's own register, in one transaction.

use super::model::{Facts, FileHead, FileStatus, Identity, IdentityKind, Party, PartyKind};
use super::{rules, shelf, store};
use database::{Read, values};
use kernel::arabic::fold;
use kernel::id::{PartyId, PersonId};
use kernel::{Refusal, Result};
use office::context::Write;
use office::numbers::FOR_EVER;
use office::words::{self, Language};
use std::collections::{HashMap, HashSet};

/// A row that goes in: the identifier its party gets, and the values the row was judged to have.
#[derive(Debug, Clone)]
pub struct ImportedPerson {
    pub id: PartyId,
    pub values: intake::Beneficiary,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPerson {
    pub party: PartyId,
    pub file_no: String,
}

/// Stores people, each with a file in the status «registered»: nobody of this office has seen their papers yet. Numbers
/// of files that the register gives stay; the others follow the largest one. The caller writes the audit line of the
/// whole import; `step` is told of each person and may stop it.
///
/// # Errors
/// An identity or file number that the office or an earlier row has: the judgement refused those, so a row with one
/// means the office changed meanwhile. What `step` says.
pub fn store_imported(
    cx: &Write<'_>,
    people: &[ImportedPerson],
    step: &dyn Fn() -> Result<()>,
) -> Result<Vec<StoredPerson>> {
    let staff = staff_by_name(cx)?;
    let marital = marital_words();
    let typed = people.iter().filter_map(|person| person.values.file_no.as_deref()).map(rules::number_in);
    let mut next = cx.coming_number(store::NUMBERS, FOR_EVER)?.max(typed.max().unwrap_or(0) + 1);
    let mut taken = HashSet::new();
    let mut stored = Vec::with_capacity(people.len());
    for person in people {
        step()?;
        let file_no = match person.values.file_no.as_deref() {
            Some(given) if !taken.contains(given) && !store::file_no_taken(cx, given)? => given.to_owned(),
            Some(given) => return Err(Refusal::new(rules::FILE_NO_TAKEN).with("file_no", given).into()),
            None => {
                next += 1;
                store::file_no(next - 1)
            }
        };
        taken.insert(file_no.clone());
        let party = party_of(cx, person, &staff, &marital);
        let file = FileHead {
            file_no: file_no.clone(),
            status: FileStatus::Registered,
            status_since: cx.today(),
            status_reason: String::new(),
            opened_on: cx.today(),
            imported: true,
        };
        store::insert_party(cx, &party)?;
        store::insert_file(cx, party.id, &file, &party.facts)?;
        shelf::put(cx, &party, &file, &[])?;
        stored.push(StoredPerson { party: party.id, file_no });
    }
    cx.number_reached(store::NUMBERS, FOR_EVER, next - 1)?;
    Ok(stored)
}

fn party_of(
    cx: &Write<'_>,
    person: &ImportedPerson,
    staff: &HashMap<String, PersonId>,
    marital: &HashMap<String, String>,
) -> Party {
    let values = &person.values;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let researcher_name = text(&values.researcher);
    let marital_status = text(&values.marital_status);
    let identity = values.id_number.as_ref().map(|number| Identity {
        kind: if number.is_citizen() { IdentityKind::NationalId } else { IdentityKind::Iqama },
        number: number.to_string(),
        expires_on: values.id_expiry,
        checked_on: None,
        checked_by: None,
        checked_by_name: None,
        exception: String::new(),
    });
    let facts = Facts {
        name: values.full_name.clone(),
        sex: values.sex,
        born_on: values.birth_date,
        marital_status: marital.get(&fold(&marital_status)).cloned().unwrap_or(marital_status),
        mobile: values.mobile.as_ref().map(ToString::to_string).unwrap_or_default(),
        region: text(&values.region),
        governorate: text(&values.governorate),
        city: text(&values.city),
        district: text(&values.district),
        short_address: values.short_address.as_ref().map(ToString::to_string).unwrap_or_default(),
        researcher: staff.get(&fold(&researcher_name)).copied(),
        researcher_name,
        family_size: values.family_size,
        monthly_income: values.monthly_income,
        social_security: values.social_security,
        iban: values.iban.as_ref().map(ToString::to_string).unwrap_or_default(),
        notes: text(&values.notes),
        ..Facts::default()
    };
    Party { id: person.id, kind: PartyKind::Person, facts, identity, merged_into: None, changed_at: cx.now }
}

fn staff_by_name(db: &Read<'_>) -> Result<HashMap<String, PersonId>> {
    let people = office::staff::people(db)?;
    Ok(people.into_iter().filter(|person| person.active).map(|person| (fold(&person.name), person.id)).collect())
}

/// The words registers use for each marital status, from the list in the locale.
fn marital_words() -> HashMap<String, String> {
    let mut meanings = HashMap::new();
    for code in ["single", "married", "divorced", "widowed", "abandoned"] {
        for word in words::word(&format!("beneficiaries.marital_words.{code}"), Language::Ar).split_whitespace() {
            meanings.insert(fold(word), code.to_owned());
        }
    }
    meanings
}

/// The code of a marital status as registers write it; a word nobody knows stays.
pub fn marital_code(typed: &str) -> String {
    marital_words().get(&fold(typed)).cloned().unwrap_or_else(|| typed.to_owned())
}

/// A person an import found alike, with the number of the file.
///
/// # Errors
/// NotFound, when there is no such person any more.
pub fn known_person(db: &Read<'_>, id: PartyId) -> Result<(Party, String)> {
    let file_no = store::find_file(db, id)?.map(|file| file.file_no).unwrap_or_default();
    Ok((store::party(db, id)?, file_no))
}

/// Everybody the office knows, for the judgement of an import.
///
/// # Errors
/// What the database refuses.
pub fn known_people(db: &Read<'_>) -> Result<Vec<intake::KnownPerson>> {
    db.rows(include_str!("sql/known_people.sql"), values![], |row| {
        Ok(intake::KnownPerson {
            key: row.get::<PartyId>("id")?.to_string(),
            name: row.get("name")?,
            identity: row.get("number")?,
            file_no: row.get("file_no")?,
            born: row.get("born_on")?,
            mobile: row.get("mobile")?,
            sex: store::sex(row)?,
        })
    })
}

/// Pairs that somebody called different: the known person's key and the other's identity number, or name without one.
///
/// # Errors
/// What the database refuses.
pub fn known_different(db: &Read<'_>) -> Result<Vec<(String, String)>> {
    let pairs = db.rows(include_str!("sql/known_different.sql"), values![], |row| {
        let other = |name: &str, number: &str| -> Result<String> {
            let number: String = row.get(number)?;
            if number.is_empty() { row.get(name) } else { Ok(number) }
        };
        Ok([
            (row.get::<PartyId>("first")?.to_string(), other("second_name", "second_number")?),
            (row.get::<PartyId>("second")?.to_string(), other("first_name", "first_number")?),
        ])
    })?;
    Ok(pairs.into_iter().flatten().collect())
}

#[cfg(test)]
#[path = "imported_tests.rs"]
mod tests;
