//! A request is moved on: studied, put off, handed over for decision, decided, carried out, closed, withdrawn.

use crate::inputs::{DecideRequest, MoveRequest};
use crate::model::CaseEventKind;
use crate::store::{self, CaseRequest, Happened};
use crate::{facts, frame, named, rules};
use casework::flows::{self, Move, Step};
use casework::refusals::FLOW_TRANSITION;
use casework::requests::State;
use kernel::{Result, require};
use office::context::Write;
use office::input::Nothing;

pub fn advance(cx: &Write<'_>, input: MoveRequest) -> Result<Nothing> {
    require(input.to != State::Decided, FLOW_TRANSITION)?;
    let reason = rules::text("reason", &input.reason)?;
    let answer = rules::text("answer", &input.answer)?;
    let way = Move {
        reason: Some(reason.clone()),
        answer: Some(answer.clone()),
        asked_by_applicant: input.asked_by_applicant,
        ..Move::to(input.to)
    };
    let before = store::request(cx, input.id)?;
    tried(cx, &before, &way)?;
    cx.claim(store::RECORD, input.id, input.version)?;
    let note = if answer.is_empty() { reason } else { answer.clone() };
    let after =
        CaseRequest { answer: if input.to == State::Closed { answer } else { String::new() }, ..before.clone() };
    moved(cx, &before, after, &way, "", &note)?;
    Ok(Nothing {})
}

pub fn decide(cx: &Write<'_>, input: DecideRequest) -> Result<Nothing> {
    let reason = rules::text("reason", &input.reason)?;
    let way = Move { outcome: Some(input.outcome), reason: Some(reason.clone()), ..Move::to(State::Decided) };
    let before = store::request(cx, input.id)?;
    tried(cx, &before, &way)?;
    cx.claim(store::RECORD, input.id, input.version)?;
    let after = CaseRequest {
        outcome: Some(input.outcome),
        reason: reason.clone(),
        decided_by: Some(cx.who.id),
        decided_on: Some(cx.today()),
        ..before.clone()
    };
    moved(cx, &before, after, &way, &named::name(&input.outcome)?, &reason)?;
    Ok(Nothing {})
}

/// # Errors
/// The first thing that is in the way.
pub fn tried(cx: &Write<'_>, request: &CaseRequest, way: &Move) -> Result<()> {
    let calendar = frame::calendar(cx)?;
    let facts = facts::facts(cx, request)?;
    flows::attempt(&facts, &facts::me(cx)?, cx.today(), &Step::To(way.clone()), calendar.frame())?;
    Ok(())
}

/// Keeps a move that was tried: the state, the event, the days, the line of the trail.
///
/// # Errors
/// What the database refuses.
pub fn moved(
    cx: &Write<'_>,
    before: &CaseRequest,
    after: CaseRequest,
    way: &Move,
    word: &str,
    note: &str,
) -> Result<()> {
    let pauses = matches!(way.to, State::AwaitingApplicant | State::OnHold);
    let after = CaseRequest { state: way.to, back: pauses.then_some(before.state), ..after };
    store::update(cx, before, &after, note)?;
    let event =
        Happened { from: Some(before.state), to: Some(way.to), word, note, ..Happened::of(CaseEventKind::Moved) };
    store::happened(cx, after.id, &event)?;
    store::clocked(cx, after.id, &frame::calendar(cx)?)?;
    store::told(cx, Some(before), after.id)
}
