//! Somebody who neither paid nor took delivery has seen what the money became.

use crate::inputs::{VerifyTranche, WhichLoan};
use crate::model::TrancheState;
use crate::rules;
use crate::rules::OWN_PAYMENT;
use crate::store::{self, NewStep};
use crate::tranches;
use kernel::arabic::tidy_line;
use kernel::{Result, require};
use office::context::Write;

pub fn verify_tranche(cx: &Write<'_>, input: VerifyTranche) -> Result<WhichLoan> {
    let (of, tranche) = tranches::find(cx, input.tranche)?;
    tranches::may_become(&tranche, TrancheState::Verified)?;
    let had_a_hand = |step| tranches::who(&tranche, step) == Some(cx.who.id);
    require(![TrancheState::Delivered, TrancheState::Paid].into_iter().any(had_a_hand), OWN_PAYMENT)?;
    cx.must_be_open(crate::GATED_VERIFICATION, store::tranche_subject(tranche.id))?;
    let (day, note) = (input.day.unwrap_or(cx.today()), tidy_line(&input.note));
    rules::not_after(day, cx.today())?;
    store::step_to(cx, &tranche, TrancheState::Verified, day, &NewStep { note: &note, ..NewStep::default() })?;
    tranches::changed(cx, &of, &tranche, TrancheState::Verified, &note)
}
