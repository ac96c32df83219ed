//! Another person approves a tranche, where all its conditions hold.

use crate::inputs::StepTranche;
use crate::model::TrancheState;
use crate::rules::OWN_TRANCHE;
use crate::sheet::LoanSheet;
use crate::tranches;
use kernel::arabic::tidy_line;
use kernel::{Result, require};
use office::context::Write;

pub fn approve_tranche(cx: &Write<'_>, input: StepTranche) -> Result<LoanSheet> {
    let (of, tranche) = tranches::find(cx, input.tranche)?;
    tranches::may_become(&tranche, TrancheState::Approved)?;
    require(tranches::who(&tranche, TrancheState::Requested) != Some(cx.who.id), OWN_TRANCHE)?;
    of.must_hold(cx, &tranche)?;
    tranches::lead(cx, &of, &tranche, TrancheState::Approved, &tidy_line(&input.note))
}
