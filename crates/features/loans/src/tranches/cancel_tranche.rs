//! A tranche is given up before its money went out; its amount may be planned anew.

use crate::changes::top_up;
use crate::inputs::{StepTranche, WhichLoan};
use crate::model::TrancheState;
use crate::rules;
use crate::steps::TRANCHE;
use crate::tranches;
use kernel::Result;
use office::context::Write;

pub fn cancel_tranche(cx: &Write<'_>, input: StepTranche) -> Result<WhichLoan> {
    let (of, tranche) = tranches::find(cx, input.tranche)?;
    tranches::may_become(&tranche, TrancheState::Cancelled)?;
    let note = rules::reason(&input.note, "note")?;
    approvals::lapse(cx, &TRANCHE, *tranche.id.as_bytes(), &note)?;
    let answer = tranches::lead(cx, &of, &tranche, TrancheState::Cancelled, &note)?;
    top_up::given_up(cx, &tranche)?;
    Ok(answer)
}
