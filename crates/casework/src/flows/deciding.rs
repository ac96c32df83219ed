//! The decision: by whom, and on what grounds.

use super::{Actor, Frame, Move, Outcome, Request};
use crate::criteria::Whole;
use crate::is_written;
use crate::people::Role;
use crate::refusals::{
    FLOW_AMOUNT, FLOW_COMMITTEE_ONLY, FLOW_CONTESTED, FLOW_CRITERIA, FLOW_DECLARATION, FLOW_LIMIT, FLOW_OUTCOME,
    FLOW_OWN_REQUEST, FLOW_OWN_STUDY, FLOW_REASON, FLOW_ROLE, Refusals,
};
use crate::requests::Kind;
use kernel::Refusal;

/// Whether a service is approved against its criteria.
pub(super) fn is_exception(request: &Request, way: &Move) -> bool {
    against_criteria(request, way) && way.exception
}

fn against_criteria(request: &Request, way: &Move) -> bool {
    request.kind == Kind::Service && way.outcome == Some(Outcome::Approved) && request.criteria != Whole::Eligible
}

/// Notes all that keeps somebody from deciding.
pub(super) fn decide(request: &Request, actor: &Actor, way: &Move, frame: Frame<'_>, refused: &mut Refusals) {
    refused.unless(matches!(actor.role, Role::Supervisor | Role::Director | Role::Committee), FLOW_ROLE);
    refused.unless(request.researcher.as_ref() != Some(&actor.name), FLOW_OWN_STUDY);
    refused.unless(request.applicant.as_ref() != Some(&actor.name), FLOW_OWN_REQUEST);
    refused.unless(!request.had_a_hand_in_it(&actor.name), FLOW_CONTESTED);
    refused.unless(request.level() < 2 || actor.role == Role::Committee, FLOW_COMMITTEE_ONLY);
    refused.unless(request.declared.contains(&actor.name), Refusal::new(FLOW_DECLARATION).at("declared"));
    let Some(outcome) = way.outcome.filter(|outcome| Outcome::of(request.kind).contains(outcome)) else {
        refused.add(Refusal::new(FLOW_OUTCOME).at("outcome"));
        return;
    };
    let approved = outcome == Outcome::Approved;
    let amount = way.amount.filter(|_| approved);
    let limit = frame.decision_limit.of(actor.role);
    if let Some(limit) = limit.filter(|limit| amount.is_some_and(|amount| amount > *limit)) {
        refused.add(Refusal::new(FLOW_LIMIT).with("limit", limit).at("amount"));
    }
    let lacks_an_amount = approved && request.asked.is_some() && amount.is_none();
    refused.unless(!lacks_an_amount, Refusal::new(FLOW_AMOUNT).at("amount"));
    refused.unless(!against_criteria(request, way) || way.exception, FLOW_CRITERIA);
    let another_amount = amount.is_some() && request.asked.is_some() && amount != request.asked;
    let needs_a_reason = matches!(outcome, Outcome::Rejected | Outcome::NotSettled) || way.exception || another_amount;
    let reasoned = !needs_a_reason || is_written(way.reason.as_deref());
    refused.unless(reasoned, Refusal::new(FLOW_REASON).at("reason"));
}
