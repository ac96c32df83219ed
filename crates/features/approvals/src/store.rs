//! Requests and their answers, rows in and out.

use crate::ask::Asked;
use crate::model::{Approval, ApprovalRequest, RequestState};
use database::{Read, Row, values};
use kernel::id::ApprovalId;
use kernel::{Failure, Result};
use office::approval::ApprovalStep;
use office::context::Write;

const SELECT: &str = include_str!("sql/request.sql");

/// # Errors
/// A request nobody made.
pub fn request(db: &Read<'_>, id: ApprovalId) -> Result<ApprovalRequest> {
    one(db, &format!("{SELECT} WHERE r.id = $1"), values![id])?.ok_or(Failure::not_found("approval_request"))
}

/// The request that waits for a step on a record.
///
/// # Errors
/// What the database refuses.
pub fn waiting(db: &Read<'_>, step: &ApprovalStep, subject: [u8; 16]) -> Result<Option<ApprovalRequest>> {
    let sql = format!("{SELECT} WHERE r.subject = $1 AND r.step = $2 AND r.state = 'waiting'");
    one(db, &sql, values![subject, step.name])
}

/// As [`waiting`], for a verb that decides it.
///
/// # Errors
/// In the words of the step, that nothing waits.
pub fn require_waiting(db: &Read<'_>, step: &ApprovalStep, subject: [u8; 16]) -> Result<ApprovalRequest> {
    waiting(db, step, subject)?.ok_or(step.refusals.decided.into())
}

/// The latest request for a step on a record, however it stands.
///
/// # Errors
/// What the database refuses.
pub fn of(db: &Read<'_>, step: &ApprovalStep, subject: [u8; 16]) -> Result<Option<ApprovalRequest>> {
    let sql = format!("{SELECT} WHERE r.subject = $1 AND r.step = $2 ORDER BY r.place DESC LIMIT 1");
    one(db, &sql, values![subject, step.name])
}

/// The records whose step waits for an answer.
///
/// # Errors
/// What the database refuses.
pub fn all_waiting(db: &Read<'_>, step: &ApprovalStep) -> Result<std::collections::BTreeSet<[u8; 16]>> {
    let sql = "SELECT subject FROM approval_request WHERE state = 'waiting' AND step = $1";
    Ok(db.rows(sql, values![step.name], |row| row.get("subject"))?.into_iter().collect())
}

/// How many requests for a step wait, whoever may decide them.
///
/// # Errors
/// What the database refuses.
pub fn waiting_count(db: &Read<'_>, step: &ApprovalStep) -> Result<i64> {
    let sql = "SELECT count(*) AS waiting FROM approval_request WHERE state = 'waiting' AND step = $1";
    db.one(sql, values![step.name], |row| row.get("waiting"))
}

fn one(db: &Read<'_>, sql: &str, values: impl AsRef<[database::Value]>) -> Result<Option<ApprovalRequest>> {
    let Some(mut request) = db.row(sql, values, request_row)? else { return Ok(None) };
    request.approvals = db.rows(include_str!("sql/approvals.sql"), values![request.id], |row| {
        Ok(Approval { person: row.get("person")?, name: row.get("name")?, at: row.get("at")? })
    })?;
    Ok(Some(request))
}

fn request_row(row: &Row<'_>) -> Result<ApprovalRequest> {
    Ok(ApprovalRequest {
        id: row.get("id")?,
        step: row.get("step")?,
        subject: row.get("subject")?,
        amount: row.get("amount")?,
        reason: row.get("reason")?,
        asked_by: row.get("asked_by")?,
        asked_by_name: row.get("asked_by_name")?,
        asked_at: row.get("asked_at")?,
        needed: usize::try_from(row.get::<i64>("needed")?).map_err(Failure::broken)?,
        state: row.get("state")?,
        note: row.get("note")?,
        approvals: Vec::new(),
    })
}

pub fn insert(cx: &Write<'_>, id: ApprovalId, step: &ApprovalStep, asked: &Asked<'_>) -> Result<()> {
    cx.run(
        include_str!("sql/insert_request.sql"),
        values![
            id,
            step.name,
            step.subject,
            asked.subject,
            asked.amount,
            i64::from(asked.needed.unwrap_or_default().max(step.needed)),
            step.limit.is_some(),
            asked.reason,
            cx.who.id,
            cx.now
        ],
    )?;
    Ok(())
}

pub fn add_approval(cx: &Write<'_>, request: &ApprovalRequest) -> Result<()> {
    let place = i64::try_from(request.approvals.len() + 1).map_err(Failure::broken)?;
    let sql = "INSERT INTO approval (request, place, person, at) VALUES ($1, $2, $3, $4)";
    cx.run(sql, values![request.id, place, cx.who.id, cx.now])?;
    Ok(())
}

pub fn close(cx: &Write<'_>, id: ApprovalId, state: RequestState, note: &str) -> Result<()> {
    let sql = "UPDATE approval_request SET state = $1, closed_by = $2, closed_at = $3, note = $4 WHERE id = $5";
    cx.run(sql, values![state.name(), cx.who.id, cx.now, note, id])?;
    Ok(())
}
