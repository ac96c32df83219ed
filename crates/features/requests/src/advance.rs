//! A request is moved on: studied, put off, handed over for decision, decided, carried out, closed, withdrawn.

use crate::clock::{self, Days};
use crate::inputs::{DecideRequest, MoveRequest};
use crate::model::CaseEventKind;
use crate::store::{self, CaseRequest, Happened};
use crate::{facts, frame, named, rules, service};
use casework::flows::{self, Move, Outcome, Step};
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
    if input.to == State::ForDecision && before.state != State::Decided {
        service::handed_over(cx, &before)?;
    }
    Ok(Nothing {})
}

pub fn decide(cx: &Write<'_>, input: DecideRequest) -> Result<Nothing> {
    let reason = rules::text("reason", &input.reason)?;
    let before = store::request(cx, input.id)?;
    let asked = service::gathered(cx, &before)?;
    let approves = input.outcome == Outcome::Approved;
    let amount = input.amount.filter(|_| asked.is_some() && approves);
    let exception = input.exception && asked.is_some() && approves;
    let way = Move {
        outcome: Some(input.outcome),
        reason: Some(reason.clone()),
        amount,
        exception,
        ..Move::to(State::Decided)
    };
    let decided = service::Decided { outcome: input.outcome, amount, exception };
    tried(cx, &before, &way)?;
    if let Some(asked) = &asked {
        service::may_decide(cx, asked, decided)?;
    }
    cx.claim(store::RECORD, input.id, input.version)?;
    let after = CaseRequest {
        outcome: Some(input.outcome),
        reason: reason.clone(),
        decided_by: Some(cx.who.id),
        decided_on: Some(cx.today()),
        ..before.clone()
    };
    moved(cx, &before, after, &way, &named::name(&input.outcome)?, &reason)?;
    if let Some(asked) = &asked {
        service::decide(cx, before.id, asked, decided, spent(cx, &before)?)?;
    }
    Ok(Nothing {})
}

/// Working days from receipt to today, while the clock ran.
fn spent(cx: &Write<'_>, request: &CaseRequest) -> Result<Option<i64>> {
    let entries = store::entries(cx, request.id)?;
    let days = Days {
        kind: request.kind,
        state: State::Decided,
        received: request.received_on,
        term: service::term(cx, request.id)?,
        entries: &entries,
        callback_from: None,
    };
    Ok(clock::read(days, cx.today(), &frame::calendar(cx)?)?.map(|clock| i64::from(clock.elapsed)))
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
