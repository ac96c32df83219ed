//! Moves: who may make them, and what each needs.

use super::{Actor, Consent, Frame, Move, Request, STUDYING, Stage, VisitPolicy, deciding};
use crate::is_written;
use crate::people::Role;
use crate::refusals::{
    FLOW_ANONYMOUS, FLOW_ANSWER, FLOW_CARD, FLOW_CONSENT, FLOW_CONTACT, FLOW_DECLARATION, FLOW_DOCUMENTS, FLOW_HANDLER,
    FLOW_INTERVIEW, FLOW_LETTER, FLOW_NOT_ASKED, FLOW_NOT_EXECUTED, FLOW_OUTCOME, FLOW_REASON, FLOW_RESULT, FLOW_ROLE,
    FLOW_UNASSIGNED, FLOW_VISIT, Refusals,
};
use crate::requests::{Kind, State};
use kernel::{Day, Refusal};

/// Makes a move that the table has.
pub(super) fn go(request: &Request, actor: &Actor, on: Day, way: &Move, frame: Frame<'_>) -> Result<Request, Refusals> {
    let from = request.state.unwrap_or(State::New);
    let mut refused = Refusals::default();
    if way.to == State::Decided {
        deciding::decide(request, actor, way, frame, &mut refused);
    } else {
        hands(request, actor, from, way, &mut refused);
    }
    match way.to {
        State::ForDecision => for_decision(request, from, on, &mut refused),
        State::Executing => executing(request, from, &mut refused),
        State::Closed => closed(request, from, way, on, &mut refused),
        State::Withdrawn => refused.unless(way.asked_by_applicant, FLOW_NOT_ASKED),
        _ => {}
    }
    refused.or(after(request, actor, from, way))
}

/// The request once the move is made.
fn after(request: &Request, actor: &Actor, from: State, way: &Move) -> Request {
    let mut after = Request { state: Some(way.to), ..request.clone() };
    after.back = is_pause(way.to).then_some(from);
    match way.to {
        State::Decided => {
            after.outcome = way.outcome;
            after.decider = Some(actor.name.clone());
            after.exception = deciding::is_exception(request, way);
        }
        State::Executing if request.kind == Kind::Referral && from == State::New => {
            after.stage = Some(Stage::HandedOver);
        }
        _ => {}
    }
    after
}

const fn is_pause(state: State) -> bool {
    matches!(state, State::AwaitingApplicant | State::OnHold)
}

/// Who may make any move but the decision.
fn hands(request: &Request, actor: &Actor, from: State, way: &Move, refused: &mut Refusals) {
    let by_finance = actor.role == Role::Finance
        && matches!(way.to, State::Executing | State::Closed)
        && !request.kind.is_answered()
        && request.kind != Kind::Referral;
    let right = STUDYING.contains(&actor.role) || by_finance;
    refused.unless(right, FLOW_ROLE);
    let studied = matches!(way.to, State::Assessment | State::ForDecision);
    if right && (studied || is_pause(way.to) || is_pause(from)) {
        let hands_over = way.to == State::ForDecision && matches!(from, State::New | State::Assessment);
        let leads = matches!(actor.role, Role::Supervisor | Role::Director) && !hands_over;
        if studied && request.researcher.is_none() {
            refused.add(FLOW_UNASSIGNED);
        } else {
            refused.unless(leads || request.researcher.as_ref() == Some(&actor.name), FLOW_HANDLER);
        }
    }
    refused.unless(way.to != State::AwaitingApplicant || !request.anonymous, FLOW_ANONYMOUS);
    let reasoned = !is_pause(way.to) || is_written(way.reason.as_deref());
    refused.unless(reasoned, Refusal::new(FLOW_REASON).at("reason"));
}

/// What a study must hold before it is handed over for decision.
fn for_decision(request: &Request, from: State, on: Day, refused: &mut Refusals) {
    let handed_over = matches!(from, State::New | State::Assessment);
    if !handed_over {
        return;
    }
    let papers = matches!(request.kind, Kind::Service | Kind::DataChange);
    let mut mandatory = request.documents.iter().filter(|document| document.mandatory);
    let counts = mandatory.all(|document| document.genuine && document.expires.is_none_or(|last| last >= on));
    refused.unless(counts || !papers, FLOW_DOCUMENTS);
    if request.kind == Kind::Service {
        seen(request, refused);
    }
    let declared = request.researcher.as_ref().is_some_and(|researcher| request.declared.contains(researcher));
    refused.unless(declared || !request.same_family_name, FLOW_DECLARATION);
}

/// Whether somebody spoke to the applicant of a service, and saw what is to be seen.
fn seen(request: &Request, refused: &mut Refusals) {
    refused.unless(request.interview, FLOW_INTERVIEW);
    let needs_a_visit = match request.visit_policy {
        VisitPolicy::Never => false,
        VisitPolicy::IfNeeded => request.visit_needed,
        VisitPolicy::Always => true,
    };
    refused.unless(request.visit || !needs_a_visit, FLOW_VISIT);
}

fn executing(request: &Request, from: State, refused: &mut Refusals) {
    if from == State::Decided {
        refused.unless(request.outcome.is_some_and(super::Outcome::is_carried_out), FLOW_OUTCOME);
    }
    if request.kind == Kind::Referral {
        shared(request, refused);
    }
}

/// What a partner may be told, and what the person has in hand.
fn shared(request: &Request, refused: &mut Refusals) {
    refused.unless(request.consent == Consent::Given, FLOW_CONSENT);
    refused.unless(request.card, FLOW_CARD);
}

fn closed(request: &Request, from: State, way: &Move, on: Day, refused: &mut Refusals) {
    match request.kind {
        kind if kind.is_answered() => {
            refused.unless(is_written(way.answer.as_deref()), Refusal::new(FLOW_ANSWER).at("answer"));
        }
        Kind::Referral => {
            shared(request, refused);
            let stage = request.stage.unwrap_or(Stage::HandedOver);
            refused.unless(stage != Stage::HandedOver, FLOW_CONTACT);
            refused.unless(stage.is_result(), FLOW_RESULT);
        }
        _ => {
            let waits = request.outcome.is_some_and(super::Outcome::is_carried_out);
            let done = if from == State::Executing { request.executed } else { !waits };
            refused.unless(done, FLOW_NOT_EXECUTED);
            let told = request.anonymous || request.letter.is_some_and(|letter| letter <= on);
            refused.unless(told, FLOW_LETTER);
        }
    }
}
