//! A loan is given up before any money went out.

use crate::applications::approve::decided;
use crate::inputs::{DecideLoan, WhichLoan};
use crate::model::{LoanDecision, TrancheState};
use crate::rules;
use crate::steps::{LOAN, TRANCHE};
use crate::store;
use crate::store::NewStep;
use kernel::{Result, require};
use office::context::Write;

pub fn cancel(cx: &Write<'_>, input: DecideLoan) -> Result<WhichLoan> {
    let head = store::loan(cx, input.loan)?;
    let open = matches!(head.decision, LoanDecision::Waiting | LoanDecision::Approved);
    require(open, rules::DECIDED_ALREADY)?;
    let note = rules::reason(&input.note, "note")?;
    let tranches = store::tranches(cx, input.loan)?;
    require(tranches.iter().all(|tranche| tranche.event.is_none()), rules::PAID_OUT_ALREADY)?;
    for tranche in tranches.iter().filter(|tranche| tranche.state != TrancheState::Cancelled) {
        let step = NewStep { note: &note, ..NewStep::default() };
        approvals::lapse(cx, &TRANCHE, *tranche.id.as_bytes(), &note)?;
        store::step_to(cx, tranche, TrancheState::Cancelled, cx.today(), &step)?;
    }
    approvals::lapse(cx, &LOAN, *head.id.as_bytes(), &note)?;
    decided(cx, &input, LoanDecision::Cancelled, &note)
}
