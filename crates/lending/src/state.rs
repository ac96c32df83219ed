//! The state of a loan: what the fold of its events leaves, as screens and papers read it.

use crate::book::{Book, Pause};
use crate::event::Place;
use crate::plan::{Part, Row};
use crate::terms::Bucket;
use kernel::{Day, Money, Result};
use serde::Serialize;

/// Derived from the state, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LoanStatus")]
pub enum Status {
    /// Something is owed.
    Active,
    /// Nothing is owed, and money of the borrower is in hand.
    Overpaid,
    /// Nothing is owed and nothing is in hand.
    Closed,
    WrittenOff,
}

/// Where the money of one event lies in this state; for a refund, what it took back. Events that move no money of the
/// borrower have zeros.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "LoanAllocation")]
pub struct Allocation {
    pub place: Place,
    pub principal: Money,
    pub fee: Money,
    /// What no row has taken.
    pub credit: Money,
    /// Which rows, in the order of allocation.
    pub rows: Vec<OnRow>,
}

/// What of an allocation lies on one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "AllocatedRow")]
pub struct OnRow {
    /// The place of the row in [`State::rows`], from zero.
    pub row: usize,
    pub principal: Money,
    pub fee: Money,
}

impl Allocation {
    pub(crate) fn empty(place: Place) -> Self {
        Self { place, principal: Money::ZERO, fee: Money::ZERO, credit: Money::ZERO, rows: Vec::new() }
    }

    pub(crate) fn of(&mut self, part: Part) -> &mut Money {
        match part {
            Part::Principal => &mut self.principal,
            Part::Fee => &mut self.fee,
        }
    }

    /// Adds a piece on a row to the sums and to the list of rows.
    pub(crate) fn add(&mut self, row: usize, part: Part, amount: Money) -> Result<()> {
        let sum = self.of(part);
        *sum = sum.plus(amount)?;
        self.add_to_row(row, part, amount)
    }

    /// Pieces of one row that follow each other become one.
    pub(crate) fn add_to_row(&mut self, row: usize, part: Part, amount: Money) -> Result<()> {
        if self.rows.last().is_none_or(|last| last.row != row) {
            self.rows.push(OnRow { row, principal: Money::ZERO, fee: Money::ZERO });
        }
        if let Some(last) = self.rows.last_mut() {
            let sum = match part {
                Part::Principal => &mut last.principal,
                Part::Fee => &mut last.fee,
            };
            *sum = sum.plus(amount)?;
        }
        Ok(())
    }
}

/// All that follows from the terms and the events of a loan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "LoanState")]
pub struct State {
    /// The plan: by due day, and on one day in the order of creation.
    pub rows: Vec<Row>,
    pub payout: Day,
    /// The principal and all tranches.
    pub paid_out: Money,
    /// What is owed, principal and fees. Never above zero together with the credit.
    pub balance: Money,
    /// Paid and not yet allocated.
    pub credit: Money,
    pub paid_principal: Money,
    pub paid_fee: Money,
    pub written_off_principal: Money,
    pub written_off_fee: Money,
    /// What came in afterwards on what was written off.
    pub recovered: Money,
    pub forgiven: Money,
    pub waived: Money,
    pub status: Status,
    /// The first day of the last unbroken run of days at whose end nothing is owed; none while something is.
    pub closed_on: Option<Day>,
    /// The day it closed, or else the last due day.
    pub ends_on: Day,
    /// A change of terms stands.
    pub restructured: bool,
    pub pauses: Vec<Pause>,
    /// One for every event that stands, in the order of value days.
    pub allocations: Vec<Allocation>,
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) arrears_grace_days: i32,
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) arrears_buckets: Vec<Bucket>,
}

impl State {
    /// Closes the book: rows are put into their order, and every count of rows follows.
    pub(crate) fn read(book: Book<'_>) -> Result<Self> {
        let Book { terms, plan, credits, pieces, mut allocations, .. } = book;
        let mut shown_at = vec![0; plan.rows.len()];
        for (position, &row) in plan.order.iter().enumerate() {
            shown_at[row] = position;
        }
        for piece in &pieces {
            allocations[piece.event].add_to_row(piece.row, piece.part, piece.amount)?;
        }
        for on_row in allocations.iter_mut().flat_map(|allocation| &mut allocation.rows) {
            on_row.row = shown_at[on_row.row];
        }
        let credit = Money::sum(credits.iter().map(|credit| credit.amount))?;
        let rows: Vec<Row> = plan.order.iter().map(|&row| plan.rows[row].clone()).collect();
        let last_due = rows.last().map_or(terms.payout(), |row| row.due);
        let status = match (book.is_written_off, plan.owed.is_positive(), credit.is_positive()) {
            (true, _, _) => Status::WrittenOff,
            (false, true, _) => Status::Active,
            (false, false, true) => Status::Overpaid,
            (false, false, false) => Status::Closed,
        };
        Ok(Self {
            payout: terms.payout(),
            paid_out: book.paid_out,
            balance: plan.owed,
            credit,
            paid_principal: Money::sum(rows.iter().map(|row| row.paid_principal))?,
            paid_fee: Money::sum(rows.iter().map(|row| row.paid_fee))?,
            written_off_principal: book.written_off_principal,
            written_off_fee: book.written_off_fee,
            recovered: book.recovered,
            forgiven: book.forgiven,
            waived: book.waived,
            status,
            closed_on: book.closed_on,
            ends_on: book.closed_on.unwrap_or(last_due),
            restructured: book.restructured,
            pauses: book.pauses,
            allocations,
            arrears_grace_days: i32::from(terms.arrears_grace_days),
            arrears_buckets: terms.arrears_buckets.clone(),
            rows,
        })
    }

    /// Principal and fees that were written off.
    pub fn written_off(&self) -> Money {
        self.written_off_principal.plus(self.written_off_fee).unwrap_or(Money::MAX)
    }

    /// What is owed of the principal, rows not yet due included.
    pub fn outstanding_principal(&self) -> Money {
        Money::sum(self.rows.iter().map(Row::outstanding_principal)).unwrap_or(Money::MAX)
    }

    /// The money paid out in all, less the principal of the rows up to and including each row.
    pub fn balance_after(&self) -> Vec<Money> {
        let fall = |left: &mut Money, row: &Row| {
            *left = left.minus(row.principal).ok()?;
            Some(*left)
        };
        self.rows.iter().scan(self.paid_out, fall).collect()
    }

    /// Days from the row before to each row, the first from the payout day.
    pub fn days_between(&self) -> Vec<i32> {
        let before = std::iter::once(self.payout).chain(self.rows.iter().map(|row| row.due));
        self.rows.iter().zip(before).map(|(row, before)| row.due.days_since(before)).collect()
    }

    /// Where the money of an event lies; none when it was undone or is not part of this state.
    pub fn allocation(&self, place: Place) -> Option<&Allocation> {
        self.allocations.iter().find(|allocation| allocation.place == place)
    }
}
