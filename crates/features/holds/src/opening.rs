//! A hold opens, or takes what is new: with the change that causes it, and at the start of the day.

use crate::facts::{self, Looked};
use casework::holds::{Cause, CauseKind, Change};
use database::{Read, values};
use kernel::id::{ActivityId, HoldId, LoanId, PersonId, PurchaseId, SubjectId};
use kernel::{Day, Moment, Result};
use office::context::{Change as Told, Write};
use office::trail;
use serde_json::{Value, json};

/// The kind of record, in the audit trail and for approvals.
pub const RECORD: &str = "hold";
/// How many holds stand in one line of the trail, where a day opens many.
const IN_A_LINE: usize = 200;

/// Once a day: every loan is looked at.
///
/// # Errors
/// What the database refuses.
pub fn look_over(db: &database::Write<'_>, now: Moment) -> Result<()> {
    let mut told = Vec::new();
    for looked in facts::of_all(db, Day::in_riyadh(now))? {
        told.extend(keep(db, now, &looked)?);
    }
    let lines = told.chunks(IN_A_LINE);
    lines.into_iter().try_for_each(|some| trail::line(db, None, now, "holds.look_over", "change", some, trail::DONE))
}

/// A visit was recorded, missed or corrected.
///
/// # Errors
/// What the database refuses.
pub fn activity_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    follow(cx, "SELECT subject_kind, subject FROM follow_up_visit WHERE id = $1", id)
}

/// A promise was made, met or excused.
///
/// # Errors
/// What the database refuses.
pub fn commitment_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    follow(cx, "SELECT subject_kind, subject FROM follow_up_commitment WHERE id = $1", id)
}

fn follow(cx: &Write<'_>, sql: &str, id: [u8; 16]) -> Result<()> {
    let about =
        cx.row(sql, values![id], |row| Ok((row.get::<String>("subject_kind")?, row.get::<SubjectId>("subject")?)))?;
    let Some((kind, subject)) = about else { return Ok(()) };
    facts::loans_of(cx, &kind, subject)?.into_iter().try_for_each(|loan| look_again(cx, loan))
}

/// A guarantee was called or released.
///
/// # Errors
/// What the database refuses.
pub fn guarantee_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    let loan =
        cx.row("SELECT loan FROM guarantee_known WHERE id = $1", values![id], |row| row.get::<LoanId>("loan"))?;
    loan.map_or(Ok(()), |loan| look_again(cx, loan))
}

/// A purchase was ordered, came or was verified.
///
/// # Errors
/// What the database refuses.
pub fn purchase_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    look_again(cx, purchases::loan_of(cx, PurchaseId::from_bytes(id))?)
}

/// Money went out of a loan or came back, or its terms were changed: lateness begins with the event that causes it.
///
/// # Errors
/// What the database refuses.
pub fn loan_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    look_again(cx, LoanId::from_bytes(id))
}

/// Looks at a loan because something of it has changed.
fn look_again(cx: &Write<'_>, loan: LoanId) -> Result<()> {
    let Some(looked) = facts::of_loan(cx, loan, cx.today())? else { return Ok(()) };
    match keep(cx.db(), cx.now, &looked)? {
        Some(told) => cx.changed(told.noun, told.subject, &told.label, &told.before, &told.after),
        None => Ok(()),
    }
}

/// Keeps what a look found, and tells it; nothing where nothing is new.
fn keep(db: &database::Write<'_>, now: Moment, looked: &Looked) -> Result<Option<Told>> {
    let findings = &looked.findings;
    let today = looked.facts.on;
    let people = findings.causes.iter().map(|cause| witnesses(db, cause)).collect::<Result<Vec<_>>>()?;
    let hold: HoldId = match findings.change {
        Change::None | Change::Unchanged => return Ok(None),
        Change::Opened => {
            let id = HoldId::new(now, office::random::bytes()?);
            let opened_by = people.iter().find_map(|(_, told_by)| *told_by);
            let sql = "INSERT INTO hold (id, loan, state, opened_on, opened_by) VALUES ($1, $2, 'open', $3, $4)";
            db.run(sql, values![id, looked.loan, today, opened_by])?;
            id
        }
        Change::Extended => {
            db.one("SELECT id FROM hold WHERE loan = $1 AND state = 'open'", values![looked.loan], |row| row.get("id"))?
        }
    };
    for (cause, (seen_by, told_by)) in findings.causes.iter().zip(&people) {
        let sql = "INSERT INTO hold_cause (hold, kind, reference, since, found_on, seen_by, told_by) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let cause_of =
            values![hold, cause.kind.name(), cause.reference.as_str(), cause.since, today, *seen_by, *told_by];
        db.run(sql, cause_of)?;
    }
    let change = if findings.change == Change::Opened { "opened" } else { "extended" };
    let causes: Vec<Value> =
        findings.causes.iter().map(|cause| json!({ "cause": cause.kind, "since": cause.since })).collect();
    Ok(Some(Told {
        noun: RECORD,
        subject: hold.to_string(),
        label: looked.loan_no.clone(),
        before: Value::Null,
        after: json!({ "hold": change, "causes": causes }),
    }))
}

/// Who saw a sign of distress, and who wrote it down.
fn witnesses(db: &Read<'_>, cause: &Cause) -> Result<(Option<PersonId>, Option<PersonId>)> {
    if cause.kind != CauseKind::Signal {
        return Ok((None, None));
    }
    let visit: ActivityId = cause.reference.parse()?;
    let sql = "SELECT done_by, recorded_by FROM follow_up_visit WHERE id = $1";
    db.one(sql, values![visit], |row| Ok((row.get("done_by")?, row.get("recorded_by")?)))
}
