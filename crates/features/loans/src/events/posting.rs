//! From the replay of a loan before and after an event to the entries of the books. Pure: nothing is read or written here.
//!
//! The books hold what is owed on every day. An event moves it on its own day, and, where events of later days are known
//! already, perhaps on those days too: a repayment that comes to light late takes the row a later one had taken. What the
//! event's own entry does not say is posted as a reallocation on the day it belongs to.

use crate::events::replay::LoanReplay;
use crate::rules::DAY_TOO_EARLY;
use kernel::id::{FundId, LoanId, PartyId};
use kernel::{Day, Money, Refusal, Result, require};
use ledger::{AccountCode, Line, VoucherKind, chart};
use std::collections::BTreeSet;

/// The event of an entry that moves money between rows and credit only.
pub const REALLOCATED: &str = "loan.reallocated";

/// The event of an entry that takes back one which has a reversal already, by its lines with the other sign.
pub const COUNTERED: &str = "loan.countered";

/// The event of an entry that takes back a reversal, by its lines with the other sign.
pub const RESTORED: &str = "loan.restored";

/// What changes on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    pub day: Day,
    /// More owed by the borrower above zero, less below.
    pub principal: Money,
    /// The same of fees.
    pub fee: Money,
    /// More of the borrower's money in hand above zero, less below.
    pub credit: Money,
}

impl Move {
    const fn is_nothing(&self) -> bool {
        self.principal.is_zero() && self.fee.is_zero() && self.credit.is_zero()
    }

    /// What another account must take so that an entry of this move is balanced.
    ///
    /// # Errors
    /// Only when the sum is beyond what money can be.
    pub fn other_side(&self) -> Result<Money> {
        self.credit.minus(self.principal)?.minus(self.fee)
    }
}

/// What an event changes, from its own day on: the first move is that of its day, even where it is nothing.
///
/// # Errors
/// Only when the loan's own sums are beyond what money can be.
pub fn moves(before: &LoanReplay, after: &LoanReplay, from: Day) -> Result<Vec<Move>> {
    let days: BTreeSet<Day> = after.events.iter().map(|event| event.on).filter(|day| *day > from).collect();
    let mut moves = Vec::new();
    let (mut principal, mut fee, mut credit) = (Money::ZERO, Money::ZERO, Money::ZERO);
    for day in std::iter::once(from).chain(days) {
        let (old, new) = (before.owed_on(day)?, after.owed_on(day)?);
        let difference = (new.principal.minus(old.principal)?, new.fee.minus(old.fee)?, new.credit.minus(old.credit)?);
        let step = Move {
            day,
            principal: difference.0.minus(principal)?,
            fee: difference.1.minus(fee)?,
            credit: difference.2.minus(credit)?,
        };
        (principal, fee, credit) = difference;
        if moves.is_empty() || !step.is_nothing() {
            moves.push(step);
        }
    }
    Ok(moves)
}

/// The loan and the fund whose books are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoanRef {
    pub loan: LoanId,
    pub party: PartyId,
    pub fund: FundId,
}

/// A line of an entry that is not the loan's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterLine {
    pub account: AccountCode,
    /// Debit above zero.
    pub amount: Money,
    pub memo: String,
}

/// An entry that will be posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedEntry {
    pub day: Day,
    pub kind: VoucherKind,
    /// `loan.repaid`, `loan.delivered` …; [`REALLOCATED`] where it only moves money between rows and credit.
    pub event: &'static str,
    pub lines: Vec<Line>,
}

/// The entries of an event: its own one first, then a reallocation for each later day that changes. An event without lines
/// of its own moves money between rows and credit at most.
///
/// # Errors
/// `loans.day_too_early`, when the day is such that the books could not follow: an undo on a day on which another event
/// stood that could not stand without its target.
pub fn entries(
    loan_ref: LoanRef,
    moves: &[Move],
    kind: VoucherKind,
    event: &'static str,
    counter_lines: &[CounterLine],
) -> Result<Vec<PlannedEntry>> {
    if counter_lines.is_empty() {
        return reallocations(loan_ref, moves);
    }
    let Some((own, later)) = moves.split_first() else { return Ok(Vec::new()) };
    let against = Money::sum(counter_lines.iter().map(|line| line.amount))?;
    require(own.other_side()? == against, too_early(own.day))?;
    let line = |line: &CounterLine| {
        Line::debit(line.account.clone(), loan_ref.fund, line.amount).of_loan(loan_ref.loan).memo(line.memo.as_str())
    };
    let mut lines: Vec<Line> = counter_lines.iter().map(line).collect();
    lines.extend(loan_lines(loan_ref, own));
    // The debits stand first, as a voucher is read.
    lines.sort_by_key(|line| line.amount.is_negative());
    let mut entries = vec![PlannedEntry { day: own.day, kind, event, lines }];
    entries.extend(reallocations(loan_ref, later)?);
    Ok(entries)
}

/// Entries of moves that move nothing but the borrower's own money between rows and credit.
///
/// # Errors
/// As [`entries`].
pub fn reallocations(loan_ref: LoanRef, moves: &[Move]) -> Result<Vec<PlannedEntry>> {
    let mut entries = Vec::new();
    for step in moves.iter().filter(|step| !step.is_nothing()) {
        require(step.other_side()?.is_zero(), too_early(step.day))?;
        let lines = loan_lines(loan_ref, step);
        entries.push(PlannedEntry { day: step.day, kind: VoucherKind::Journal, event: REALLOCATED, lines });
    }
    Ok(entries)
}

fn too_early(day: Day) -> Refusal {
    Refusal::new(DAY_TOO_EARLY).with("day", day).at("day")
}

/// The lines of the loan's own accounts.
fn loan_lines(loan_ref: LoanRef, step: &Move) -> Vec<Line> {
    let line = |account: AccountCode, amount: Money| {
        Line::debit(account, loan_ref.fund, amount).of_loan(loan_ref.loan).of_party(loan_ref.party)
    };
    let lines = [
        line(chart::LOANS, step.principal),
        line(chart::OTHER_RECEIVABLES, step.fee),
        line(chart::BORROWER_CREDITS, step.credit.negated()),
    ];
    lines.into_iter().filter(|line| !line.amount.is_zero()).collect()
}
