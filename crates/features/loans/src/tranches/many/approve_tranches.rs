//! Another person approves many tranches with one press, each as it is approved alone.

use crate::inputs::{ApproveTranches, StepTranche};
use crate::sheet::TranchesLed;
use crate::tranches::approve_tranche::approve_tranche;
use crate::tranches::many;
use kernel::Result;
use office::context::Write;

pub fn approve_tranches(cx: &Write<'_>, input: ApproveTranches) -> Result<TranchesLed> {
    many::lead_each(cx, &input.tranches, |tranche| {
        approve_tranche(cx, StepTranche { tranche, note: input.note.clone() })
    })
}
