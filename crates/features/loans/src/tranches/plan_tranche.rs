//! A tranche more is planned, where the others do not make up the whole loan.

use crate::inputs::PlanTranche;
use crate::model::{LoanDecision, Tranche, TrancheState};
use crate::rules::DECIDED_ALREADY;
use crate::sheet::LoanSheet;
use crate::store::{self, NewStep};
use crate::tranches;
use kernel::arabic::tidy_line;
use kernel::{Result, require};
use office::context::Write;

pub fn plan_tranche(cx: &Write<'_>, input: PlanTranche) -> Result<LoanSheet> {
    let of = tranches::of_loan(cx, input.loan)?;
    let open = matches!(of.opened.head.decision, LoanDecision::Waiting | LoanDecision::Approved);
    require(open, DECIDED_ALREADY)?;
    let tranche = Tranche {
        id: input.id,
        loan: input.loan,
        no: of.tranches.iter().map(|one| one.no).max().unwrap_or(0) + 1,
        amount: input.amount,
        kind: input.kind,
        supplier: tidy_line(&input.supplier),
        item: tidy_line(&input.item),
        invoice: String::new(),
        state: TrancheState::Planned,
        event: None,
        steps: Vec::new(),
    };
    of.fits(&tranche)?;
    store::insert_tranche(cx, &tranche)?;
    store::add_step(cx, tranche.id, TrancheState::Planned.name(), cx.today(), &NewStep::default())?;
    tranches::changed(cx, &of, &tranche, TrancheState::Planned, "")
}
