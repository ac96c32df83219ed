//! The door for imports: guarantees of an office's own register come in as proposed by whoever brings them in, so that
//! another person verifies each; and they go again with their import.

use crate::store::{self, NewGuarantee};
use database::{Read, values};
use kernel::id::{GuaranteeId, LoanId, PartyId};
use kernel::{Result, require};
use loans::GuaranteeKind;
use office::context::Write;
use parties::{Identity, IdentityKind, Party, PartyFacts, PartyKind};
use std::collections::{BTreeMap, BTreeSet};

/// A row that goes in: the identifiers it and its guarantor get, the loan it names, and what it was judged to say.
#[derive(Debug, Clone)]
pub struct ImportedGuarantee {
    pub id: GuaranteeId,
    /// Of a guarantor nobody knows by the number.
    pub guarantor: PartyId,
    pub loan: LoanId,
    pub values: intake::Guarantee,
}

/// What an import wrote: guarantees, and guarantors the office did not know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MadeGuarantees {
    pub guarantees: BTreeSet<GuaranteeId>,
    pub guarantors: BTreeSet<PartyId>,
}

/// What another person's word stands on by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuaranteeRest {
    pub label: String,
    /// The name of its words.
    pub what: &'static str,
}

/// The name of a kind in a register.
fn kind_of(word: &str) -> Result<GuaranteeKind> {
    if word == "other_guarantee" { Ok(GuaranteeKind::Other) } else { GuaranteeKind::named(word) }
}

/// Stores guarantees, each proposed by whoever brings it in. A guarantor the office knows is found by the identity number;
/// `step` is told of each row and may stop it.
///
/// # Errors
/// A loan that has ended meanwhile: the judgement refused those. What `step` says.
pub fn store_imported(
    cx: &Write<'_>,
    rows: &[ImportedGuarantee],
    step: &dyn Fn() -> Result<()>,
) -> Result<MadeGuarantees> {
    let mut made = MadeGuarantees::default();
    for row in rows {
        step()?;
        crate::propose::open(cx, row.loan)?;
        let values = &row.values;
        let party = match &values.identity {
            Some(number) => Some(match parties::holder_of(cx, number.as_str(), row.guarantor)? {
                Some(known) => parties::find_party(cx, known)?.and_then(|party| party.merged_into).unwrap_or(known),
                None => {
                    parties::insert(cx, &guarantor(cx, row))?;
                    made.guarantors.insert(row.guarantor);
                    row.guarantor
                }
            }),
            None => None,
        };
        let new = NewGuarantee {
            id: row.id,
            loan: row.loan,
            kind: kind_of(&values.kind)?,
            party,
            said: values.said.as_deref().unwrap_or_default(),
            income: values.income,
            residence_months: values.residence_months,
            until: values.until,
            note: values.notes.as_deref().unwrap_or_default(),
            replaces: None,
            imported: true,
        };
        store::insert(cx, &new)?;
        let written = store::guarantee(cx, row.id)?;
        cx.changed(store::RECORD, row.id, &store::label(cx, *row.id.as_bytes())?, &(), &written)?;
        made.guarantees.insert(row.id);
    }
    Ok(made)
}

/// Somebody the office did not know, as the register tells of them.
fn guarantor(cx: &Write<'_>, row: &ImportedGuarantee) -> Party {
    let values = &row.values;
    let facts = PartyFacts {
        name: values.name.clone().unwrap_or_default(),
        mobile: values.mobile.as_ref().map(ToString::to_string).unwrap_or_default(),
        ..PartyFacts::default()
    };
    let identity = values.identity.as_ref().map(|number| Identity {
        kind: if number.is_citizen() { IdentityKind::NationalId } else { IdentityKind::Iqama },
        number: number.to_string(),
        expires_on: None,
        checked_on: None,
        checked_by: None,
        checked_by_name: None,
        exception: String::new(),
    });
    Party { id: row.guarantor, kind: PartyKind::Person, facts, identity, merged_into: None, changed_at: cx.now }
}

/// What the office holds of guarantees that stand, for the judgement of a file.
///
/// # Errors
/// What the database refuses.
pub fn known(db: &Read<'_>, numbers: &BTreeMap<PartyId, String>) -> Result<Vec<intake::KnownGuarantee>> {
    let sql = "SELECT s.loan_no, g.kind, g.party, g.said FROM guarantee_known g JOIN loan_standing s ON s.loan = g.loan \
               WHERE g.state IN ('proposed', 'verified') ORDER BY s.loan_no, g.no";
    db.rows(sql, values![], |row| {
        let (kind, party): (String, Option<PartyId>) = (row.get("kind")?, row.get("party")?);
        Ok(intake::KnownGuarantee {
            loan_no: row.get("loan_no")?,
            kind: if kind == GuaranteeKind::Other.name() { "other_guarantee".to_owned() } else { kind },
            identity: party.and_then(|party| numbers.get(&party).cloned()).unwrap_or_default(),
            said: row.get("said")?,
        })
    })
}

/// What rests by now on guarantors an import made: guarantees that it did not bring.
///
/// # Errors
/// What the database refuses.
pub fn rests_on(db: &Read<'_>, made: &MadeGuarantees) -> Result<Vec<GuaranteeRest>> {
    let mut found = Vec::new();
    for party in &made.guarantors {
        let sql = "SELECT id FROM guarantee WHERE party = $1 ORDER BY id";
        let own: Vec<GuaranteeId> = db.rows(sql, values![*party], |row| row.get("id"))?;
        if let Some(other) = own.iter().find(|id| !made.guarantees.contains(id)) {
            found.push(GuaranteeRest { label: store::label(db, *other.as_bytes())?, what: "guarantor" });
        }
    }
    Ok(found)
}

/// Removes what an import made; whoever calls has seen that nothing rests on it. Gives the names of the guarantees.
///
/// # Errors
/// `guarantees.stays` of the database, of what goes with no import.
pub fn remove_imported(cx: &Write<'_>, made: &MadeGuarantees) -> Result<Vec<String>> {
    let mut gone = Vec::new();
    for id in &made.guarantees {
        gone.push(store::label(cx, *id.as_bytes())?);
        let removed = cx.run("DELETE FROM guarantee WHERE id = $1", values![*id])?;
        require(removed == 1, kernel::Failure::not_found(store::RECORD))?;
        cx.status_forgotten(store::subject(*id))?;
    }
    for party in &made.guarantors {
        parties::remove_imported(cx, *party)?;
    }
    Ok(gone)
}
