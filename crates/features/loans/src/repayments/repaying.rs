//! What a repayment would do, before it is recorded: which rows it goes to, what is owed afterwards, what is posted.

use crate::events::posting::{self, CounterLine};
use crate::events::record::{self, Opened};
use crate::events::recording;
use crate::events::replay::LoanReplay;
use crate::inputs::PreviewRepayment;
use crate::rules::NOT_PAID_OUT;
use crate::sheet::{LoanRepaymentPreview, PreviewLine, RepaidRow};
use crate::store::KeptEvent;
use kernel::arabic::amount_in_words;
use kernel::{Day, Failure, Money, Refusal, Result, require};
use ledger::{AccountCode, Fund, Method, VoucherKind, account, chart};
use lending::{Event, EventKind, Place, State, refusals::AMOUNT_MISSING};
use office::context::Read;

/// The account that holds money of a fund which came or goes this way.
pub const fn money_account(fund: &Fund, method: Option<Method>) -> AccountCode {
    match method {
        Some(Method::Cash) => chart::CASH_BOX,
        _ => fund.class.bank(),
    }
}

/// The lines of money that came in which are not the loan's; on a loan that is written off it is income.
pub fn received(opened: &Opened, account: AccountCode, amount: Money) -> Vec<CounterLine> {
    let line = |account, amount| CounterLine { account, amount, memo: String::new() };
    let mut lines = vec![line(account, amount)];
    if opened.is_written_off() {
        lines.push(line(chart::RECOVERIES, amount.negated()));
    }
    lines
}

pub fn repay_preview(cx: &Read<'_>, input: PreviewRepayment) -> Result<LoanRepaymentPreview> {
    require(input.amount.is_positive(), Refusal::new(AMOUNT_MISSING).at("amount"))?;
    let opened = record::open(cx, input.loan)?;
    let Opened { head, events, replay, fund, .. } = &opened;
    let amount = input.amount;
    let lost = opened.is_written_off();
    let kind = if lost { EventKind::Recover { amount } } else { EventKind::Repay { amount, advance: None } };
    let payment = opened.next(input.day, None, kind);
    let place = payment.place;
    recording::accept(replay, &payment, cx.today())?;
    ledger::require_takes(cx, head.fund, input.day)?;
    let before = replay.on(cx.today())?.ok_or(NOT_PAID_OUT)?;
    let after_course = with(replay, payment);
    let after = after_course.on(cx.today())?.ok_or(NOT_PAID_OUT)?;
    let moves = posting::moves(replay, &after_course, input.day)?;
    let counter_lines = received(&opened, money_account(fund, None), amount);
    let entry = posting::entries(opened.loan_ref(), &moves, VoucherKind::Receipt, "loan.repaid", &counter_lines)?;
    let entry = preview_lines(cx, entry.first().map_or(&[], |entry| entry.lines.as_slice()))?;
    Ok(LoanRepaymentPreview {
        rows: repaid_rows(&after, place)?,
        credit: after.allocation(place).map_or(Money::ZERO, |allocation| allocation.credit),
        owed_before: before.balance,
        owed_after: after.balance,
        recovered: lost,
        amount_in_words: amount_in_words(input.amount)?,
        fund: head.fund,
        fund_name: fund.name.clone(),
        entry,
        same_recorded: same_recorded(events, input.day, input.amount),
    })
}

/// Lines of an entry with the names of their accounts.
///
/// # Errors
/// An account that does not exist.
pub fn preview_lines(cx: &Read<'_>, lines: &[ledger::Line]) -> Result<Vec<PreviewLine>> {
    let line = |line: &ledger::Line| -> Result<PreviewLine> {
        let account_name = account::account(cx, &line.account)?.name;
        Ok(PreviewLine { account: line.account.clone(), account_name, amount: line.amount })
    };
    lines.iter().map(line).collect()
}

/// A replay with one event more.
pub fn with(replay: &LoanReplay, event: Event) -> LoanReplay {
    let mut after = replay.clone();
    after.events.push(event);
    after
}

/// The rows a payment went to, before, by and after it.
///
/// # Errors
/// Only when sums are beyond what money can be.
pub fn repaid_rows(state: &State, place: Place) -> Result<Vec<RepaidRow>> {
    let allocation = state.allocation(place).ok_or_else(|| Failure::broken("a payment that was not allocated"))?;
    let mut rows: Vec<RepaidRow> = Vec::new();
    for on_row in &allocation.rows {
        let by_this = on_row.principal.plus(on_row.fee)?;
        let row = &state.rows[on_row.row];
        let no = u32::try_from(on_row.row + 1).map_err(Failure::broken)?;
        if let Some(same) = rows.iter_mut().find(|same| same.no == no) {
            same.by_this = same.by_this.plus(by_this)?;
            same.paid_before = same.paid_before.minus(by_this)?;
            continue;
        }
        rows.push(RepaidRow {
            no,
            due: row.due,
            amount: row.principal.plus(row.fee)?,
            paid_before: row.paid().minus(by_this)?,
            by_this,
            outstanding_after: row.outstanding(),
        });
    }
    Ok(rows)
}

/// Whether the same amount on the same day stands already: perhaps somebody else recorded it.
fn same_recorded(events: &[KeptEvent], day: Day, amount: Money) -> bool {
    events.iter().any(|kept| {
        let is_repayment = matches!(kept.event.kind, EventKind::Repay { .. } | EventKind::Recover { .. });
        is_repayment && kept.undone_by.is_none() && kept.event.on == day && kept.amount == amount
    })
}
