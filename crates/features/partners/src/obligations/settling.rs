//! What came of an obligation: done, with what shows it; or excused by somebody who was not to do it.

use super::store::{self, Obligation};
use crate::agreements::store as agreements;
use crate::inputs::{ExcuseObligation, FulfilObligation, ProveObligation};
use crate::model::ObligationState;
use crate::rules::{
    self, DONE_EARLY, DONE_LATER, EVIDENCE_KIND, EVIDENCE_MISSING, NOT_DONE, NOT_SIGNED, PROVEN_ALREADY,
    REASON_MISSING, SETTLED_ALREADY,
};
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;

/// It was done on a day; what shows it may follow, and until then it does not count as kept.
pub fn fulfil_obligation(cx: &Write<'_>, input: FulfilObligation) -> Result<Nothing> {
    let before = store::obligation(cx, input.id)?;
    let of = agreements::agreement(cx, before.agreement)?;
    require(of.is_signed(), NOT_SIGNED)?;
    require(before.state == ObligationState::Open, SETTLED_ALREADY)?;
    rules::happened("done_on", input.done_on, cx.today(), DONE_LATER)?;
    let early = Refusal::new(DONE_EARLY).with("day", of.proposed_on).at("done_on");
    require(input.done_on >= of.proposed_on, early)?;
    let evidence = rules::line("evidence", &input.evidence)?;
    let kind = input.evidence_kind.filter(|_| !evidence.is_empty());
    require(evidence.is_empty() || kind.is_some(), Refusal::new(EVIDENCE_KIND).at("evidence_kind"))?;
    cx.claim(store::OBLIGATION, input.id, input.version)?;
    let after = Obligation {
        state: ObligationState::Done,
        done_on: Some(input.done_on),
        evidence_kind: kind,
        evidence,
        ..before.clone()
    };
    store::settle(cx, &before, &after)?;
    Ok(Nothing {})
}

/// What shows that it was done came after it.
pub fn prove_obligation(cx: &Write<'_>, input: ProveObligation) -> Result<Nothing> {
    let before = store::obligation(cx, input.id)?;
    require(before.state == ObligationState::Done, NOT_DONE)?;
    require(before.evidence.is_empty(), PROVEN_ALREADY)?;
    let evidence = rules::said("evidence", &input.evidence, EVIDENCE_MISSING)?;
    cx.claim(store::OBLIGATION, input.id, input.version)?;
    let after = Obligation { evidence_kind: Some(input.evidence_kind), evidence, ..before.clone() };
    store::settle(cx, &before, &after)?;
    Ok(Nothing {})
}

/// It need not be done any more.
pub fn excuse_obligation(cx: &Write<'_>, input: ExcuseObligation) -> Result<Nothing> {
    let before = store::obligation(cx, input.id)?;
    let of = agreements::agreement(cx, before.agreement)?;
    require(of.is_signed(), NOT_SIGNED)?;
    require(before.state == ObligationState::Open, SETTLED_ALREADY)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    cx.claim(store::OBLIGATION, input.id, input.version)?;
    excuse(cx, &before, &reason)?;
    Ok(Nothing {})
}

/// Writes that one is excused; nobody excuses what they were to do themselves.
///
/// # Errors
/// `partners.own_excuse`.
pub fn excuse(cx: &Write<'_>, before: &Obligation, reason: &str) -> Result<()> {
    rules::may_excuse(before.side, before.keeper, cx.who.id)?;
    let after = Obligation { state: ObligationState::Excused, reason: reason.to_owned(), ..before.clone() };
    store::settle(cx, before, &after)
}
