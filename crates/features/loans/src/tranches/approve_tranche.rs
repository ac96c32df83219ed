//! Another person approves a tranche, where all its conditions hold.

use crate::inputs::{StepTranche, WhichLoan};
use crate::model::TrancheState;
use crate::steps::TRANCHE;
use crate::tranches;
use kernel::Result;
use kernel::arabic::tidy_line;
use office::context::Write;

pub fn approve_tranche(cx: &Write<'_>, input: StepTranche) -> Result<WhichLoan> {
    let (of, tranche) = tranches::find(cx, input.tranche)?;
    tranches::may_become(&tranche, TrancheState::Approved)?;
    approvals::answer(cx, &TRANCHE, &approvals::require_waiting(cx, &TRANCHE, *tranche.id.as_bytes())?)?;
    of.must_hold(cx, crate::GATED_TRANCHE_APPROVAL, &tranche)?;
    tranches::lead(cx, &of, &tranche, TrancheState::Approved, &tidy_line(&input.note))
}
