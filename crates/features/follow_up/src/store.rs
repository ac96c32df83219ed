//! Activities and promises, rows in and out, and how the audit trail is told of them.

use crate::model::{
    ActivityKind, ActivityState, CommitmentState, FollowedSubject, PlannedActivity, PromiseSide, VisitSignal,
};
use crate::rules::ADDED_ALREADY;
use crate::subjects;
use database::{Read, Row, values};
use kernel::arabic::fold;
use kernel::id::{ActivityId, CommitmentId, PartyId, PersonId, SubjectId};
use kernel::{Day, Failure, Hijri, Result, require};
use office::context::Write;
use office::feature::Subject;
use serde::Serialize;
use serde_json::json;

/// The kinds of records these are: for documents, versions, histories and the audit trail.
pub const ACTIVITY: &str = "activity";
pub const COMMITMENT: &str = "commitment";
/// The series the codes of forms are taken from, anew each Hijri year.
const NUMBERS: &str = "activity";

/// An activity as its verbs know it, and as the audit trail keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Activity {
    pub id: ActivityId,
    pub activity_no: String,
    pub kind: ActivityKind,
    pub subject_kind: String,
    pub subject: SubjectId,
    pub subject_name: String,
    pub party: Option<PartyId>,
    pub state: ActivityState,
    pub planned_on: Day,
    pub researcher: PersonId,
    pub purpose: String,
    pub reason: String,
    pub comes_from: Option<ActivityId>,
    pub done_on: Option<Day>,
    pub done_by: Option<PersonId>,
    pub recorded_by: Option<PersonId>,
    pub place: String,
    pub present: String,
    pub findings: String,
    pub signal: Option<VisitSignal>,
    pub closed_with: Option<ActivityId>,
    pub action: String,
    pub action_owner: Option<PersonId>,
    pub action_due: Option<Day>,
    pub action_done_on: Option<Day>,
    pub action_note: String,
    pub reviewed_by: Option<PersonId>,
    pub review_note: String,
}

pub fn find(db: &Read<'_>, id: ActivityId) -> Result<Option<Activity>> {
    db.row(include_str!("sql/activity.sql"), values![id], activity_row)
}

/// # Errors
/// Not found.
pub fn activity(db: &Read<'_>, id: ActivityId) -> Result<Activity> {
    find(db, id)?.ok_or(Failure::not_found(ACTIVITY))
}

fn activity_row(row: &Row<'_>) -> Result<Activity> {
    Ok(Activity {
        id: row.get("id")?,
        activity_no: row.get("activity_no")?,
        kind: row.get("kind")?,
        subject_kind: row.get("subject_kind")?,
        subject: row.get("subject")?,
        subject_name: row.get("subject_name")?,
        party: row.get("party")?,
        state: row.get("state")?,
        planned_on: row.get("planned_on")?,
        researcher: row.get("researcher")?,
        purpose: row.get("purpose")?,
        reason: row.get("reason")?,
        comes_from: row.get("comes_from")?,
        done_on: row.get("done_on")?,
        done_by: row.get("done_by")?,
        recorded_by: row.get("recorded_by")?,
        place: row.get("place")?,
        present: row.get("present")?,
        findings: row.get("findings")?,
        signal: row.get("signal")?,
        closed_with: row.get("closed_with")?,
        action: row.get("action")?,
        action_owner: row.get("action_owner")?,
        action_due: row.get("action_due")?,
        action_done_on: row.get("action_done_on")?,
        action_note: row.get("action_note")?,
        reviewed_by: row.get("reviewed_by")?,
        review_note: row.get("review_note")?,
    })
}

/// What a new activity is.
pub struct NewActivity<'a> {
    pub id: ActivityId,
    pub kind: ActivityKind,
    pub of: &'a FollowedSubject,
    pub planned_on: Day,
    pub researcher: PersonId,
    pub purpose: &'a str,
    pub comes_from: Option<ActivityId>,
    /// It is recorded as it took place.
    pub unplanned: bool,
}

/// Writes a planned activity under the next code, and tells of it.
///
/// # Errors
/// Added before; a day beyond the Hijri calendar.
pub fn insert(cx: &Write<'_>, new: &NewActivity<'_>) -> Result<Activity> {
    require(find(cx, new.id)?.is_none(), ADDED_ALREADY)?;
    let activity_no = next_number(cx)?;
    cx.run(
        include_str!("sql/insert_activity.sql"),
        values![
            new.id,
            activity_no.as_str(),
            new.kind,
            new.of.subject_kind.as_str(),
            new.of.subject,
            new.of.name.as_str(),
            new.of.party,
            search(&[&activity_no, &new.of.party_name, &new.of.name]),
            new.planned_on,
            new.researcher,
            cx.who.id,
            new.purpose,
            new.comes_from,
            new.unplanned
        ],
    )?;
    cx.status_changed(subject(new.id), None, ActivityState::Planned.name(), "")?;
    activity(cx, new.id)
}

/// The code on the form of the next activity.
///
/// # Errors
/// A day beyond the Hijri calendar.
pub fn next_number(cx: &Write<'_>) -> Result<String> {
    let year = i64::from(Hijri::from_day(cx.today()).ok_or(kernel::refusals::HIJRI_RANGE)?.year());
    Ok(format!("V-{year}-{:04}", cx.next_number(NUMBERS, year)?))
}

/// What a word is looked for in.
pub fn search(parts: &[&str]) -> String {
    parts.iter().map(|part| fold(part)).collect::<Vec<_>>().join(" ")
}

pub const fn subject(id: ActivityId) -> Subject {
    Subject { kind: ACTIVITY, id: *id.as_bytes() }
}

/// Keeps where an activity stands from now on, as a row of its own.
///
/// # Errors
/// What the database refuses.
pub fn moved(cx: &Write<'_>, before: &Activity, to: ActivityState, reason: &str) -> Result<()> {
    cx.status_changed(subject(before.id), Some(before.state.name()), to.name(), reason)
}

/// Tells the trail of a change, under the record it is about and under its own name; gives what its form reads.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&Activity>, id: ActivityId) -> Result<PlannedActivity> {
    let after = activity(cx, id)?;
    let noun = subjects::noun(cx, &after.subject_kind)?;
    let text = [&after.reason, &after.findings, &after.purpose].into_iter().find(|text| !text.is_empty());
    let brief: String = text.map(|text| text.chars().take(200).collect()).unwrap_or_default();
    let what = json!({ "activity": after.activity_no, "kind": after.kind, "state": after.state, "text": brief });
    cx.changed(noun, after.subject, &after.subject_name, &(), &what)?;
    match before {
        Some(before) => cx.changed(ACTIVITY, id, &after.activity_no, before, &after)?,
        None => cx.changed(ACTIVITY, id, &after.activity_no, &(), &after)?,
    }
    cx.record_changed(subject(id))?;
    Ok(PlannedActivity { activity: id, activity_no: after.activity_no })
}

/// The name an activity is known by.
///
/// # Errors
/// Not found.
pub fn activity_label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    Ok(activity(db, ActivityId::from_bytes(id))?.activity_no)
}

/// A promise as its verbs know it, and as the audit trail keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Commitment {
    pub id: CommitmentId,
    pub subject_kind: String,
    pub subject: SubjectId,
    pub subject_name: String,
    pub side: PromiseSide,
    pub text: String,
    pub due: Day,
    pub keeper: Option<PersonId>,
    pub state: CommitmentState,
    pub met_on: Option<Day>,
    pub evidence: String,
    pub reason: String,
    pub activity: Option<ActivityId>,
    pub depends_on: Option<CommitmentId>,
    pub made_on: Day,
}

pub fn find_commitment(db: &Read<'_>, id: CommitmentId) -> Result<Option<Commitment>> {
    db.row(include_str!("sql/commitment.sql"), values![id], |row| {
        Ok(Commitment {
            id: row.get("id")?,
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject")?,
            subject_name: row.get("subject_name")?,
            side: row.get("side")?,
            text: row.get("text")?,
            due: row.get("due")?,
            keeper: row.get("keeper")?,
            state: row.get("state")?,
            met_on: row.get("met_on")?,
            evidence: row.get("evidence")?,
            reason: row.get("reason")?,
            activity: row.get("activity")?,
            depends_on: row.get("depends_on")?,
            made_on: row.get("made_on")?,
        })
    })
}

/// # Errors
/// Not found.
pub fn commitment(db: &Read<'_>, id: CommitmentId) -> Result<Commitment> {
    find_commitment(db, id)?.ok_or(Failure::not_found(COMMITMENT))
}

/// # Errors
/// Not found.
pub fn commitment_label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    Ok(commitment(db, CommitmentId::from_bytes(id))?.text)
}

/// Writes an open promise.
///
/// # Errors
/// What the database refuses.
pub fn insert_commitment(cx: &Write<'_>, new: &Commitment, of: &FollowedSubject) -> Result<()> {
    cx.run(
        include_str!("sql/insert_commitment.sql"),
        values![
            new.id,
            of.subject_kind.as_str(),
            of.subject,
            of.name.as_str(),
            of.party,
            search(&[&of.party_name, &of.name, &new.text]),
            new.side,
            new.text.as_str(),
            new.due,
            new.keeper,
            new.activity,
            new.depends_on,
            new.made_on,
            cx.who.id
        ],
    )?;
    cx.status_changed(promise(new.id), None, CommitmentState::Open.name(), "")
}

pub const fn promise(id: CommitmentId) -> Subject {
    Subject { kind: COMMITMENT, id: *id.as_bytes() }
}

/// A promise is met on a day, by what shows it.
///
/// # Errors
/// What the database refuses.
pub fn meet(cx: &Write<'_>, before: &Commitment, on: Day, evidence: &str) -> Result<()> {
    cx.run(
        "UPDATE commitment SET state = 'met', met_on = $1, evidence = $2 WHERE id = $3",
        values![on, evidence, before.id],
    )?;
    cx.status_changed(promise(before.id), Some(before.state.name()), CommitmentState::Met.name(), evidence)
}

/// Tells the trail of a promise, under the record it is about and under its own name.
///
/// # Errors
/// What the database refuses.
pub fn told_of_promise(cx: &Write<'_>, before: Option<&Commitment>, id: CommitmentId) -> Result<()> {
    let after = commitment(cx, id)?;
    let noun = subjects::noun(cx, &after.subject_kind)?;
    let what = json!({ "commitment": after.side, "state": after.state, "text": after.text });
    cx.changed(noun, after.subject, &after.subject_name, &(), &what)?;
    match before {
        Some(before) => cx.changed(COMMITMENT, id, &after.text, before, &after)?,
        None => cx.changed(COMMITMENT, id, &after.text, &(), &after)?,
    }
    cx.record_changed(promise(id))
}

/// Somebody has another name: what is looked for follows.
///
/// # Errors
/// What the database refuses.
pub fn party_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    let party = PartyId::from_bytes(id);
    let name = "SELECT name FROM party_name WHERE id = $1";
    let Some(name) = cx.row(name, values![party], |row| row.get::<String>("name"))? else { return Ok(()) };
    let sql = "SELECT id, activity_no, subject_name FROM activity WHERE party = $1";
    let named = |row: &Row<'_>| Ok((row.get("id")?, row.get("activity_no")?, row.get("subject_name")?));
    let activities: Vec<(ActivityId, String, String)> = cx.rows(sql, values![party], named)?;
    for (activity, no, record) in activities {
        let sql = "UPDATE activity SET search_fold = $1 WHERE id = $2";
        cx.run(sql, values![search(&[&no, &name, &record]), activity])?;
    }
    let sql = "SELECT id, subject_name, text FROM commitment WHERE party = $1";
    let named = |row: &Row<'_>| Ok((row.get("id")?, row.get("subject_name")?, row.get("text")?));
    let commitments: Vec<(CommitmentId, String, String)> = cx.rows(sql, values![party], named)?;
    for (commitment, record, text) in commitments {
        let sql = "UPDATE commitment SET search_fold = $1 WHERE id = $2";
        cx.run(sql, values![search(&[&name, &record, &text]), commitment])?;
    }
    Ok(())
}

/// Looked for after its words have changed.
pub fn commitment_search(of: &FollowedSubject, text: &str) -> String {
    search(&[&of.party_name, &of.name, text])
}
