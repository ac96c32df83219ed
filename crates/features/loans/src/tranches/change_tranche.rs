//! A tranche is planned otherwise, before anybody has approved it. One that was asked for is asked for again.

use crate::inputs::ChangeTranche;
use crate::model::{Tranche, TrancheState};
use crate::rules::TRANCHE_STEP;
use crate::sheet::LoanSheet;
use crate::store;
use crate::store::NewStep;
use crate::tranches;
use kernel::arabic::tidy_line;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn change_tranche(cx: &Write<'_>, input: ChangeTranche) -> Result<LoanSheet> {
    let (of, before) = tranches::find(cx, input.tranche)?;
    let open = matches!(before.state, TrancheState::Planned | TrancheState::Requested);
    require(open, Refusal::new(TRANCHE_STEP).with("no", before.no))?;
    let after = Tranche {
        amount: input.amount,
        kind: input.kind,
        supplier: tidy_line(&input.supplier),
        item: tidy_line(&input.item),
        ..before.clone()
    };
    of.fits(&after)?;
    if after == before && before.state == TrancheState::Planned {
        // Planned so already: it takes no step.
        cx.quiet();
        return crate::detail::sheet(cx, of.opened.head.id, cx.today());
    }
    store::step_to(cx, &after, TrancheState::Planned, cx.today(), &NewStep::default())?;
    let head = &of.opened.head;
    cx.changed("loan", head.id, &head.loan_no, &before, &input)?;
    crate::detail::sheet(cx, head.id, cx.today())
}
