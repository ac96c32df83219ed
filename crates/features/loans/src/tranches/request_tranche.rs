//! A tranche of an approved loan is asked for.

use crate::inputs::{StepTranche, WhichLoan};
use crate::model::{LoanDecision, TrancheState};
use crate::rules::NOT_APPROVED;
use crate::steps::TRANCHE;
use crate::tranches;
use approvals::Asked;
use kernel::arabic::tidy_line;
use kernel::{Result, require};
use office::context::Write;

pub fn request_tranche(cx: &Write<'_>, input: StepTranche) -> Result<WhichLoan> {
    let (of, tranche) = tranches::find(cx, input.tranche)?;
    require(of.opened.head.decision == LoanDecision::Approved, NOT_APPROVED)?;
    tranches::may_become(&tranche, TrancheState::Requested)?;
    cx.must_be_open(crate::GATED_TRANCHE_REQUEST, crate::store::tranche_subject(tranche.id))?;
    let note = tidy_line(&input.note);
    let asked =
        Asked { subject: *tranche.id.as_bytes(), amount: Some(tranche.amount), reason: &note, ..Asked::default() };
    approvals::ask(cx, &TRANCHE, &asked)?;
    tranches::lead(cx, &of, &tranche, TrancheState::Requested, &note)
}
