//! The door for imports: many people of an office's own register, in one transaction.

use super::model::{CaseFacts, FileHead, FileStatus};
use super::{rules, store, summary};
use database::{Read, values};
use kernel::arabic::{Sex, fold};
use kernel::id::{PartyId, PersonId};
use kernel::saudi::NationalId;
use kernel::{Day, Refusal, Result};
use office::context::Write;
use office::numbers::FOR_EVER;
use parties::{Identity, IdentityKind, Party, PartyFacts, PartyKind, Relation};
use std::collections::{HashMap, HashSet};

/// A row that goes in: the identifier its party gets, and the values the row was judged to have.
#[derive(Debug, Clone)]
pub struct ImportedPerson {
    pub id: PartyId,
    /// The identifiers of the members of the household the row names, in their order.
    pub members: Vec<PartyId>,
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
    let marital = parties::marital_words();
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
        let (party, facts) = (party_of(cx, person, &marital), facts_of(person, &staff));
        let file = FileHead {
            file_no: file_no.clone(),
            status: FileStatus::Registered,
            status_since: cx.today(),
            status_reason: String::new(),
            opened_on: cx.today(),
            imported: true,
        };
        parties::insert(cx, &party)?;
        store::insert_file(cx, party.id, &file, &facts)?;
        let members = person.members.iter().zip(&person.values.members).map(|(id, member)| member_of(cx, *id, member));
        let members: Vec<(Party, Relation)> = members.collect();
        let found_under: Vec<(String, String)> = members.iter().map(|(member, _)| found_under(member)).collect();
        summary::insert(cx, &party, &file, &facts, &found_under)?;
        for (member, relation) in &members {
            parties::insert_member(cx, party.id, member, *relation)?;
        }
        stored.push(StoredPerson { party: party.id, file_no });
    }
    cx.number_reached(store::NUMBERS, FOR_EVER, next - 1)?;
    Ok(stored)
}

/// A member of a household, and what they are to its head.
fn member_of(cx: &Write<'_>, id: PartyId, member: &intake::Member) -> (Party, Relation) {
    let (relation, sex) = match member.relation.as_str() {
        "spouse" => (Relation::Spouse, None),
        "son" => (Relation::Child, Some(Sex::Male)),
        "daughter" => (Relation::Child, Some(Sex::Female)),
        "father" => (Relation::Parent, Some(Sex::Male)),
        "mother" => (Relation::Parent, Some(Sex::Female)),
        "brother" => (Relation::Sibling, Some(Sex::Male)),
        "sister" => (Relation::Sibling, Some(Sex::Female)),
        _ => (Relation::Member, None),
    };
    let facts = PartyFacts {
        name: member.name.clone(),
        sex: member.sex.or(sex),
        born_on: member.birth_date,
        ..PartyFacts::default()
    };
    let identity = member.id_number.as_ref().map(|number| identity_of(number, None));
    (Party { id, kind: PartyKind::Person, facts, identity, merged_into: None, changed_at: cx.now }, relation)
}

/// The name and number under which the household of a member is found.
fn found_under(member: &Party) -> (String, String) {
    let number = member.identity.as_ref().map(|identity| identity.number.clone()).unwrap_or_default();
    (member.facts.name.clone(), number)
}

fn identity_of(number: &NationalId, expires_on: Option<Day>) -> Identity {
    Identity {
        kind: if number.is_citizen() { IdentityKind::NationalId } else { IdentityKind::Iqama },
        number: number.to_string(),
        expires_on,
        checked_on: None,
        checked_by: None,
        checked_by_name: None,
        exception: String::new(),
    }
}

fn text(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

fn party_of(cx: &Write<'_>, person: &ImportedPerson, marital: &HashMap<String, String>) -> Party {
    let values = &person.values;
    let marital_status = text(&values.marital_status);
    let identity = values.id_number.as_ref().map(|number| identity_of(number, values.id_expiry));
    let facts = PartyFacts {
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
        ..PartyFacts::default()
    };
    Party { id: person.id, kind: PartyKind::Person, facts, identity, merged_into: None, changed_at: cx.now }
}

fn facts_of(person: &ImportedPerson, staff: &HashMap<String, PersonId>) -> CaseFacts {
    let values = &person.values;
    let researcher_name = text(&values.researcher);
    CaseFacts {
        researcher: staff.get(&fold(&researcher_name)).copied(),
        researcher_name,
        family_size: values.family_size,
        monthly_income: values.monthly_income,
        social_security: values.social_security,
        iban: values.iban.as_ref().map(ToString::to_string).unwrap_or_default(),
        notes: text(&values.notes),
        ..CaseFacts::default()
    }
}

fn staff_by_name(db: &Read<'_>) -> Result<HashMap<String, PersonId>> {
    let people = office::staff::people(db)?;
    Ok(people.into_iter().filter(|person| person.active).map(|person| (fold(&person.name), person.id)).collect())
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
            sex: row.get("sex")?,
        })
    })
}

#[cfg(test)]
#[path = "imported_tests.rs"]
mod tests;
