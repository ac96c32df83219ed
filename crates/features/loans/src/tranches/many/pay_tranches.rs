//! The money of many tranches goes out with one press, each as it is paid alone.

use crate::inputs::{PayTranche, PayTranches};
use crate::sheet::TranchesLed;
use crate::tranches::many;
use crate::tranches::pay_tranche::pay_tranche;
use kernel::Result;
use office::context::Write;

pub fn pay_tranches(cx: &Write<'_>, input: PayTranches) -> Result<TranchesLed> {
    let PayTranches { tranches, day, method, reference, note } = input;
    many::lead_each(cx, &tranches, |tranche| {
        pay_tranche(cx, PayTranche { tranche, day, method, reference: reference.clone(), note: note.clone() })
    })
}
