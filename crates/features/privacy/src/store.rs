//! Decisions and rules, rows in and out; and what the features say of a person.

use crate::model::{RetentionKind, RetentionState};
use crate::rules::{DECIDED, GOES_ON, NOT_DUE, SHIPPED_MONTHS, WAITS, due};
use database::{Read as Rows, Row, values};
use kernel::id::{PartyId, PersonId, RetentionId};
use kernel::{Day, Failure, Refusal, Result, require};
use office::context::{Read, Write};
use serde::Serialize;

/// The kind of record a decision is.
pub const RECORD: &str = "retention";

/// What was decided about the data of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    pub id: RetentionId,
    pub party: PartyId,
    pub file_no: String,
    pub kind: RetentionKind,
    pub state: RetentionState,
    pub reason: String,
    pub until: Option<Day>,
    pub asked_by: PersonId,
    pub asked_on: Day,
}

/// # Errors
/// What the database refuses.
pub fn find(db: &Rows<'_>, id: RetentionId) -> Result<Option<Decision>> {
    let sql = "SELECT id, party, file_no, kind, state, reason, until_day, asked_by, asked_on FROM retention_decision \
               WHERE id = $1";
    db.row(sql, values![id], decision)
}

fn decision(row: &Row<'_>) -> Result<Decision> {
    Ok(Decision {
        id: row.get("id")?,
        party: row.get("party")?,
        file_no: row.get("file_no")?,
        kind: row.get("kind")?,
        state: row.get("state")?,
        reason: row.get("reason")?,
        until: row.get("until_day")?,
        asked_by: row.get("asked_by")?,
        asked_on: row.get("asked_on")?,
    })
}

/// A decision that waits for another person.
///
/// # Errors
/// It waits no more; not found.
pub fn waiting(db: &Rows<'_>, id: RetentionId) -> Result<Decision> {
    let decision = find(db, id)?.ok_or(Failure::not_found(RECORD))?;
    require(decision.state == RetentionState::Waiting, DECIDED)?;
    Ok(decision)
}

/// # Errors
/// Somebody asked that the person be taken out, and another has not said yes or no.
pub fn must_not_wait(db: &Rows<'_>, party: PartyId) -> Result<()> {
    let sql = "SELECT count(*) AS n FROM retention_decision WHERE party = $1 AND state = 'waiting'";
    let waits: i64 = db.one(sql, values![party], |row| row.get("n"))?;
    require(waits == 0, WAITS)
}

/// # Errors
/// What the database refuses.
pub fn insert(cx: &Write<'_>, new: &Decision) -> Result<()> {
    let sql = "INSERT INTO retention_decision (id, party, file_no, kind, state, reason, until_day, asked_by, asked_on) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    cx.run(
        sql,
        values![
            new.id,
            new.party,
            new.file_no.as_str(),
            new.kind,
            new.state,
            new.reason.as_str(),
            new.until,
            new.asked_by,
            new.asked_on
        ],
    )
    .map(drop)
}

/// # Errors
/// What the database refuses.
pub fn settle(cx: &Write<'_>, id: RetentionId, state: RetentionState, note: &str) -> Result<()> {
    let sql = "UPDATE retention_decision SET state = $1, decided_by = $2, decided_on = $3, note = $4 WHERE id = $5";
    cx.run(sql, values![state, cx.who.id, cx.today(), note, id]).map(drop)
}

/// For how many months data are kept, and by which decision; as shipped where nobody has set it.
///
/// # Errors
/// What the database refuses.
pub fn months(db: &Rows<'_>) -> Result<(i64, String)> {
    let sql = "SELECT months, decision FROM retention_rule ORDER BY version DESC LIMIT 1";
    let kept = db.row(sql, values![], |row| Ok((row.get("months")?, row.get("decision")?)))?;
    Ok(kept.unwrap_or((SHIPPED_MONTHS, String::new())))
}

/// A file that has ended, whose data are due.
///
/// # Errors
/// It goes on, or has not ended long enough ago; not found.
pub fn due_file(cx: &Read<'_>, party: PartyId) -> Result<String> {
    let sql = "SELECT file_no, status_since FROM file_ended WHERE party = $1";
    let found: Option<(String, Day)> =
        cx.row(sql, values![party], |row| Ok((row.get("file_no")?, row.get("status_since")?)))?;
    let (file_no, since) = found.ok_or(Refusal::new(NOT_DUE).at("party"))?;
    let day = due(since, months(cx)?.0, kept_until(cx, party)?)?;
    require(day <= cx.today(), Refusal::new(NOT_DUE).at("party"))?;
    Ok(file_no)
}

/// Until when somebody keeps the data of a person.
///
/// # Errors
/// What the database refuses.
pub fn kept_until(db: &Rows<'_>, party: PartyId) -> Result<Option<Day>> {
    let sql = "SELECT max(until_day) AS until FROM retention_decision WHERE party = $1 AND state = 'kept'";
    db.one(sql, values![party], |row| row.get("until"))
}

/// The features in which something of a person still goes on.
///
/// # Errors
/// What the database refuses.
pub fn goes_on(cx: &Read<'_>, party: PartyId) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for feature in cx.features().all() {
        if let Some(personal) = feature.personal
            && (personal.goes_on)(cx, party)?
        {
            found.push(feature.name.to_owned());
        }
    }
    Ok(found)
}

/// # Errors
/// [`GOES_ON`], which names the features.
pub fn must_rest(cx: &Read<'_>, party: PartyId) -> Result<()> {
    let standing = goes_on(cx, party)?;
    require(standing.is_empty(), Refusal::new(GOES_ON).with("where", standing.join(" ")).at("party"))
}
