//! The plan: the rows of a loan, where they lie, and what is owed and paid on each.

use crate::dates::Series;
use crate::holidays::WorkCalendar;
use crate::refusals::{LENGTH_TOO_SHORT, NO_INSTALMENT_ON_DAY, TOO_MANY_ROWS};
use crate::split::split;
use crate::terms::{MOST_ROWS, Terms};
use kernel::{Day, Failure, Money, Refusal, Result, require};
use serde::Serialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LoanRowKind")]
pub enum RowKind {
    Instalment,
    /// An instalment of zero, made by grace or deferral: money added later passes it by.
    Waiting,
    /// The part of a payout that is due on the same day.
    Upfront,
    /// A fee that found no instalment on or after its day.
    Fee,
    /// A row that re-ageing retired, of whatever kind: it keeps what was paid on it and takes part in nothing any more.
    /// What a refund takes back from it is owed on it again.
    Replaced,
}

impl RowKind {
    pub const fn is_instalment(self) -> bool {
        matches!(self, Self::Instalment | Self::Waiting)
    }
}

/// One row of the plan. `principal` and `fee` are what is to be paid in all, with what was paid already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "LoanRow")]
pub struct Row {
    pub kind: RowKind,
    /// The day before weekends and holidays.
    pub nominal: Day,
    pub due: Day,
    pub principal: Money,
    pub fee: Money,
    pub paid_principal: Money,
    pub paid_fee: Money,
    /// What was paid on it after its due day, principal and fee together.
    pub late_paid: Money,
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) step: Step,
}

/// Where a row stands in the series of the plan. With a fixed length, the last row stands in a series of its own too,
/// which decides its day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) series: usize,
    pub(crate) number: i32,
    pub(crate) fixed: Option<(usize, i32)>,
}

/// What of a row is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Principal,
    Fee,
}

impl Row {
    fn new(kind: RowKind, day: Day, principal: Money, fee: Money, step: Step) -> Self {
        let zero = Money::ZERO;
        Self {
            kind,
            nominal: day,
            due: day,
            principal,
            fee,
            paid_principal: zero,
            paid_fee: zero,
            late_paid: zero,
            step,
        }
    }

    /// What is still owed of a part. Never negative, because no row shrinks below what was paid on it.
    pub(crate) fn owes_of(&self, part: Part) -> Money {
        let (whole, paid) = match part {
            Part::Principal => (self.principal, self.paid_principal),
            Part::Fee => (self.fee, self.paid_fee),
        };
        whole.minus(paid).unwrap_or_default()
    }

    /// What is still owed, principal and fee together.
    pub fn outstanding(&self) -> Money {
        self.outstanding_principal().plus(self.outstanding_fee()).unwrap_or(Money::MAX)
    }

    pub fn outstanding_principal(&self) -> Money {
        self.owes_of(Part::Principal)
    }

    pub fn outstanding_fee(&self) -> Money {
        self.owes_of(Part::Fee)
    }

    /// What was paid, principal and fee together.
    pub fn paid(&self) -> Money {
        self.paid_principal.plus(self.paid_fee).unwrap_or(Money::MAX)
    }
}

/// The rows and their order. Rows are kept in the order of creation, so that an index stays good for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) rows: Vec<Row>,
    /// The rows as they are shown: by due day, and on one day by creation.
    pub(crate) order: Vec<usize>,
    /// The living instalment rows in the order of the series, those of zero included.
    pub(crate) instalments: Vec<usize>,
    pub(crate) series: Vec<Series>,
    /// What is owed on all rows together.
    pub(crate) owed: Money,
    /// This many rows of `order`, from the first, owe nothing; a bound that saves looking at them again.
    pub(crate) settled: usize,
}

impl Plan {
    /// The plan as it is handed out, before any event.
    ///
    /// # Errors
    /// Refused when the terms contradict each other or lead beyond the calendar.
    pub(crate) fn new(terms: &Terms) -> Result<Self> {
        terms.check()?;
        let (series, first) = terms.series()?;
        let mut plan = Self {
            rows: Vec::new(),
            order: Vec::new(),
            instalments: Vec::new(),
            series: vec![series],
            owed: Money::ZERO,
            settled: 0,
        };
        let upfront = terms.upfront.of(terms.principal)?;
        if !terms.upfront.is_zero() {
            plan.add_row(RowKind::Upfront, terms.payout(), upfront, Money::ZERO)?;
        }
        let (rows, grace) = terms.split_rows();
        let amounts = split(&terms.split, terms.principal.minus(upfront)?, rows, terms.unit)?;
        let waiting = std::iter::repeat_n((RowKind::Waiting, Money::ZERO), grace);
        let cut = amounts.into_iter().map(|amount| (RowKind::Instalment, amount));
        for ((kind, amount), number) in waiting.chain(cut).zip(first..) {
            plan.add_instalment(kind, amount, Step { series: 0, number, fixed: None })?;
        }
        plan.fix_length(terms)?;
        plan.lay_out(0, &terms.calendar)?;
        Ok(plan)
    }

    /// Puts the last nominal day at the end of the fixed length.
    fn fix_length(&mut self, terms: &Terms) -> Result<()> {
        let (Some(length), Some(&last)) = (terms.length, self.instalments.last()) else { return Ok(()) };
        let end = length.after(terms.payout(), 1)?;
        if let [.., before, _] = self.instalments.as_slice() {
            let step = self.rows[*before].step;
            let before = self.series[step.series].nominal(step.number)?;
            let too_short = Refusal::new(LENGTH_TOO_SHORT).with("end", end).with("before", before).at("length");
            require(before < end, too_short)?;
        }
        self.series.push(Series::plain(end, terms.every));
        self.rows[last].step.fixed = Some((self.series.len() - 1, 0));
        Ok(())
    }

    /// Adds an instalment at the end of the series order. Its days are set when the plan is laid out.
    pub(crate) fn add_instalment(&mut self, kind: RowKind, principal: Money, step: Step) -> Result<usize> {
        let day = self.series[step.series].nominal(step.number)?;
        let row = self.push(Row::new(kind, day, principal, Money::ZERO, step))?;
        self.instalments.push(row);
        Ok(row)
    }

    /// Adds a row that is due on a given day, whatever day that is.
    pub(crate) fn add_row(&mut self, kind: RowKind, due: Day, principal: Money, fee: Money) -> Result<()> {
        self.push(Row::new(kind, due, principal, fee, Step::default()))?;
        self.sort();
        Ok(())
    }

    /// A row of zero at `step`, standing before the instalment at `position` of the series order.
    pub(crate) fn insert_waiting(&mut self, position: usize, step: Step) -> Result<()> {
        let day = self.series[step.series].nominal(step.number)?;
        let row = self.push(Row::new(RowKind::Waiting, day, Money::ZERO, Money::ZERO, step))?;
        self.instalments.insert(position, row);
        Ok(())
    }

    fn push(&mut self, row: Row) -> Result<usize> {
        require(self.rows.len() < MOST_ROWS, Refusal::new(TOO_MANY_ROWS).with("most", MOST_ROWS))?;
        self.owed = self.owed.plus(row.outstanding())?;
        self.rows.push(row);
        self.order.push(self.rows.len() - 1);
        self.settled = 0;
        Ok(self.rows.len() - 1)
    }

    /// Sets the days of the instalments from a position of the series order on, each in its turn.
    ///
    /// # Errors
    /// Refused where the calendar ends.
    pub(crate) fn lay_out(&mut self, from: usize, calendar: &WorkCalendar) -> Result<()> {
        let mut moved = 0;
        for &index in &self.instalments[from..] {
            let row = &mut self.rows[index];
            let step = row.step;
            let plain = self.series[step.series];
            let (days, number) = match step.fixed {
                Some((series, number)) => (self.series[series], number),
                None => (plain, step.number),
            };
            let settled = calendar.settle(&plain, |more| days.nominal(number + moved + more))?;
            moved += settled.moved;
            row.step.number += moved;
            row.step.fixed = step.fixed.map(|(series, number)| (series, number + moved));
            row.nominal = settled.nominal;
            row.due = settled.due;
        }
        self.sort();
        Ok(())
    }

    fn sort(&mut self) {
        let rows = &self.rows;
        self.order.sort_by_key(|&row| (rows[row].due, row));
        self.settled = 0;
    }

    /// How many rows of the order are due on or before a day.
    pub(crate) fn due_until(&self, day: Day) -> usize {
        self.order.partition_point(|&row| self.rows[row].due <= day)
    }

    /// Where the instalment due on a day stands in the series order.
    ///
    /// # Errors
    /// Refused when no instalment is due on that day.
    pub(crate) fn instalment_due_on(&self, day: Day) -> Result<usize> {
        let due_on_day = |&row: &usize| self.rows[row].due == day;
        let missing = Refusal::new(NO_INSTALMENT_ON_DAY).with("day", day).at("from_due");
        self.instalments.iter().position(due_on_day).ok_or_else(|| missing.into())
    }

    /// The instalments due after a day that take part when money is added.
    pub(crate) fn later_instalments(&self, day: Day) -> Vec<usize> {
        let takes_part = |row: &usize| self.rows[*row].kind == RowKind::Instalment && self.rows[*row].due > day;
        self.order.iter().copied().filter(takes_part).collect()
    }

    /// The series of the last living instalment: where the plan goes on.
    ///
    /// # Errors
    /// Broken when there is no instalment, which no plan allows.
    pub(crate) fn last_instalment(&self) -> Result<&Row> {
        let last = self.instalments.last().map(|&row| &self.rows[row]);
        last.ok_or_else(|| Failure::broken("a plan without instalments"))
    }

    /// Changes what is to be paid on a row.
    ///
    /// # Errors
    /// Broken when it would fall below what was paid on it.
    pub(crate) fn set(&mut self, row: usize, part: Part, amount: Money) -> Result<()> {
        let row = &mut self.rows[row];
        let before = row.outstanding();
        let paid = match part {
            Part::Principal => {
                row.principal = amount;
                row.paid_principal
            }
            Part::Fee => {
                row.fee = amount;
                row.paid_fee
            }
        };
        require(amount >= paid, Failure::broken("a row that shrinks below what was paid on it"))?;
        self.owed = self.owed.plus(row.outstanding())?.minus(before)?;
        self.settled = 0;
        Ok(())
    }

    /// Takes back what is unpaid of a part of a row, and says how much that was.
    pub(crate) fn shrink(&mut self, row: usize, part: Part) -> Result<Money> {
        let unpaid = self.rows[row].owes_of(part);
        self.reduce(row, part, unpaid)?;
        Ok(unpaid)
    }

    /// Takes `amount` off what is to be paid of a part of a row.
    pub(crate) fn reduce(&mut self, row: usize, part: Part, amount: Money) -> Result<()> {
        let whole = match part {
            Part::Principal => self.rows[row].principal,
            Part::Fee => self.rows[row].fee,
        };
        self.set(row, part, whole.minus(amount)?)
    }

    /// Books `amount` as paid on a row, or as taken back when it is negative.
    pub(crate) fn book(&mut self, row: usize, part: Part, amount: Money, late: bool) -> Result<()> {
        let row = &mut self.rows[row];
        let paid = match part {
            Part::Principal => &mut row.paid_principal,
            Part::Fee => &mut row.paid_fee,
        };
        *paid = paid.plus(amount)?;
        if late {
            row.late_paid = row.late_paid.plus(amount)?;
        }
        self.owed = self.owed.minus(amount)?;
        if amount.is_negative() {
            self.settled = 0;
        }
        Ok(())
    }
}
