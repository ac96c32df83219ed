//! What of holds another person must approve: that one ends.

use crate::inputs::WhichHold;
use crate::{rules, store};
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::HoldId;
use office::approval::{Answering, ApprovalStep, Described, StepAnswer, StepRefusals};
use office::context::Read;
use serde_json::{Value, json};

/// A halted project goes on, or ends.
pub const RELEASE: ApprovalStep = ApprovalStep {
    name: "holds.release",
    subject: crate::opening::RECORD,
    decides: crate::HOLDS_RELEASE,
    needed: 1,
    limit: None,
    task: "hold_decision",
    told: Some("hold_decision_refused"),
    kept_from: &[],
    describe,
    refusals: StepRefusals {
        own: rules::OWN_DECISION,
        again: ANSWERED_ALREADY,
        decided: rules::DECIDED,
        waits: rules::WAITS,
    },
};

/// Which commands decide it, where a committee does.
pub const ANSWERS: &[StepAnswer] =
    &[StepAnswer { step: RELEASE.name, approve: "holds.approve", refuse: Some("holds.drop_decision"), input: asked }];

fn asked(_: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    Ok(json!({ "hold": HoldId::from_bytes(of.subject), "declared": of.declared, "reason": of.said }))
}

fn describe(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let line = store::line(cx, HoldId::from_bytes(subject))?;
    let target = crate::HOLD.asking(&WhichHold { hold: line.hold })?;
    Ok(Some(Described::new(target, [("loan_no", line.loan_no), ("name", line.borrower)])))
}
