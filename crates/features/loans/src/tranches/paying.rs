//! What paying a tranche would do, before it is done: from which fund and account, and the entry that will be posted.

use crate::events::posting::{self, CounterLine};
use crate::events::recording;
use crate::inputs::PreviewPayment;
use crate::model::{Tranche, TrancheKind, TrancheState};
use crate::repayments::repaying::{money_account, preview_lines, with};
use crate::rules::{DELIVERY_FIRST, OWN_PAYOUT};
use crate::sheet::LoanPaymentPreview;
use crate::steps::TRANCHE;
use crate::tranches::pay_tranche::{payable, supplier_lines};
use crate::tranches::{self, OfLoan};
use kernel::arabic::amount_in_words;
use kernel::{Refusal, Result, require};
use ledger::{Line, VoucherKind};
use lending::{EventKind, Share};
use office::context::Read;

/// # Errors
/// What paying would refuse; of goods that were not delivered, `loans.delivery_first`.
pub fn pay_preview(cx: &Read<'_>, input: PreviewPayment) -> Result<LoanPaymentPreview> {
    let (of, tranche) = tranches::find(cx, input.tranche)?;
    let undelivered = tranche.kind == TrancheKind::InKind && tranche.state == TrancheState::Approved;
    require(!undelivered, Refusal::new(DELIVERY_FIRST).with("no", tranche.no))?;
    tranches::may_become(&tranche, TrancheState::Paid)?;
    if cx.who.role.may(crate::LOANS_PAY) {
        approvals::require_another(cx, &TRANCHE, *tranche.id.as_bytes(), OWN_PAYOUT)?;
    }
    let lines = match tranche.kind {
        TrancheKind::Cash => cash_lines(cx, &of, &tranche, &input)?,
        TrancheKind::InKind => {
            payable(&tranche, input.day, cx.today())?;
            supplier_lines(&of.opened, tranche.amount, &tranche.supplier, Some(input.method))
        }
    };
    let fund = &of.opened.fund;
    ledger::require_takes(cx, fund.id, input.day)?;
    let paid_to = match tranche.kind {
        TrancheKind::Cash => of.opened.borrower.name.clone(),
        TrancheKind::InKind => tranche.supplier.clone(),
    };
    Ok(LoanPaymentPreview {
        amount: tranche.amount,
        amount_in_words: amount_in_words(tranche.amount)?,
        fund: fund.id,
        fund_name: fund.name.clone(),
        paid_to,
        entry: preview_lines(cx, &lines)?,
    })
}

/// Cash becomes the borrower's debt.
fn cash_lines(cx: &Read<'_>, of: &OfLoan, tranche: &Tranche, input: &PreviewPayment) -> Result<Vec<Line>> {
    of.must_hold(cx, crate::GATED_PAYMENT, tranche)?;
    let opened = &of.opened;
    let event = opened.next(input.day, None, EventKind::Tranche { amount: tranche.amount, upfront: Share::NONE });
    recording::accept(&opened.replay, &event, cx.today())?;
    let after = with(&opened.replay, event);
    let moves = posting::moves(&opened.replay, &after, input.day)?;
    let counter_line = CounterLine {
        account: money_account(&opened.fund, Some(input.method)),
        amount: tranche.amount.negated(),
        memo: String::new(),
    };
    let entries = posting::entries(opened.loan_ref(), &moves, VoucherKind::Payment, "loan.paid_out", &[counter_line])?;
    Ok(entries.into_iter().next().map(|entry| entry.lines).unwrap_or_default())
}
