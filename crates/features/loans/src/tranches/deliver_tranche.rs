//! What was bought has come: from now on the borrower owes it, and the fund owes the supplier.

use crate::events::posting::CounterLine;
use crate::events::record::{self, Approvers, PostingDetails};
use crate::inputs::{DeliverTranche, WhichLoan};
use crate::model::{Tranche, TrancheState};
use crate::rules::SUPPLIER_MISSING;
use crate::store::{self, NewStep};
use crate::tranches;
use kernel::Result;
use kernel::arabic::tidy_line;
use ledger::{VoucherKind, chart};
use lending::{EventKind, Share};
use office::context::Write;

pub fn deliver_tranche(cx: &Write<'_>, input: DeliverTranche) -> Result<WhichLoan> {
    let (of, tranche) = tranches::find(cx, input.tranche)?;
    let named = if input.supplier.trim().is_empty() { &tranche.supplier } else { &input.supplier };
    let supplier = office::input::required(named, "supplier", SUPPLIER_MISSING)?;
    tranches::may_become(&tranche, TrancheState::Delivered)?;
    of.must_hold(cx, crate::GATED_DELIVERY, &tranche)?;
    let (invoice, note) = (tidy_line(&input.invoice), tidy_line(&input.note));
    let event = of.opened.next(input.day, None, EventKind::Tranche { amount: tranche.amount, upfront: Share::NONE });
    let place = event.place;
    let details = PostingDetails {
        kind: VoucherKind::Journal,
        event: "loan.delivered",
        narration: record::narration("delivered", &of.opened, tranche.amount),
        counterparty: &supplier,
        approvers: Approvers::approved(tranches::who(&tranche, TrancheState::Approved)),
        counter_lines: vec![CounterLine {
            account: chart::SUPPLIERS,
            amount: tranche.amount.negated(),
            memo: supplier.clone(),
        }],
        method: None,
        reference: &invoice,
        payer: "",
        note: &note,
    };
    let recorded = record::record(cx, &of.opened, event, &details)?;
    let entry = recorded.and_then(|recorded| recorded.posted).map(|posted| posted.entry);
    let delivered =
        Tranche { supplier: supplier.clone(), invoice: invoice.clone(), event: Some(place.0), ..tranche.clone() };
    let step = NewStep { reference: &invoice, note: &note, entry, method: None, imported: false };
    store::step_to(cx, &delivered, TrancheState::Delivered, input.day, &step)?;
    tranches::changed(cx, &of, &tranche, TrancheState::Delivered, &note)
}
