//! The money of a tranche goes out: cash to the borrower, or to the supplier what was delivered.

use crate::events::posting::CounterLine;
use crate::events::record::{self, Approvers, Opened, PostingDetails};
use crate::inputs::{PayTranche, WhichLoan};
use crate::model::{Tranche, TrancheKind, TrancheState};
use crate::repayments::repaying::money_account;
use crate::rules::{self, OWN_PAYOUT, PAID_BEFORE_DELIVERY};
use crate::steps::TRANCHE;
use crate::store::{self, NewStep};
use crate::tranches::{self, OfLoan};
use kernel::arabic::tidy_line;
use kernel::id::{EntryId, PersonId};
use kernel::{Day, Money, Refusal, Result, require};
use ledger::{Line, Method, NewEntry, VoucherKind, chart};
use lending::{EventKind, Share};
use office::context::Write;

pub fn pay_tranche(cx: &Write<'_>, input: PayTranche) -> Result<WhichLoan> {
    let (of, tranche) = tranches::find(cx, input.tranche)?;
    tranches::may_become(&tranche, TrancheState::Paid)?;
    approvals::require_another(cx, &TRANCHE, *tranche.id.as_bytes(), OWN_PAYOUT)?;
    let (entry, event) = match tranche.kind {
        TrancheKind::Cash => {
            of.must_hold(cx, crate::GATED_PAYMENT, &tranche)?;
            pay_borrower(cx, &of, &tranche, &input)?
        }
        // What was delivered is owed to the supplier, whatever has come up since.
        TrancheKind::InKind => (Some(pay_supplier(cx, &of, &tranche, &input)?), tranche.event),
    };
    let (reference, note) = (tidy_line(&input.reference), tidy_line(&input.note));
    let step = NewStep { method: Some(input.method), reference: &reference, note: &note, entry, imported: false };
    store::step_to(cx, &Tranche { event, ..tranche.clone() }, TrancheState::Paid, input.day, &step)?;
    tranches::changed(cx, &of, &tranche, TrancheState::Paid, &note)
}

/// Cash for running costs: from now on the borrower owes it.
fn pay_borrower(
    cx: &Write<'_>,
    of: &OfLoan,
    tranche: &Tranche,
    input: &PayTranche,
) -> Result<(Option<EntryId>, Option<u32>)> {
    let opened = &of.opened;
    let event = opened.next(input.day, None, EventKind::Tranche { amount: tranche.amount, upfront: Share::NONE });
    let place = event.place;
    let (reference, note) = (tidy_line(&input.reference), tidy_line(&input.note));
    let details = PostingDetails {
        kind: VoucherKind::Payment,
        event: "loan.paid_out",
        narration: record::narration("paid_out", opened, tranche.amount),
        counterparty: &opened.borrower.name,
        approvers: Approvers::approved(tranches::who(tranche, TrancheState::Approved)),
        counter_lines: vec![CounterLine {
            account: money_account(&opened.fund, Some(input.method)),
            amount: tranche.amount.negated(),
            memo: String::new(),
        }],
        method: Some(input.method),
        reference: &reference,
        payer: "",
        note: &note,
    };
    let recorded = record::record(cx, opened, event, &details)?;
    Ok((recorded.and_then(|recorded| recorded.posted).map(|posted| posted.entry), Some(place.0)))
}

/// The supplier is paid what was delivered.
fn pay_supplier(cx: &Write<'_>, of: &OfLoan, tranche: &Tranche, input: &PayTranche) -> Result<EntryId> {
    payable(tranche, input.day, cx.today())?;
    let payment = SupplierPayment {
        amount: tranche.amount,
        supplier: &tranche.supplier,
        day: input.day,
        method: Some(input.method),
        reference: &tidy_line(&input.reference),
        made_by: None,
        approved_by: tranches::who(tranche, TrancheState::Approved),
    };
    post_payment(cx, &of.opened, &payment)
}

/// Whether a supplier may be paid on a day.
///
/// # Errors
/// A day that has not come, or before the delivery.
pub fn payable(tranche: &Tranche, day: Day, today: Day) -> Result<()> {
    rules::not_after(day, today)?;
    let delivered = tranches::when(tranche, TrancheState::Delivered).unwrap_or(day);
    require(day >= delivered, Refusal::new(PAID_BEFORE_DELIVERY).with("day", delivered).at("day"))
}

/// What a supplier is paid for what was delivered to a loan.
pub struct SupplierPayment<'a> {
    pub amount: Money,
    pub supplier: &'a str,
    pub day: Day,
    pub method: Option<Method>,
    pub reference: &'a str,
    /// Who asked for it, where it was not the one who pays.
    pub made_by: Option<PersonId>,
    pub approved_by: Option<PersonId>,
}

/// The fund owes the supplier no more; the borrower's loan does not move.
///
/// # Errors
/// What the books refuse.
pub fn post_payment(cx: &Write<'_>, opened: &Opened, payment: &SupplierPayment<'_>) -> Result<EntryId> {
    let lines = supplier_lines(opened, payment.amount, payment.supplier, payment.method);
    let id = record::new_entry_id(cx)?;
    let narration = record::narration("supplier_paid", opened, payment.amount);
    let reference = Some(payment.reference.to_owned()).filter(|text| !text.is_empty());
    let kind = VoucherKind::Payment;
    let made_by = payment.made_by.unwrap_or(cx.who.id);
    let mut entry = NewEntry::new(id, kind, payment.day, "loan.supplier_paid", &narration, lines, made_by, cx.now)
        .with(payment.supplier, payment.method, reference);
    entry.approved_by = payment.approved_by.filter(|person| *person != made_by);
    ledger::post(cx.db(), &entry)?;
    Ok(id)
}

/// What is owed to the supplier goes out of the fund's money.
pub fn supplier_lines(opened: &Opened, amount: Money, supplier: &str, method: Option<Method>) -> Vec<Line> {
    let fund = opened.fund.id;
    vec![
        Line::debit(chart::SUPPLIERS, fund, amount).of_loan(opened.head.id).memo(supplier),
        Line::credit(money_account(&opened.fund, method), fund, amount).of_loan(opened.head.id),
    ]
}
