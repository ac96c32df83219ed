//! The committee forgives part of what is owed, with a reason: an expense of the fund.

use super::detail;
use super::inputs::ForgiveLoan;
use super::posting::Other;
use super::record::{self, Telling};
use super::rules;
use super::sheet::LoanSheet;
use crate::context::Write;
use kernel::Result;
use ledger::{VoucherKind, chart};
use lending::EventKind;

pub fn forgive(cx: &Write<'_>, input: ForgiveLoan) -> Result<LoanSheet> {
    let reason = rules::reason(&input.reason, "reason")?;
    let opened = record::open(cx, input.loan)?;
    let event = opened.next(input.day, Some(input.id.to_string()), EventKind::Forgive { amount: input.amount });
    let telling = Telling {
        kind: VoucherKind::Journal,
        event: "loan.forgiven",
        narration: record::narration("forgiven", &opened, input.amount),
        counterparty: &opened.borrower.name,
        approved_by: None,
        other: Other { account: chart::FORGIVENESS, amount: input.amount, memo: reason.clone() },
        method: None,
        reference: "",
        payer: "",
        note: &reason,
    };
    if record::record(cx, &opened, event, &telling)?.is_some() {
        cx.changed("loan", opened.head.id, &opened.head.loan_no, &(), &input)?;
    }
    detail::sheet(cx, input.loan, cx.today())
}
