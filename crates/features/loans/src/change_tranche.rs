//! A tranche is planned otherwise, before anybody has approved it. One that was asked for is asked for again.

use super::inputs::ChangeTranche;
use super::model::{Tranche, TrancheState};
use super::rules::TRANCHE_STEP;
use super::sheet::LoanSheet;
use super::store::NewStep;
use super::{store, tranches};
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
    store::step_to(cx, &after, TrancheState::Planned, cx.today(), &NewStep::default())?;
    let head = &of.opened.head;
    cx.changed("loan", head.id, &head.loan_no, &before, &input)?;
    super::detail::sheet(cx, head.id, cx.today())
}
