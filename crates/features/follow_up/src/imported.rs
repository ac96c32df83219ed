//! The door for imports: visits and commitments of an office's own register, and how they go again with their import.
//!
//! What a register tells was seen and promised before this program. It is kept as it was, and judges nobody by itself: a
//! sign of distress, a promise not kept, falling sales halt a project only where the person who brought them in said so
//! (`from_register`), so that nothing halts that nobody was told of.

use crate::model::{ActivityKind, ActivityState, CommitmentState, PromiseSide, VisitSignal};
use crate::store::{self, Commitment, NewActivity};
use crate::{FOLLOW_UP_KEEP, subjects};
use database::{Read, values};
use intake::VisitReading;
use kernel::id::{ActivityId, CommitmentId, PersonId, SubjectId};
use kernel::{Day, Failure, Result, require};
use office::context::Write;
use office::feature::Subject;
use office::gate::{Condition, Gate};
use office::words::{Language, word};
use std::collections::BTreeSet;

/// A record that is followed, as its feature names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followable {
    pub kind: &'static str,
    pub id: SubjectId,
}

/// A visit that goes in: the identifiers it and the next one get, its record, and what the row was judged to say.
#[derive(Debug, Clone)]
pub struct ImportedVisit {
    pub id: ActivityId,
    pub next: ActivityId,
    pub of: Followable,
    pub values: intake::Visit,
}

/// As above, of a promise.
#[derive(Debug, Clone)]
pub struct ImportedCommitment {
    pub id: CommitmentId,
    pub of: Followable,
    pub values: intake::Commitment,
}

/// What an import wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MadeFollowUp {
    pub activities: BTreeSet<ActivityId>,
    pub commitments: BTreeSet<CommitmentId>,
}

/// What rests by now on something an import made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpRest {
    pub noun: &'static str,
    pub label: String,
    /// The name of its words.
    pub what: &'static str,
}

/// An import of loans or people goes as long as no register of following up came in upon it. What was recorded here is
/// told by the trail.
pub const TAKING_BACK: Gate = Gate { before: &["importing.take_back"], look: nothing_kept };

fn nothing_kept(cx: &office::context::Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    if !["loan", "project", "file"].contains(&subject.kind) {
        return Ok(Vec::new());
    }
    let sql = include_str!("sql/kept_from_registers.sql");
    let kept: i64 = cx.one(sql, values![subject.kind, subject.id], |row| row.get("kept"))?;
    Ok(vec![Condition::new("follow_up.nothing_kept", kept == 0, [])])
}

/// Stores visits and commitments in one go. `step` is told of each and may stop it.
///
/// # Errors
/// A record that is gone, a person nobody knows: the judgement refused those. What `step` says.
pub fn store_imported(
    cx: &Write<'_>,
    visits: &[ImportedVisit],
    commitments: &[ImportedCommitment],
    step: &dyn Fn() -> Result<()>,
) -> Result<MadeFollowUp> {
    let mut made = MadeFollowUp::default();
    let staff = Staff::of(cx)?;
    for visit in visits {
        step()?;
        made.activities.extend(store_visit(cx, visit, &staff)?);
    }
    for commitment in commitments {
        step()?;
        store_commitment(cx, commitment)?;
        made.commitments.insert(commitment.id);
    }
    Ok(made)
}

/// Who works here, and who of them visits.
struct Staff {
    works: BTreeSet<PersonId>,
    visits: BTreeSet<PersonId>,
}

impl Staff {
    fn of(db: &Read<'_>) -> Result<Self> {
        let active: Vec<_> = office::staff::people(db)?.into_iter().filter(|person| person.active).collect();
        Ok(Self {
            works: active.iter().map(|person| person.id).collect(),
            visits: active.iter().filter(|person| person.role.may(FOLLOW_UP_KEEP)).map(|person| person.id).collect(),
        })
    }
}

/// A visit that took place, with its readings, and the next one where its day lies ahead.
fn store_visit(cx: &Write<'_>, visit: &ImportedVisit, staff: &Staff) -> Result<Vec<ActivityId>> {
    let values = &visit.values;
    let of = subjects::subject(cx, visit.of.kind, visit.of.id)?;
    let by: PersonId = values.by.parse()?;
    let kind = ActivityKind::named(&values.kind)?;
    let signal = values.signal.as_deref().map(VisitSignal::named).transpose()?;
    let action = action(cx, values, by, staff);
    let activity_no = store::next_number(cx)?;
    let search = store::search(&[&activity_no, &of.party_name, &of.name]);
    cx.run(
        include_str!("sql/insert_imported.sql"),
        values![
            visit.id,
            activity_no.as_str(),
            kind,
            of.subject_kind.as_str(),
            of.subject,
            of.name.as_str(),
            of.party,
            search,
            values.date,
            by,
            cx.who.id,
            cx.now,
            values.findings.as_deref().unwrap_or_default(),
            signal,
            action.text.as_str(),
            action.owner,
            action.due,
            action.closed,
            action.closed.map(|_| cx.who.id),
            action.note.as_str(),
            if values.halts { "judged" } else { "past" }
        ],
    )?;
    for (reading, read) in &values.readings {
        let (value, reason) = match read {
            VisitReading::Value(value) => (Some(*value), ""),
            VisitReading::NotRead(reason) => (None, reason.as_str()),
        };
        let sql = "INSERT INTO activity_reading (activity, kind, value, reason) VALUES ($1, $2, $3, $4)";
        cx.run(sql, values![visit.id, reading.as_str(), value, reason])?;
    }
    cx.status_changed(store::subject(visit.id), None, ActivityState::Done.name(), "")?;
    store::told(cx, None, visit.id)?;
    let mut made = vec![visit.id];
    if let Some(next_on) = values.next_date.filter(|day| *day > cx.today()) {
        let planned = "SELECT 1 AS one FROM activity WHERE subject_kind = $1 AND subject = $2 AND planned_on = $3 \
                       AND state = 'planned'";
        if cx.row(planned, values![of.subject_kind.as_str(), of.subject, next_on], |_| Ok(()))?.is_none() {
            let new = NewActivity {
                id: visit.next,
                kind,
                of: &of,
                planned_on: next_on,
                researcher: if staff.visits.contains(&by) { by } else { cx.who.id },
                purpose: "",
                comes_from: Some(visit.id),
                unplanned: false,
            };
            store::insert(cx, &new)?;
            store::told(cx, None, visit.next)?;
            made.push(visit.next);
        }
    }
    Ok(made)
}

/// What is done about what was seen. What lies behind is closed: nobody here is reminded of it.
#[derive(Default)]
struct PastAction {
    text: String,
    owner: Option<PersonId>,
    due: Option<Day>,
    closed: Option<Day>,
    note: String,
}

fn action(cx: &Write<'_>, values: &intake::Visit, by: PersonId, staff: &Staff) -> PastAction {
    let said = |key: &str| word(&format!("follow_up.from_register.{key}"), Language::Ar);
    let distress = values.signal.as_deref() == Some(VisitSignal::Distress.name());
    let text = match &values.action {
        Some(action) => action.clone(),
        None if distress => said("no_action"),
        None => return PastAction::default(),
    };
    if values.halts {
        let owner = if staff.works.contains(&by) { by } else { cx.who.id };
        return PastAction { text, owner: Some(owner), due: Some(cx.today()), ..PastAction::default() };
    }
    let on = Some(values.date);
    PastAction { text, owner: Some(by), due: on, closed: on, note: said("action_closed") }
}

fn store_commitment(cx: &Write<'_>, commitment: &ImportedCommitment) -> Result<()> {
    let values = &commitment.values;
    let of = subjects::subject(cx, commitment.of.kind, commitment.of.id)?;
    let side = PromiseSide::named(&values.side)?;
    let keeper: Option<PersonId> = match side {
        PromiseSide::Association => Some(values.keeper.parse()?),
        PromiseSide::Beneficiary => None,
    };
    let notes = values.notes.as_deref().unwrap_or_default();
    // A remark on what is not met has no place of its own.
    let text = match values.met_on.is_some() || notes.is_empty() {
        true => values.promise.clone(),
        false => format!("{}\n{notes}", values.promise),
    };
    let new = Commitment {
        id: commitment.id,
        subject_kind: of.subject_kind.clone(),
        subject: of.subject,
        subject_name: of.name.clone(),
        side,
        text,
        due: values.due,
        keeper,
        state: CommitmentState::Open,
        met_on: None,
        evidence: String::new(),
        reason: String::new(),
        activity: None,
        depends_on: None,
        made_on: values.made_on,
    };
    store::insert_commitment(cx, &new, &of)?;
    let judged = if values.halts { "judged" } else { "past" };
    cx.run("UPDATE commitment SET from_register = $1 WHERE id = $2", values![judged, new.id])?;
    if let Some(on) = values.met_on {
        let shown =
            if notes.is_empty() { word("follow_up.from_register.evidence", Language::Ar) } else { notes.to_owned() };
        store::meet(cx, &new, on, &shown)?;
    } else if let Some(excuse) = &values.excuse {
        cx.run("UPDATE commitment SET state = 'excused', reason = $1 WHERE id = $2", values![excuse.as_str(), new.id])?;
        let (from, to) = (CommitmentState::Open.name(), CommitmentState::Excused.name());
        cx.status_changed(store::promise(new.id), Some(from), to, excuse)?;
    }
    store::told_of_promise(cx, None, new.id)
}

/// An activity the office holds, for the judgement of a file: its record, the day it took place or is planned for, and
/// its kind.
///
/// # Errors
/// What the database refuses.
pub fn known_visits(db: &Read<'_>) -> Result<Vec<(String, SubjectId, Day, String)>> {
    let sql = "SELECT subject_kind, subject, done_on AS on_day, kind FROM activity WHERE done_on IS NOT NULL \
               AND subject_kind IN ('loan', 'file') ORDER BY id";
    db.rows(sql, values![], |row| {
        Ok((row.get("subject_kind")?, row.get("subject")?, row.get("on_day")?, row.get("kind")?))
    })
}

/// A promise the office holds: its record, whose it is, what was promised, by when.
type KnownPromise = (String, SubjectId, String, String, Day);

/// The promises of both sides on loans and files.
///
/// # Errors
/// What the database refuses.
pub fn known_commitments(db: &Read<'_>) -> Result<Vec<KnownPromise>> {
    let sql = "SELECT subject_kind, subject, side, text, due FROM commitment WHERE subject_kind IN ('loan', 'file') \
               ORDER BY id";
    db.rows(sql, values![], |row| {
        let text: String = row.get("text")?;
        // A remark that stands below was none of the promise.
        let promise = text.split('\n').next().unwrap_or_default().to_owned();
        Ok((row.get("subject_kind")?, row.get("subject")?, row.get("side")?, promise, row.get("due")?))
    })
}

/// What rests by now on what an import made: visits in the place of one, promises found kept, promises that wait.
///
/// # Errors
/// What the database refuses.
pub fn rests_on(db: &Read<'_>, made: &MadeFollowUp) -> Result<Vec<FollowUpRest>> {
    let mut found = Vec::new();
    for id in &made.activities {
        let sql = "SELECT id FROM activity WHERE comes_from = $1 OR closed_with = $1";
        let visits: Vec<ActivityId> = db.rows(sql, values![*id], |row| row.get("id"))?;
        let sql = "SELECT id FROM commitment WHERE activity = $1";
        let promises: Vec<CommitmentId> = db.rows(sql, values![*id], |row| row.get("id"))?;
        let rests = visits.iter().any(|other| !made.activities.contains(other))
            || promises.iter().any(|other| !made.commitments.contains(other));
        if rests {
            let label = store::activity_label(db, *id.as_bytes())?;
            found.push(FollowUpRest { noun: store::ACTIVITY, label, what: "followed" });
        }
    }
    for id in &made.commitments {
        let sql = "SELECT count(*) AS n FROM activity_kept WHERE commitment = $1";
        let kept: i64 = db.one(sql, values![*id], |row| row.get("n"))?;
        let sql = "SELECT id FROM commitment WHERE depends_on = $1";
        let waiting: Vec<CommitmentId> = db.rows(sql, values![*id], |row| row.get("id"))?;
        if kept > 0 || waiting.iter().any(|other| !made.commitments.contains(other)) {
            let label = store::commitment_label(db, *id.as_bytes())?;
            found.push(FollowUpRest { noun: store::COMMITMENT, label, what: "followed" });
        }
    }
    Ok(found)
}

/// Removes what an import made; whoever calls has seen that nothing rests on it. Gives the numbers of the activities.
///
/// # Errors
/// `history.append_only` of the database, of what goes with no import.
pub fn remove_imported(cx: &Write<'_>, made: &MadeFollowUp) -> Result<Vec<String>> {
    for id in &made.commitments {
        cx.run("DELETE FROM commitment WHERE id = $1", values![*id])?;
        cx.status_forgotten(store::promise(*id))?;
    }
    let mut gone = Vec::new();
    let mut first = Vec::new();
    for id in &made.activities {
        let activity = store::activity(cx, *id)?;
        // What was planned from another goes before it.
        if activity.comes_from.is_some() { gone.push(activity) } else { first.push(activity) }
    }
    gone.extend(first);
    for activity in &gone {
        cx.run("DELETE FROM activity_reading WHERE activity = $1", values![activity.id])?;
        cx.run("DELETE FROM activity_kept WHERE activity = $1", values![activity.id])?;
        let removed = cx.run("DELETE FROM activity WHERE id = $1", values![activity.id])?;
        require(removed == 1, Failure::not_found(store::ACTIVITY))?;
        cx.status_forgotten(store::subject(activity.id))?;
    }
    Ok(gone.into_iter().map(|activity| activity.activity_no).collect())
}
