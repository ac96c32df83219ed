//! The way of an initiative: studied, approved by another person, funded, running; halted and taken up by another; completed.

use crate::facts;
use crate::inputs::{MoveInitiative, NoteInitiative, SetProgress};
use crate::model::{InitiativeRole, InitiativeState, SavedInitiative};
use crate::rules::{
    self, NOT_COVERED, NOT_PLANNED, NOT_RUNNING, NO_FINDING, OWN_APPROVAL, OWN_HALT, PROGRESS, REASON_MISSING, STEP,
};
use crate::steps::INITIATIVE;
use crate::store::{self, Initiative};
use approvals::{ApprovalRequest, Asked, RequestState};
use database::values;
use kernel::{Failure, Refusal, Result, require};
use office::context::{Read, Write};

fn saved(one: &Initiative) -> SavedInitiative {
    SavedInitiative { initiative: one.id, initiative_no: one.initiative_no.clone() }
}

fn stands(one: &Initiative, states: &[InitiativeState]) -> Result<()> {
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
    if input.to == InitiativeState::Studied {
        require(before.finding.is_some(), Refusal::new(NO_FINDING).with("title", &before.title))?;
    }
    if input.to == InitiativeState::Funded {
        let supports = facts::supports(cx, before.programme)?;
        let own: Vec<_> = supports.into_iter().filter(|one| one.initiative == Some(before.id)).collect();
        let cover = facts::covered(store::cost(cx, before.id)?, &own, 100)?;
        let gap = cover.uncovered;
        require(gap.is_zero(), Refusal::new(NOT_COVERED).with("gap", gap.to_string()))?;
    }
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    approvals::lapse(cx, &INITIATIVE, *before.id.as_bytes(), &note)?;
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
    let carried = facts::partners(cx, one.id)?.iter().any(|each| each.role == InitiativeRole::Implementing);
    let cost = store::cost(cx, one.id)?;
    let whole = carried && cost.is_positive() && one.starts.is_some() && one.ends.is_some();
    require(whole, Refusal::new(NOT_PLANNED).with("title", &one.title))?;
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
    match may_approve(cx, one, request) {
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

/// A sign of distress: nothing of it goes on until another person lifts it.
pub fn halt(cx: &Write<'_>, input: NoteInitiative) -> Result<SavedInitiative> {
    let before = store::initiative(cx, input.id)?;
    stands(&before, &[InitiativeState::Running])?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    store::lead(cx, &before, InitiativeState::Halted, &note)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// Another person than who halted it lets it go on.
pub fn resume(cx: &Write<'_>, input: NoteInitiative) -> Result<SavedInitiative> {
    let before = store::initiative(cx, input.id)?;
    stands(&before, &[InitiativeState::Halted])?;
    require(before.halted_by != Some(cx.who.id), OWN_HALT)?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    store::lead(cx, &before, InitiativeState::Running, &note)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// How far it has come, with what shows it.
pub fn set_progress(cx: &Write<'_>, input: SetProgress) -> Result<SavedInitiative> {
    let before = store::initiative(cx, input.id)?;
    require(before.state == InitiativeState::Running, NOT_RUNNING)?;
    require((0..=100).contains(&input.progress), Refusal::new(PROGRESS).at("progress"))?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    cx.run("UPDATE initiative SET progress = $1 WHERE id = $2", values![input.progress, input.id])?;
    let (was, is) = (
        serde_json::json!({ "progress": before.progress }),
        serde_json::json!({ "progress": input.progress, "note": note }),
    );
    cx.changed(store::INITIATIVE, input.id, &before.initiative_no, &was, &is)?;
    Ok(saved(&before))
}
