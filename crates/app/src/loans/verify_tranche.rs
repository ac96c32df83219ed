//! Somebody other than the payer has seen what the money became.

use super::inputs::StepTranche;
use super::model::TrancheState;
use super::rules::OWN_PAYMENT;
use super::sheet::LoanSheet;
use super::tranches;
use crate::context::Write;
use kernel::arabic::tidy_line;
use kernel::{Result, require};

pub fn verify_tranche(cx: &Write<'_>, input: StepTranche) -> Result<LoanSheet> {
    let (of, tranche) = tranches::find(cx, input.tranche)?;
    tranches::may_become(&tranche, TrancheState::Verified)?;
    require(tranches::who(&tranche, TrancheState::Paid) != Some(cx.who.id), OWN_PAYMENT)?;
    tranches::lead(cx, &of, &tranche, TrancheState::Verified, &tidy_line(&input.note))
}
