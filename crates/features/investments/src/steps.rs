//! What of investments another person must approve: that one is bought, and that a rule of allocation holds.

use crate::allocation::store as rules_of;
use crate::inputs::WhichInvestment;
use crate::{rules, store};
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::{AllocationVersionId, InvestmentId};
use office::approval::{Answering, ApprovalStep, Described, StepAnswer, StepRefusals};
use office::context::Read;
use office::input::Nothing;
use serde_json::{Value, json};

const REFUSALS: StepRefusals = StepRefusals {
    own: rules::OWN_APPROVAL,
    again: ANSWERED_ALREADY,
    decided: rules::APPROVAL_DECIDED,
    waits: rules::APPROVAL_WAITS,
};

/// An investment may be bought.
pub const PURCHASE: ApprovalStep = ApprovalStep {
    name: "investments.purchase",
    subject: store::INVESTMENT,
    decides: crate::INVESTMENTS_DECIDE,
    needed: 1,
    limit: None,
    task: "investment_decision",
    told: Some("investment_returned"),
    kept_from: &[],
    describe: purchase,
    refusals: REFUSALS,
};

/// A rule of allocation holds from its day on.
pub const RULE: ApprovalStep = ApprovalStep {
    name: "investments.rule",
    subject: "allocation_version",
    decides: crate::INVESTMENTS_DECIDE,
    needed: 1,
    limit: None,
    task: "allocation_decision",
    told: Some("allocation_returned"),
    kept_from: &[],
    describe: rule,
    refusals: REFUSALS,
};

/// Which commands decide it, where a committee does: a rule alone, because an investment is approved with what it may cost.
pub const ANSWERS: &[StepAnswer] = &[StepAnswer {
    step: RULE.name,
    approve: "investments.approve_rule",
    refuse: Some("investments.refuse_rule"),
    input: asked,
}];

fn asked(_: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    Ok(json!({ "version": AllocationVersionId::from_bytes(of.subject), "note": of.said }))
}

fn purchase(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let Some(one) = store::find(cx, InvestmentId::from_bytes(subject))? else { return Ok(None) };
    let target = crate::INVESTMENT.asking(&WhichInvestment { investment: one.id })?;
    Ok(Some(Described::new(target, [("number", one.investment_no), ("name", one.facts.name)])))
}

fn rule(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let id = AllocationVersionId::from_bytes(subject);
    let Some((name, no)) = rules_of::named(cx, id)? else { return Ok(None) };
    let target = crate::ALLOCATION.asking(&Nothing {})?;
    Ok(Some(Described::new(target, [("name", name), ("no", no.to_string())])))
}
