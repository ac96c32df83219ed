//! Money of the borrower that no row has taken is handed back.

use super::detail;
use super::inputs::RecordRefund;
use super::posting::Other;
use super::record::{self, Telling};
use super::repaying::money_account;
use super::rules::{NOT_PAID_OUT, REFUND_ABOVE_CREDIT};
use super::sheet::LoanSheet;
use crate::context::Write;
use kernel::arabic::tidy_line;
use kernel::{Refusal, Result, require};
use ledger::VoucherKind;
use lending::EventKind;

pub fn refund(cx: &Write<'_>, input: RecordRefund) -> Result<LoanSheet> {
    let opened = record::open(cx, input.loan)?;
    let credit = opened.course.on(cx.today())?.ok_or(NOT_PAID_OUT)?.credit;
    let event = opened.next(input.day, Some(input.id.to_string()), EventKind::Refund { amount: input.amount });
    let (reference, note) = (tidy_line(&input.reference), tidy_line(&input.note));
    let telling = Telling {
        kind: VoucherKind::Payment,
        event: "loan.refunded",
        narration: record::narration("refunded", &opened, input.amount),
        counterparty: &opened.borrower.name,
        approved_by: None,
        other: Other {
            account: money_account(&opened.fund, Some(input.method)),
            amount: input.amount.negated(),
            memo: String::new(),
        },
        method: Some(input.method),
        reference: &reference,
        payer: "",
        note: &note,
    };
    if let Some(recorded) = record::record(cx, &opened, event, &telling)? {
        // Rows that are paid stay paid: what they took back would be lent again without anybody's decision.
        let from_credit = recorded.moves.iter().all(|step| step.principal.is_zero());
        require(from_credit, Refusal::new(REFUND_ABOVE_CREDIT).with("credit", credit).at("amount"))?;
        cx.changed("loan", opened.head.id, &opened.head.loan_no, &(), &input)?;
    }
    detail::sheet(cx, input.loan, cx.today())
}
