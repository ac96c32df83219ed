//! What a change would do, before anything is written: the old plan beside the new, and the entry of the books.

use crate::changes::plan::ChangePlan;
use crate::changes::{ChangeKind, LoanChange, top_up};
use crate::events::posting::{self, CounterLine, Move};
use crate::events::record::{self, Opened};
use crate::events::recording;
use crate::inputs::PreviewChange;
use crate::repayments::repaying::{preview_lines, with};
use crate::requests::RequestKind;
use crate::rules::{NOT_PAID_OUT, NOTHING_OWED};
use crate::sheet::LoanChangePreview;
use kernel::id::FundId;
use kernel::{Day, Failure, Money, Result, require};
use ledger::{VoucherKind, chart};
use lending::{Event, EventKind};
use office::context::Read;

/// A change that can be made.
pub struct Weighed {
    pub event: Event,
    pub plan: ChangePlan,
    /// What is given up by it.
    pub given_up: Money,
    pub counter_lines: Vec<CounterLine>,
    moves: Vec<Move>,
}

/// # Errors
/// No money out, a day that has not come or lies in a closed month, what the engine refuses, a change that changes
/// nothing.
pub fn weigh(cx: &Read<'_>, opened: &Opened, day: Day, change: &LoanChange, key: Option<String>) -> Result<Weighed> {
    let before = opened.replay.latest(cx.today())?;
    before.as_ref().map_or(Ok(()), |state| change.fits_plan(state))?;
    if let (Some(more), Some(state)) = (change.top_up(), &before) {
        top_up::may(cx, opened, state, &more, cx.today())?;
    }
    let event = opened.next(day, key, change.event(opened, before.as_ref())?);
    recording::accept(&opened.replay, &event, cx.today())?;
    ledger::require_takes(cx, opened.head.fund, day)?;
    let replay = with(&opened.replay, event.clone());
    let (before, after) = (before.ok_or(NOT_PAID_OUT)?, replay.latest(cx.today())?.ok_or(NOT_PAID_OUT)?);
    let plan = ChangePlan::of(&before, &after, day)?;
    plan.changes_something(&before, &after)?;
    let given_up = before.balance.minus(after.balance)?;
    // A loan may owe nothing and not be over: a tranche waits. There is nothing of it to give up.
    require(change.kind().step() != RequestKind::GiveUp || given_up.is_positive(), NOTHING_OWED)?;
    if change.kind() == ChangeKind::TopUp {
        // No money moves by the decision, and nothing is entered.
        return Ok(Weighed { event, plan, given_up: Money::ZERO, counter_lines: Vec::new(), moves: Vec::new() });
    }
    let moves = posting::moves(&opened.replay, &replay, day)?;
    let counter_lines = counter_lines(cx, opened, &event, moves.first())?;
    // What only lays out anew what is owed adds nothing to it and takes nothing from it.
    let equal = !counter_lines.is_empty() || given_up.is_zero();
    require(equal, Failure::broken("a change of terms that changes what is owed"))?;
    Ok(Weighed { event, plan, given_up: given_up.max(Money::ZERO), counter_lines, moves })
}

/// The lines of the entry that are not the loan's. A fee at actual cost comes off the cost, and what is waived goes back to
/// it; a loss takes the allowance first.
fn counter_lines(cx: &Read<'_>, opened: &Opened, event: &Event, own: Option<&Move>) -> Result<Vec<CounterLine>> {
    let line = |account, amount| CounterLine { account, amount, memo: String::new() };
    let lines = match event.kind {
        EventKind::Fee { amount, .. } => vec![line(chart::BANK_CHARGES, amount.negated())],
        EventKind::WaiveFee { amount } => vec![line(chart::BANK_CHARGES, amount)],
        EventKind::Forgive { amount } => vec![line(chart::FORGIVENESS, amount)],
        EventKind::WriteOff => {
            let lost = own.map(Move::other_side).transpose()?.unwrap_or_default();
            let set_aside = allowance(cx, opened.head.fund, event.on)?.min(lost);
            let rest = lost.minus(set_aside)?;
            vec![line(chart::LOAN_ALLOWANCE, set_aside), line(chart::IMPAIRMENT, rest)]
        }
        _ => Vec::new(),
    };
    Ok(lines.into_iter().filter(|line| !line.amount.is_zero()).collect())
}

/// What the fund set aside for losses, as far as it is there on the day and still is.
fn allowance(cx: &Read<'_>, fund: FundId, day: Day) -> Result<Money> {
    let on = |day| ledger::control_balance(cx, fund, &chart::LOAN_ALLOWANCE, day);
    Ok(on(day)?.max(on(cx.today())?).negated().max(Money::ZERO))
}

pub fn preview_change(cx: &Read<'_>, input: PreviewChange) -> Result<LoanChangePreview> {
    let opened = record::open(cx, input.loan)?;
    let weighed = weigh(cx, &opened, input.day, &input.change, None)?;
    let (kind, told) = (VoucherKind::Journal, event_of(input.change.kind()));
    let entries = posting::entries(opened.loan_ref(), &weighed.moves, kind, told, &weighed.counter_lines)?;
    let own = entries.iter().find(|entry| entry.event == told);
    Ok(LoanChangePreview {
        entry: preview_lines(cx, own.map_or(&[], |entry| entry.lines.as_slice()))?,
        given_up: weighed.given_up,
        by_committee: input.change.kind().step() == RequestKind::GiveUp,
        plan: weighed.plan,
    })
}

/// The event of the entry of a change.
pub const fn event_of(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::WriteOff => "loan.written_off",
        ChangeKind::Release => "loan.released",
        ChangeKind::Fee => "loan.fee_charged",
        ChangeKind::WaiveFee => "loan.fee_waived",
        _ => "loan.terms_changed",
    }
}

/// The words of what the entry of a change is for.
pub const fn narration_of(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::WriteOff => "written_off",
        ChangeKind::Release => "released",
        ChangeKind::Fee => "fee_charged",
        ChangeKind::WaiveFee => "fee_waived",
        _ => "terms_changed",
    }
}
