//! How a hold ends: one person proposes with a reason, another approves, and it is done in the same moment.

pub mod approve;
pub mod drop_decision;
pub mod propose;

use crate::model::{HoldDecision, HoldLine, HoldReason, HoldState};
use crate::opening::RECORD;
use crate::rules;
use crate::steps::RELEASE;
use kernel::id::PersonId;
use kernel::{Failure, Result, require};
use office::context::{Read, Write};

/// # Errors
/// The hold was ended, or its loan was.
pub fn is_open(line: &HoldLine) -> Result<()> {
    require(line.state == HoldState::Open, rules::NOT_OPEN)
}

/// Whoever saw or wrote down what opened a hold, or is named by one of its causes, does not end it.
///
/// # Errors
/// `holds.visitor`.
pub fn is_no_witness(line: &HoldLine, reasons: &[HoldReason], person: PersonId) -> Result<()> {
    let named = |reason: &HoldReason| [reason.told_by, reason.seen_by].contains(&Some(person));
    require(line.opened_by != Some(person) && !reasons.iter().any(named), rules::VISITOR)
}

/// Why the person who asks may not approve a decision that waits: a refusal's name, or that their role decides no holds.
///
/// # Errors
/// What the database refuses.
pub fn may_approve(
    cx: &Read<'_>,
    line: &HoldLine,
    reasons: &[HoldReason],
    decision: &HoldDecision,
) -> Result<Option<String>> {
    let request = approvals::request(cx, decision.id)?;
    let may = approvals::may_answer(cx, &RELEASE, &request).and_then(|()| is_no_witness(line, reasons, cx.who.id));
    match may {
        Ok(()) => Ok(None),
        Err(Failure::Forbidden { permission }) => Ok(Some(permission.to_owned())),
        Err(Failure::Refused(refusal)) => Ok(Some(refusal.code.0.to_owned())),
        Err(failure) => Err(failure),
    }
}

/// The audit line.
pub fn told(cx: &Write<'_>, line: &HoldLine, after: &serde_json::Value) -> Result<()> {
    cx.changed(RECORD, line.hold, &line.loan_no, &serde_json::json!({ "state": line.state }), after)
}
