//! The way of an initiative: studied, approved by another person, funded, running, completed.

use crate::conditions::{before as gates, must_hold};
use crate::halts;
use crate::inputs::{MoveInitiative, NoteInitiative, SetProgress};
use crate::model::{InitiativeState, SavedInitiative};
use crate::rules::{self, HALTED, NOT_RUNNING, OWN_APPROVAL, PROGRESS, PROGRESS_EARLIER, REASON_MISSING, STEP};
use crate::steps::INITIATIVE;
use crate::store::{self, Initiative};
use approvals::{ApprovalRequest, Asked, RequestState};
use database::values;
use kernel::{Day, Failure, Refusal, Result, require};
use office::context::{Read, Write};

pub(crate) fn saved(one: &Initiative) -> SavedInitiative {
    SavedInitiative { initiative: one.id, initiative_no: one.initiative_no.clone() }
}

pub(crate) fn stands(one: &Initiative, states: &[InitiativeState]) -> Result<()> {
    require(states.contains(&one.state), Refusal::new(STEP).with("number", &one.initiative_no))
}

/// A plain step, where nobody else is asked.
pub fn move_initiative(cx: &Write<'_>, input: MoveInitiative) -> Result<SavedInitiative> {
    let before = store::initiative(cx, input.id)?;
    store::running(cx, before.programme)?;
    let ways = rules::ways(before.state);
    require(ways.contains(&input.to), Refusal::new(STEP).with("number", &before.initiative_no))?;
    let cancelled = input.to == InitiativeState::Cancelled;
    let note =
        if cancelled { rules::said("note", &input.note, REASON_MISSING)? } else { rules::line("note", &input.note)? };
    // A step back or out needs nothing.
    if !cancelled && input.to != InitiativeState::Idea {
        must_hold(&gates(cx, &before)?)?;
    }
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    approvals::lapse(cx, &INITIATIVE, *before.id.as_bytes(), &note)?;
    halts::lapse(cx, before.id)?;
    store::lead(cx, &before, input.to, &note)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// Another person is asked to approve a studied initiative, with its cost, its days and who carries it out.
pub fn ask_approval(cx: &Write<'_>, input: NoteInitiative) -> Result<SavedInitiative> {
    let one = store::initiative(cx, input.id)?;
    store::running(cx, one.programme)?;
    stands(&one, &[InitiativeState::Studied])?;
    let note = rules::line("note", &input.note)?;
    must_hold(&gates(cx, &one)?)?;
    let cost = store::cost(cx, one.id)?;
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    let asked = Asked { subject: *one.id.as_bytes(), amount: Some(cost), reason: &note, ..Asked::default() };
    approvals::ask(cx, &INITIATIVE, &asked)?;
    store::told(cx, Some(&one), input.id)?;
    Ok(saved(&one))
}

/// Whether the person who asks may approve; whoever proposed it may not, either.
///
/// # Errors
/// Their role, that they asked for it or proposed it.
pub fn may_approve(cx: &Read<'_>, one: &Initiative, request: &ApprovalRequest) -> Result<()> {
    approvals::may_answer(cx, &INITIATIVE, request)?;
    require(one.proposed_by != cx.who.id, OWN_APPROVAL)
}

/// Why the person who asks may not approve: the name of a refusal, or of a permission.
///
/// # Errors
/// What the database refuses.
pub fn cannot_approve(cx: &Read<'_>, one: &Initiative, request: &ApprovalRequest) -> Result<Option<String>> {
    why(may_approve(cx, one, request))
}

/// Why something may not be done: the name of a refusal, or of a permission; nothing where it may.
///
/// # Errors
/// What is neither.
pub fn why(tried: Result<()>) -> Result<Option<String>> {
    match tried {
        Ok(()) => Ok(None),
        Err(Failure::Forbidden { permission }) => Ok(Some(permission.to_owned())),
        Err(Failure::Refused(refusal)) => Ok(Some(refusal.code.0.to_owned())),
        Err(failure) => Err(failure),
    }
}

pub fn approve(cx: &Write<'_>, input: NoteInitiative) -> Result<SavedInitiative> {
    let before = store::initiative(cx, input.id)?;
    let request = approvals::require_waiting(cx, &INITIATIVE, *before.id.as_bytes())?;
    may_approve(cx, &before, &request)?;
    stands(&before, &[InitiativeState::Studied])?;
    let note = rules::line("note", &input.note)?;
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    let request = approvals::answer(cx, &INITIATIVE, &request)?;
    if request.state == RequestState::Approved {
        store::lead(cx, &before, InitiativeState::Approved, &note)?;
    }
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// Whoever asked takes it back, or another person sends it back.
pub fn return_approval(cx: &Write<'_>, input: NoteInitiative) -> Result<SavedInitiative> {
    let one = store::initiative(cx, input.id)?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    let request = approvals::require_waiting(cx, &INITIATIVE, *one.id.as_bytes())?;
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &INITIATIVE, &request, &note)?;
    } else {
        approvals::send_back(cx, &INITIATIVE, &request, &note)?;
    }
    store::told(cx, Some(&one), input.id)?;
    Ok(saved(&one))
}

/// How far it had come on a day, with what shows it.
pub fn set_progress(cx: &Write<'_>, input: SetProgress) -> Result<SavedInitiative> {
    let before = store::initiative(cx, input.id)?;
    store::running(cx, before.programme)?;
    require(before.state != InitiativeState::Halted, HALTED)?;
    require(before.state == InitiativeState::Running, NOT_RUNNING)?;
    require((0..=100).contains(&input.progress), Refusal::new(PROGRESS).at("progress"))?;
    rules::happened("day", input.day, cx.today())?;
    let sql = "SELECT max(day) AS day FROM initiative_progress WHERE initiative = $1";
    let last: Option<Day> = cx.one(sql, values![input.id], |row| row.get("day"))?;
    let earlier = last.is_some_and(|last| input.day < last);
    require(!earlier, Refusal::new(PROGRESS_EARLIER).at("day"))?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    let sql = "SELECT COALESCE(max(no), 0) + 1 AS next FROM initiative_progress WHERE initiative = $1";
    let no: i64 = cx.one(sql, values![input.id], |row| row.get("next"))?;
    cx.run(
        "INSERT INTO initiative_progress (initiative, no, day, percent, note, said_by) VALUES ($1, $2, $3, $4, $5, $6)",
        values![input.id, no, input.day, input.progress, note.as_str(), cx.who.id],
    )?;
    cx.run("UPDATE initiative SET progress = $1 WHERE id = $2", values![input.progress, input.id])?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}
