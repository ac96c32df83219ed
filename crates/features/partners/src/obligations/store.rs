//! Obligations, rows in and out.

use crate::agreements::store::{AGREEMENT, Agreement};
use crate::model::{EvidenceKind, ObligationSide, ObligationState};
use crate::store::name_of;
use database::{Read, Row, values};
use kernel::arabic::fold;
use kernel::id::{AgreementId, ObligationId, PersonId};
use kernel::{Day, Failure, Money, Result};
use office::context::Write;
use office::feature::Subject;
use serde::Serialize;

/// The kind of record an obligation is.
pub const OBLIGATION: &str = "obligation";

/// An obligation as its verbs know it, and as the audit trail keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Obligation {
    pub id: ObligationId,
    pub agreement: AgreementId,
    pub side: ObligationSide,
    pub text: String,
    pub site: String,
    pub due: Day,
    pub amount: Option<Money>,
    pub keeper: Option<PersonId>,
    pub basis: String,
    pub state: ObligationState,
    pub done_on: Option<Day>,
    pub evidence_kind: Option<EvidenceKind>,
    pub evidence: String,
    pub reason: String,
}

pub const fn subject(id: ObligationId) -> Subject {
    Subject { kind: OBLIGATION, id: *id.as_bytes() }
}

const COLUMNS: &str =
    "id, agreement, side, text, site, due, amount, keeper, basis, state, done_on, evidence_kind, evidence, reason";

fn obligation_row(row: &Row<'_>) -> Result<Obligation> {
    Ok(Obligation {
        id: row.get("id")?,
        agreement: row.get("agreement")?,
        side: row.get("side")?,
        text: row.get("text")?,
        site: row.get("site")?,
        due: row.get("due")?,
        amount: row.get("amount")?,
        keeper: row.get("keeper")?,
        basis: row.get("basis")?,
        state: row.get("state")?,
        done_on: row.get("done_on")?,
        evidence_kind: row.get("evidence_kind")?,
        evidence: row.get("evidence")?,
        reason: row.get("reason")?,
    })
}

/// # Errors
/// What the database refuses.
pub fn find(db: &Read<'_>, id: ObligationId) -> Result<Option<Obligation>> {
    let sql = format!("SELECT {COLUMNS} FROM agreement_obligation WHERE id = $1");
    db.row(&sql, values![id], obligation_row)
}

/// # Errors
/// Not found.
pub fn obligation(db: &Read<'_>, id: ObligationId) -> Result<Obligation> {
    find(db, id)?.ok_or(Failure::not_found(OBLIGATION))
}

/// # Errors
/// What the database refuses.
pub fn of_agreement(db: &Read<'_>, agreement: AgreementId) -> Result<Vec<Obligation>> {
    let sql = format!("SELECT {COLUMNS} FROM agreement_obligation WHERE agreement = $1 ORDER BY side DESC, due, id");
    db.rows(&sql, values![agreement], obligation_row)
}

/// # Errors
/// What the database refuses.
pub fn count(db: &Read<'_>, agreement: AgreementId) -> Result<i64> {
    let sql = "SELECT count(*) AS n FROM agreement_obligation WHERE agreement = $1";
    db.one(sql, values![agreement], |row| row.get("n"))
}

/// # Errors
/// Not found.
pub fn label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT o.text, a.agreement_no FROM agreement_obligation o JOIN agreement a ON a.id = o.agreement WHERE o.id = $1";
    let found = db.row(sql, values![id], |row| {
        Ok(format!("{} / {}", row.get::<String>("agreement_no")?, row.get::<String>("text")?))
    })?;
    found.ok_or(Failure::not_found(OBLIGATION))
}

fn search(db: &Read<'_>, of: &Agreement, text: &str, site: &str) -> Result<String> {
    let name = name_of(db, of.partner)?;
    Ok([text, site, of.agreement_no.as_str(), of.terms.title.as_str(), name.as_str()].map(fold).join(" "))
}

/// Writes an obligation nobody has written yet.
///
/// # Errors
/// What the database refuses.
pub fn insert(cx: &Write<'_>, of: &Agreement, new: &Obligation) -> Result<()> {
    cx.run(
        include_str!("../sql/insert_obligation.sql"),
        values![
            new.id,
            new.agreement,
            new.side,
            new.text.as_str(),
            new.site.as_str(),
            new.due,
            new.amount,
            new.keeper,
            new.basis.as_str(),
            search(cx, of, &new.text, &new.site)?,
            cx.today(),
            cx.who.id
        ],
    )?;
    cx.status_changed(subject(new.id), None, ObligationState::Open.name(), "")
}

/// Writes what was agreed anew; who of the office sees to it may change at any time.
///
/// # Errors
/// What the database refuses.
pub fn update(cx: &Write<'_>, of: &Agreement, one: &Obligation) -> Result<()> {
    cx.run(
        "UPDATE agreement_obligation SET side = $1, text = $2, site = $3, due = $4, amount = $5, keeper = $6, \
         search_fold = $7 WHERE id = $8",
        values![
            one.side,
            one.text.as_str(),
            one.site.as_str(),
            one.due,
            one.amount,
            one.keeper,
            search(cx, of, &one.text, &one.site)?,
            one.id
        ],
    )?;
    Ok(())
}

/// Writes what came of it.
///
/// # Errors
/// What the database refuses.
pub fn settle(cx: &Write<'_>, before: &Obligation, after: &Obligation) -> Result<()> {
    cx.run(
        "UPDATE agreement_obligation SET state = $1, done_on = $2, evidence_kind = $3, evidence = $4, reason = $5, \
         settled_by = COALESCE(settled_by, $6) WHERE id = $7",
        values![
            after.state,
            after.done_on,
            after.evidence_kind,
            after.evidence.as_str(),
            after.reason.as_str(),
            cx.who.id,
            after.id
        ],
    )?;
    if before.state != after.state {
        cx.status_changed(subject(after.id), Some(before.state.name()), after.state.name(), &after.reason)?;
    }
    told(cx, Some(before), after.id)
}

/// What the obligations of an agreement are found by.
///
/// # Errors
/// What the database refuses.
pub fn refresh(cx: &Write<'_>, of: &Agreement) -> Result<()> {
    for one in of_agreement(cx, of.id)? {
        let text = search(cx, of, &one.text, &one.site)?;
        cx.run("UPDATE agreement_obligation SET search_fold = $1 WHERE id = $2", values![text, one.id])?;
    }
    Ok(())
}

/// Tells the trail of a change, and that its agreement is another one now.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&Obligation>, id: ObligationId) -> Result<()> {
    let after = obligation(cx, id)?;
    let name = label(cx, *id.as_bytes())?;
    match before {
        Some(before) => cx.changed(OBLIGATION, id, &name, before, &after)?,
        None => cx.changed(OBLIGATION, id, &name, &(), &after)?,
    }
    cx.record_changed(Subject { kind: AGREEMENT, id: *after.agreement.as_bytes() })
}
