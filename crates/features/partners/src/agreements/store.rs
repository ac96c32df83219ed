//! Agreements, rows in and out.

use crate::model::{AgreementKind, AgreementParty, AgreementState, AgreementTerms, LinkedAgreement};
use crate::obligations;
use crate::rules::{self, AgreementDays, STEP};
use crate::store::name_of;
use database::{Read, Row, Value, values};
use kernel::arabic::fold;
use kernel::id::{AgreementId, PartyId, PersonId};
use kernel::{Day, Failure, Hijri, Result, require};
use office::context::Write;
use office::feature::Subject;
use serde::Serialize;

/// The kind of record an agreement is.
pub const AGREEMENT: &str = "agreement";
/// The series of its numbers, anew each Hijri year.
const NUMBERS: &str = "agreement";

/// An agreement as its verbs know it, and as the audit trail keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Agreement {
    pub id: AgreementId,
    pub agreement_no: String,
    pub partner: PartyId,
    pub kind: AgreementKind,
    pub terms: AgreementTerms,
    pub state: AgreementState,
    pub decision: String,
    pub signed_on: Option<Day>,
    pub event: String,
    pub place: String,
    pub ended_on: Option<Day>,
    pub reason: String,
    pub renews: Option<AgreementId>,
    #[serde(skip)]
    pub proposed_on: Day,
    #[serde(skip)]
    pub proposed_by: PersonId,
}

impl Agreement {
    pub fn days(&self, successor: Option<Day>) -> AgreementDays {
        AgreementDays { state: self.state, starts: self.terms.starts, ends: self.terms.ends, successor }
    }

    /// Whether its terms and obligations may be written.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, AgreementState::Proposed | AgreementState::Negotiating)
    }

    pub const fn is_signed(&self) -> bool {
        self.signed_on.is_some()
    }
}

pub const fn subject(id: AgreementId) -> Subject {
    Subject { kind: AGREEMENT, id: *id.as_bytes() }
}

const OTHERS: &[&str] = &[
    "agreement_no",
    "partner",
    "kind",
    "state",
    "decision",
    "signed_on",
    "event",
    "place",
    "ended_on",
    "reason",
    "renews",
    "proposed_on",
    "proposed_by",
];

/// # Errors
/// What the database refuses.
pub fn find(db: &Read<'_>, id: AgreementId) -> Result<Option<Agreement>> {
    let found: Option<(AgreementTerms, Agreement)> = db.record_and(id, OTHERS, |row| bare(row, id))?;
    Ok(found.map(|(terms, agreement)| Agreement { terms, ..agreement }))
}

fn bare(row: &Row<'_>, id: AgreementId) -> Result<Agreement> {
    Ok(Agreement {
        id,
        agreement_no: row.get("agreement_no")?,
        partner: row.get("partner")?,
        kind: row.get("kind")?,
        terms: AgreementTerms::default(),
        state: row.get("state")?,
        decision: row.get("decision")?,
        signed_on: row.get("signed_on")?,
        event: row.get("event")?,
        place: row.get("place")?,
        ended_on: row.get("ended_on")?,
        reason: row.get("reason")?,
        renews: row.get("renews")?,
        proposed_on: row.get("proposed_on")?,
        proposed_by: row.get("proposed_by")?,
    })
}

/// # Errors
/// Not found.
pub fn agreement(db: &Read<'_>, id: AgreementId) -> Result<Agreement> {
    find(db, id)?.ok_or(Failure::not_found(AGREEMENT))
}

/// # Errors
/// Not found.
pub fn label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT agreement_no FROM agreement WHERE id = $1";
    db.row(sql, values![id], |row| row.get("agreement_no"))?.ok_or(Failure::not_found(AGREEMENT))
}

/// The next number of an agreement: of its Hijri year.
///
/// # Errors
/// A day beyond the Hijri calendar.
pub fn next_number(cx: &Write<'_>) -> Result<String> {
    let year = i64::from(Hijri::from_day(cx.today()).ok_or(kernel::refusals::HIJRI_RANGE)?.year());
    Ok(format!("A-{year}-{:03}", cx.next_number(NUMBERS, year)?))
}

/// Writes an agreement that is proposed.
///
/// # Errors
/// What the database refuses.
pub fn insert(cx: &Write<'_>, new: &Agreement) -> Result<()> {
    let beside: Vec<(&str, Value)> = vec![
        ("agreement_no", new.agreement_no.as_str().into()),
        ("partner", new.partner.into()),
        ("kind", new.kind.into()),
        ("state", new.state.into()),
        ("renews", database::value_of(&new.renews)),
        ("search_fold", search(cx, new)?.into()),
        ("proposed_on", new.proposed_on.into()),
        ("proposed_by", new.proposed_by.into()),
    ];
    cx.db().insert_record(new.id, &new.terms, &beside)?;
    cx.status_changed(subject(new.id), None, new.state.name(), "")
}

/// Writes what an agreement says anew.
///
/// # Errors
/// What the database refuses.
pub fn update_terms(cx: &Write<'_>, one: &Agreement) -> Result<()> {
    let beside: Vec<(&str, Value)> = vec![("kind", one.kind.into()), ("search_fold", search(cx, one)?.into())];
    cx.db().update_record(one.id, &one.terms, &beside).map(drop)
}

/// Leads an agreement to a state, with what is written beside it, and keeps that it moved.
///
/// # Errors
/// What the database refuses.
pub fn lead(cx: &Write<'_>, before: &Agreement, after: &Agreement, note: &str) -> Result<()> {
    cx.run(
        "UPDATE agreement SET state = $1, decision = $2, signed_on = $3, event = $4, place = $5, ended_on = $6, reason = $7, \
         starts = $8, ends = $9, our_signatory = $10, their_signatory = $11 WHERE id = $12",
        values![
            after.state,
            after.decision.as_str(),
            after.signed_on,
            after.event.as_str(),
            after.place.as_str(),
            after.ended_on,
            after.reason.as_str(),
            after.terms.starts,
            after.terms.ends,
            after.terms.our_signatory.as_str(),
            after.terms.their_signatory.as_str(),
            after.id
        ],
    )?;
    refresh(cx, after.id)?;
    cx.status_changed(subject(after.id), Some(before.state.name()), after.state.name(), note)
}

fn search(db: &Read<'_>, one: &Agreement) -> Result<String> {
    let name = name_of(db, one.partner)?;
    Ok([one.agreement_no.as_str(), one.terms.title.as_str(), name.as_str(), one.event.as_str()].map(fold).join(" "))
}

/// What an agreement and its obligations are found by follows from what they say and from the partner's name.
///
/// # Errors
/// What the database refuses.
pub fn refresh(cx: &Write<'_>, id: AgreementId) -> Result<()> {
    let one = agreement(cx, id)?;
    cx.run("UPDATE agreement SET search_fold = $1 WHERE id = $2", values![search(cx, &one)?, id])?;
    obligations::store::refresh(cx, &one)
}

/// # Errors
/// The agreement does not stand in one of these states.
pub fn stands(one: &Agreement, states: &[AgreementState]) -> Result<()> {
    let refusal = kernel::Refusal::new(STEP).with("number", &one.agreement_no);
    require(states.contains(&one.state), refusal)
}

/// The day on which what renews an agreement starts, where that is signed.
///
/// # Errors
/// What the database refuses.
pub fn successor(db: &Read<'_>, id: AgreementId) -> Result<Option<Day>> {
    let sql = "SELECT starts FROM agreement WHERE renews = $1 AND state IN ('signed', 'terminated')";
    Ok(db.row(sql, values![id], |row| row.get::<Option<Day>>("starts"))?.flatten())
}

/// Who stands in it beside the association and its partner.
///
/// # Errors
/// What the database refuses.
pub fn parties(db: &Read<'_>, id: AgreementId) -> Result<Vec<AgreementParty>> {
    db.rows(include_str!("../sql/agreement_parties.sql"), values![id], |row| {
        Ok(AgreementParty {
            partner: row.get("partner")?,
            name: row.get("name")?,
            role: row.get("role")?,
            signs: row.get("signs")?,
            represented_by: row.get("represented_by")?,
        })
    })
}

/// # Errors
/// What the database refuses.
pub fn targets(db: &Read<'_>, id: AgreementId) -> Result<Vec<String>> {
    let sql = "SELECT target FROM agreement_target WHERE agreement = $1 ORDER BY target";
    db.rows(sql, values![id], |row| row.get("target"))
}

/// Another agreement, as it is named beside one.
///
/// # Errors
/// Not found.
pub fn linked(db: &Read<'_>, id: AgreementId, today: Day) -> Result<LinkedAgreement> {
    let one = agreement(db, id)?;
    let standing = rules::standing(one.days(successor(db, id)?), today);
    Ok(LinkedAgreement {
        agreement: id,
        agreement_no: one.agreement_no,
        title: one.terms.title,
        standing,
        starts: one.terms.starts,
        ends: one.terms.ends,
    })
}

/// What renews an agreement, unless it was declined.
///
/// # Errors
/// What the database refuses.
pub fn renewing(db: &Read<'_>, id: AgreementId) -> Result<Option<AgreementId>> {
    let sql = "SELECT id FROM agreement WHERE renews = $1 AND state <> 'declined'";
    db.row(sql, values![id], |row| row.get("id"))
}

/// Tells the trail of a change.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&Agreement>, id: AgreementId) -> Result<()> {
    let after = agreement(cx, id)?;
    match before {
        Some(before) => cx.changed(AGREEMENT, id, &after.agreement_no, before, &after)?,
        None => cx.changed(AGREEMENT, id, &after.agreement_no, &(), &after)?,
    }
    cx.record_changed(subject(id))
}
