//! A tranche of an approved loan is asked for.

use crate::inputs::StepTranche;
use crate::model::{LoanDecision, TrancheState};
use crate::rules::NOT_APPROVED;
use crate::sheet::LoanSheet;
use crate::tranches;
use kernel::arabic::tidy_line;
use kernel::{Result, require};
use office::context::Write;

pub fn request_tranche(cx: &Write<'_>, input: StepTranche) -> Result<LoanSheet> {
    let (of, tranche) = tranches::find(cx, input.tranche)?;
    require(of.opened.head.decision == LoanDecision::Approved, NOT_APPROVED)?;
    tranches::may_become(&tranche, TrancheState::Requested)?;
    tranches::lead(cx, &of, &tranche, TrancheState::Requested, &tidy_line(&input.note))
}
