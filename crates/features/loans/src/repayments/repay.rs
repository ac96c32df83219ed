//! A repayment is received: always accepted, whatever else stands still. Its voucher is the receipt. On a loan that is
//! written off it is a recovery: nothing is owed any more, so it is income of the fund.

use crate::events::record::{self, Approvers, PostingDetails};
use crate::inputs::RecordRepayment;
use crate::repayments::repaying::{money_account, received};
use crate::sheet::RepaymentReceipt;
use crate::store::KeptEvent;
use kernel::arabic::tidy_line;
use kernel::{Failure, Result};
use ledger::{VoucherKind, journal};
use lending::EventKind;
use office::context::Write;

pub fn repay(cx: &Write<'_>, input: RecordRepayment) -> Result<RepaymentReceipt> {
    let opened = record::open(cx, input.loan)?;
    let key = input.id.to_string();
    let lost = opened.is_written_off();
    let amount = input.amount;
    let kind = if lost { EventKind::Recover { amount } } else { EventKind::Repay { amount, advance: None } };
    let event = opened.next(input.day, Some(key.clone()), kind);
    let (payer, reference, note) = (tidy_line(&input.payer), tidy_line(&input.reference), tidy_line(&input.note));
    let details = PostingDetails {
        kind: VoucherKind::Receipt,
        event: if lost { "loan.recovered" } else { "loan.repaid" },
        narration: record::narration(if lost { "recovered" } else { "repaid" }, &opened, amount),
        counterparty: if payer.is_empty() { &opened.borrower.name } else { &payer },
        approvers: Approvers::default(),
        counter_lines: received(&opened, money_account(&opened.fund, Some(input.method)), amount),
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
    let number = match opened.kept(place)? {
        KeptEvent { entry: Some(entry), .. } => journal::entry(cx, *entry)?.voucher.to_string(),
        kept => kept.receipt.clone(),
    };
    Ok(RepaymentReceipt { place, number })
}
