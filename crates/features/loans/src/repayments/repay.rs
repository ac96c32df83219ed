//! A repayment is received: always accepted, whatever else stands still. Its voucher is the receipt.

use crate::detail;
use crate::events::posting::CounterLine;
use crate::events::record::{self, Approvers, PostingDetails};
use crate::inputs::RecordRepayment;
use crate::repayments::repaying::{money_account, repaid_rows};
use crate::sheet::RepaymentReceipt;
use kernel::arabic::{amount_in_words, tidy_line};
use kernel::{Failure, Money, Result};
use ledger::{VoucherKind, journal};
use lending::{EventKind, Place};
use office::context::Write;

pub fn repay(cx: &Write<'_>, input: RecordRepayment) -> Result<RepaymentReceipt> {
    let opened = record::open(cx, input.loan)?;
    let key = input.id.to_string();
    let event = opened.next(input.day, Some(key.clone()), EventKind::Repay { amount: input.amount, advance: None });
    let (payer, reference, note) = (tidy_line(&input.payer), tidy_line(&input.reference), tidy_line(&input.note));
    let details = PostingDetails {
        kind: VoucherKind::Receipt,
        event: "loan.repaid",
        narration: record::narration("repaid", &opened, input.amount),
        counterparty: if payer.is_empty() { &opened.borrower.name } else { &payer },
        approvers: Approvers::default(),
        counter_line: CounterLine {
            account: money_account(&opened.fund, Some(input.method)),
            amount: input.amount,
            memo: String::new(),
        },
        method: Some(input.method),
        reference: &reference,
        payer: &payer,
        note: &note,
    };
    let recorded = record::record(cx, &opened, event, &details)?;
    if let Some(recorded) = &recorded {
        let trace = serde_json::json!({ "place": recorded.place, "repayment": input });
        cx.changed("loan", opened.head.id, &opened.head.loan_no, &(), &trace)?;
    }
    // A payment that was recorded before stands in the loan as it was opened.
    let opened = recorded.map_or(opened, |recorded| recorded.opened);
    let stands = opened.events.iter().find(|kept| kept.event.key.as_ref() == Some(&key));
    let place = stands.map(|kept| kept.event.place).ok_or_else(|| Failure::broken("a repayment that was not kept"))?;
    receipt(cx, &opened, place)
}

/// What the office hands over for a repayment, as it is known now.
///
/// # Errors
/// A place that is no repayment.
pub fn receipt(cx: &Write<'_>, opened: &record::Opened, place: Place) -> Result<RepaymentReceipt> {
    let kept = opened.kept(place)?;
    let state = opened.replay.on(cx.today())?.ok_or(crate::rules::NOT_PAID_OUT)?;
    let number = match kept.entry {
        Some(entry) => journal::entry(cx, entry)?.voucher.to_string(),
        None => kept.receipt.clone(),
    };
    let allocation = state.allocation(place);
    Ok(RepaymentReceipt {
        place,
        number,
        entry: kept.entry,
        amount: kept.amount,
        amount_in_words: amount_in_words(kept.amount)?,
        rows: if allocation.is_some() { repaid_rows(&state, place)? } else { Vec::new() },
        credit: allocation.map_or(Money::ZERO, |allocation| allocation.credit),
        owed_after: state.balance,
        loan: detail::short(&opened.head, &opened.borrower, &state, cx.today())?,
    })
}
