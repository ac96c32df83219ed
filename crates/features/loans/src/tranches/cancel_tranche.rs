//! A tranche is given up before its money went out; its amount may be planned anew.

use crate::inputs::StepTranche;
use crate::model::TrancheState;
use crate::rules;
use crate::sheet::LoanSheet;
use crate::tranches;
use kernel::Result;
use office::context::Write;

pub fn cancel_tranche(cx: &Write<'_>, input: StepTranche) -> Result<LoanSheet> {
    let (of, tranche) = tranches::find(cx, input.tranche)?;
    tranches::may_become(&tranche, TrancheState::Cancelled)?;
    let note = rules::reason(&input.note, "note")?;
    tranches::lead(cx, &of, &tranche, TrancheState::Cancelled, &note)
}
