//! An investment is put before another person, who approves what it may cost, sends it back, or refuses it.

use crate::books;
use crate::inputs::{ApproveInvestment, NoteInvestment};
use crate::model::{InvestmentState, SavedInvestment};
use crate::rules::{self, DECISION_MISSING, NOT_COMPLETE, NOT_OPENED, OWN_APPROVAL, REASON_MISSING};
use crate::steps::PURCHASE;
use crate::store::{self, Investment};
use approvals::{ApprovalRequest, Asked, RequestState};
use kernel::{Failure, Refusal, Result, require};
use office::context::{Read, Write};

fn saved(one: &Investment) -> SavedInvestment {
    SavedInvestment { investment: one.id, investment_no: one.investment_no.clone() }
}

/// It is put before another person, with all it must say.
pub fn ask_decision(cx: &Write<'_>, input: NoteInvestment) -> Result<SavedInvestment> {
    let before = store::investment(cx, input.id)?;
    store::stands(&before, &[InvestmentState::Idea, InvestmentState::Refused])?;
    let note = rules::line("note", &input.note)?;
    let gaps = rules::gaps(&before.facts);
    require(gaps.is_empty(), Refusal::new(NOT_COMPLETE).with("gaps", gaps.join(",")))?;
    cx.claim(store::INVESTMENT, input.id, input.version)?;
    let amount = before.facts.expected_cost.or(before.facts.opened_cost);
    let asked = Asked { subject: *before.id.as_bytes(), amount, reason: &note, ..Asked::default() };
    approvals::ask(cx, &PURCHASE, &asked)?;
    let after =
        Investment { state: InvestmentState::ForDecision, decided_on: None, decided_by: None, ..before.clone() };
    store::lead(cx, &before, &after, &note)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// Whether the person who asks may decide; whoever proposed it may not, either.
///
/// # Errors
/// Their role, that they asked for it or proposed it.
fn may_decide(cx: &Read<'_>, one: &Investment, request: &ApprovalRequest) -> Result<()> {
    approvals::may_answer(cx, &PURCHASE, request)?;
    require(one.proposed_by != cx.who.id, OWN_APPROVAL)
}

/// Why the person who asks may not decide: the name of a refusal, or of a permission.
///
/// # Errors
/// What the database refuses.
pub fn cannot_decide(cx: &Read<'_>, one: &Investment, request: &ApprovalRequest) -> Result<Option<String>> {
    match may_decide(cx, one, request) {
        Ok(()) => Ok(None),
        Err(Failure::Forbidden { permission }) => Ok(Some(permission.to_owned())),
        Err(Failure::Refused(refusal)) => Ok(Some(refusal.code.0.to_owned())),
        Err(failure) => Err(failure),
    }
}

/// Another person approves it, with what it may cost and by which decision.
pub fn approve(cx: &Write<'_>, input: ApproveInvestment) -> Result<SavedInvestment> {
    let before = store::investment(cx, input.id)?;
    let request = approvals::require_waiting(cx, &PURCHASE, *before.id.as_bytes())?;
    may_decide(cx, &before, &request)?;
    rules::positive("approved_cost", input.approved_cost)?;
    let decision = rules::said("decision", &input.decision, DECISION_MISSING)?;
    if let Some(opened) = before.facts.opened_cost {
        let fund = before.fund_row(cx)?;
        let account = rules::held_on(before.facts.kind, fund.class);
        let left = books::opening_left(cx, fund.id, before.facts.kind, account.as_str())?;
        let stands = Refusal::new(NOT_OPENED).with("amount", left).with("account", &account);
        require(opened <= left, stands)?;
    }
    cx.claim(store::INVESTMENT, input.id, input.version)?;
    let request = approvals::answer(cx, &PURCHASE, &request)?;
    if request.state == RequestState::Approved {
        let after = Investment {
            state: InvestmentState::Approved,
            approved_cost: Some(input.approved_cost),
            decision: decision.clone(),
            decided_on: Some(cx.today()),
            decided_by: Some(cx.who.id),
            ..before.clone()
        };
        store::lead(cx, &before, &after, &decision)?;
    }
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// Whoever asked takes it back, or another person sends it back with what is to be mended.
pub fn return_idea(cx: &Write<'_>, input: NoteInvestment) -> Result<SavedInvestment> {
    let before = store::investment(cx, input.id)?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    let request = approvals::require_waiting(cx, &PURCHASE, *before.id.as_bytes())?;
    cx.claim(store::INVESTMENT, input.id, input.version)?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &PURCHASE, &request, &note)?;
    } else {
        approvals::send_back(cx, &PURCHASE, &request, &note)?;
    }
    let after = Investment { state: InvestmentState::Idea, ..before.clone() };
    store::lead(cx, &before, &after, &note)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// Another person says no.
pub fn refuse(cx: &Write<'_>, input: NoteInvestment) -> Result<SavedInvestment> {
    let before = store::investment(cx, input.id)?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    let request = approvals::require_waiting(cx, &PURCHASE, *before.id.as_bytes())?;
    may_decide(cx, &before, &request)?;
    cx.claim(store::INVESTMENT, input.id, input.version)?;
    approvals::refuse(cx, &PURCHASE, &request, &note)?;
    let after = Investment {
        state: InvestmentState::Refused,
        decision: note.clone(),
        decided_on: Some(cx.today()),
        decided_by: Some(cx.who.id),
        ..before.clone()
    };
    store::lead(cx, &before, &after, &note)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}
