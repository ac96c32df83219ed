//! What of guarantees another person must approve: that one is called.

use crate::inputs::GuaranteesOf;
use crate::{rules, store};
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::GuaranteeId;
use office::approval::{Answering, ApprovalStep, Described, StepAnswer, StepRefusals};
use office::context::Read;
use serde_json::{Value, json};

/// Whoever guarantees is to pay.
pub const CALL: ApprovalStep = ApprovalStep {
    name: "guarantees.call",
    subject: store::RECORD,
    decides: crate::GUARANTEES_DECIDE,
    needed: 1,
    limit: None,
    task: "guarantee_call",
    told: Some("guarantee_call_refused"),
    kept_from: &[],
    describe,
    refusals: StepRefusals {
        own: rules::OWN_CALL,
        again: ANSWERED_ALREADY,
        decided: rules::CALL_DECIDED,
        waits: rules::CALL_WAITS,
    },
};

/// Which commands decide it, where a committee does.
pub const ANSWERS: &[StepAnswer] = &[StepAnswer {
    step: CALL.name,
    approve: "guarantees.approve_call",
    refuse: Some("guarantees.drop_call"),
    input: asked,
}];

fn asked(_: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    Ok(json!({ "guarantee": GuaranteeId::from_bytes(of.subject), "reason": of.said }))
}

fn describe(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let one = store::guarantee(cx, GuaranteeId::from_bytes(subject))?;
    let target = crate::OF_LOAN.asking(&GuaranteesOf { loan: one.loan })?;
    let who = if one.name.is_empty() { one.said } else { one.name };
    Ok(Some(Described::new(target, [("loan_no", one.loan_no), ("name", one.borrower_name), ("guarantor", who)])))
}
