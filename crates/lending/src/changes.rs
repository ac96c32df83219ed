//! Tranches and changes of terms. Each acts on the plan as it stands on its own day; a plan handed out before does not
//! change backwards.

use crate::book::Book;
use crate::dates::{Period, Series};
use crate::fraction::{Fraction, Share};
use crate::plan::{Part, RowKind, Step};
use crate::refusals::{FIXED_LENGTH, NO_LATER_INSTALMENT};
use crate::split::{count, in_units, per_row, rest_on_the_last, split};
use kernel::{Day, Failure, Money, Refusal, Result, require};
use std::num::NonZeroU16;

impl Book<'_> {
    /// Money paid out to the borrower. Its upfront part is due on the day; the rest raises the later instalments to a
    /// rounded new total (a tranche rounds the total, re-amortisation the increment).
    pub(crate) fn pay_out(&mut self, amount: Money, upfront: Share, day: Day) -> Result<()> {
        self.paid_out = self.paid_out.plus(amount)?;
        let at_once = upfront.of(amount)?;
        if !upfront.is_zero() {
            self.plan.add_row(RowKind::Upfront, day, at_once, Money::ZERO)?;
        }
        let rest = amount.minus(at_once)?;
        let rows = self.plan.later_instalments(day);
        if rows.is_empty() {
            self.add_after(day, rest)?;
        } else {
            let unit = self.terms.unit;
            // (old + rest ÷ rows) ÷ unit, as one fraction, so that it is rounded once.
            let new_total = |old: Money| {
                let numerator = i128::from(old.halalas()) * i128::from(count(rows.len())) + i128::from(rest.halalas());
                let denominator = i128::from(count(rows.len())) * i128::from(unit.halalas());
                in_units(Fraction::new(numerator, denominator).half_even(), unit)
            };
            self.raise(&rows, rest, new_total)?;
        }
        self.spend_credit(day)
    }

    /// One instalment more, on the next day of the plan's own series.
    fn add_after(&mut self, day: Day, amount: Money) -> Result<()> {
        if amount.is_zero() {
            return Ok(());
        }
        let last = self.plan.last_instalment()?;
        let (nominal, series) = (last.nominal, last.step.series);
        let number = self.plan.series[series].first_step_after(day.max(nominal))?;
        self.plan.add_instalment(RowKind::Instalment, amount, Step { series, number, fixed: None })?;
        self.plan.lay_out(self.plan.instalments.len() - 1, &self.terms.calendar)
    }

    /// Adds `amount` to rows: each gets its new principal, the last what remains, none less than was paid on it.
    fn raise(&mut self, rows: &[usize], amount: Money, new: impl Fn(Money) -> Result<Money>) -> Result<()> {
        let old: Vec<Money> = rows.iter().map(|&row| self.plan.rows[row].principal).collect();
        let paid: Vec<Money> = rows.iter().map(|&row| self.plan.rows[row].paid_principal).collect();
        let total = Money::sum(old.iter().copied())?.plus(amount)?;
        let raised = old.into_iter().map(new).collect::<Result<Vec<_>>>()?;
        let raised = rest_on_the_last(raised, total, &paid)?;
        for (&row, principal) in rows.iter().zip(raised) {
            self.plan.set(row, Part::Principal, principal)?;
        }
        Ok(())
    }

    /// The instalment moves to `to`, and the later ones follow at whole periods. With a fixed length, the last one moves
    /// by as many days as the named one.
    pub(crate) fn shift(&mut self, from_due: Day, to: Day) -> Result<()> {
        let position = self.plan.instalment_due_on(from_due)?;
        let named = &self.plan.rows[self.plan.instalments[position]];
        let by = to.days_since(named.nominal);
        let period = self.plan.series[named.step.series].period;
        let series = self.add_series(Series::plain(to, period));
        for (&index, number) in self.plan.instalments[position..].iter().zip(0..) {
            let row = &mut self.plan.rows[index];
            let fixed = match row.step.fixed {
                Some(_) => {
                    self.plan.series.push(Series::plain(row.nominal.plus_days(by)?, period));
                    Some((self.plan.series.len() - 1, 0))
                }
                None => None,
            };
            row.step = Step { series, number, fixed };
        }
        self.restructured = true;
        self.plan.lay_out(position, &self.terms.calendar)
    }

    /// `by` rows more at the end of the series; what is unpaid from the named instalment on is split anew over all of
    /// them. A loan whose length is fixed has no later end.
    pub(crate) fn extend(&mut self, from_due: Day, by: NonZeroU16) -> Result<()> {
        require(self.terms.length.is_none(), FIXED_LENGTH)?;
        let position = self.plan.instalment_due_on(from_due)?;
        let last = self.plan.last_instalment()?.step;
        for more in 1..=i32::from(by.get()) {
            let step = Step { number: last.number + more, ..last };
            self.plan.add_instalment(RowKind::Instalment, Money::ZERO, step)?;
        }
        let rows = self.plan.instalments[position..].to_vec();
        let mut unpaid = Money::ZERO;
        for &row in &rows {
            unpaid = unpaid.plus(self.plan.shrink(row, Part::Principal)?)?;
        }
        let parts = split(self.terms.split.for_a_rest(), unpaid, rows.len(), self.terms.unit)?;
        for (&index, part) in rows.iter().zip(parts) {
            let row = &mut self.plan.rows[index];
            if part.is_positive() {
                row.kind = RowKind::Instalment;
            }
            let principal = row.principal.plus(part)?;
            self.plan.set(index, Part::Principal, principal)?;
        }
        self.restructured = true;
        self.plan.lay_out(position, &self.terms.calendar)
    }

    /// Rows of zero at the named instalment; it and all later ones move on along the series. No amount changes. The row
    /// that a fixed length dates does not move.
    pub(crate) fn defer(&mut self, from_due: Day, periods: NonZeroU16) -> Result<()> {
        let position = self.plan.instalment_due_on(from_due)?;
        let named = self.plan.rows[self.plan.instalments[position]].step;
        let dated = |row: &usize| self.plan.rows[*row].step.fixed.is_some();
        require(!self.plan.instalments[position..].iter().any(dated), FIXED_LENGTH)?;
        for &row in &self.plan.instalments[position..] {
            self.plan.rows[row].step.number += i32::from(periods.get());
        }
        for more in 0..periods.get() {
            let step = Step { number: named.number + i32::from(more), ..named };
            self.plan.insert_waiting(position + usize::from(more), step)?;
        }
        self.restructured = true;
        self.plan.lay_out(position, &self.terms.calendar)
    }

    /// Rows due until the day shrink to what was paid on them; their unpaid principal is added to the later
    /// instalments by a rounded increment, and their unpaid fees to the first later row that then owes principal, or else
    /// to the first later one. Rows that a re-ageing retired neither give nor get.
    pub(crate) fn re_amortise(&mut self, day: Day) -> Result<()> {
        let rows = self.plan.later_instalments(day);
        require(!rows.is_empty(), Refusal::new(NO_LATER_INSTALMENT).with("day", day).at("on"))?;
        let lives = |row: &usize| self.plan.rows[*row].kind != RowKind::Replaced;
        let fallen_due = &self.plan.order[..self.plan.due_until(day)];
        let fallen_due: Vec<usize> = fallen_due.iter().copied().filter(lives).collect();
        let (unpaid, fees) = self.shrink_all(&fallen_due)?;
        let unit = self.terms.unit;
        let increment = in_units(per_row(unpaid, rows.len(), unit).half_even(), unit)?;
        self.raise(&rows, unpaid, |old| old.plus(increment))?;
        let is_later = |row: &&usize| self.plan.rows[**row].kind.is_instalment() && self.plan.rows[**row].due > day;
        let owes = |row: &&usize| self.plan.rows[**row].outstanding_principal().is_positive();
        let later = || self.plan.order.iter().filter(is_later);
        let carries = later().find(owes).or_else(|| later().next()).copied();
        self.owe_fees(carries, fees)?;
        self.restructured = true;
        Ok(())
    }

    /// All that is unpaid is laid out anew; the rows there were keep what was paid on them and take part in nothing
    /// any more.
    pub(crate) fn re_age(&mut self, from: Day, instalments: NonZeroU16, every: Period) -> Result<()> {
        let all: Vec<usize> = (0..self.plan.rows.len()).collect();
        let (unpaid, fees) = self.shrink_all(&all)?;
        self.plan.instalments.clear();
        for row in &mut self.plan.rows {
            row.kind = RowKind::Replaced;
        }
        let rows = usize::from(instalments.get());
        let parts = split(self.terms.split.for_a_rest(), unpaid, rows, self.terms.unit)?;
        let series = self.add_series(Series::plain(from, every));
        for (part, number) in parts.into_iter().zip(0..) {
            self.plan.add_instalment(RowKind::Instalment, part, Step { series, number, fixed: None })?;
        }
        self.owe_fees(self.plan.instalments.first().copied(), fees)?;
        self.restructured = true;
        self.plan.lay_out(0, &self.terms.calendar)
    }

    /// Takes back what is unpaid on rows: principal and fees.
    fn shrink_all(&mut self, rows: &[usize]) -> Result<(Money, Money)> {
        let (mut principal, mut fees) = (Money::ZERO, Money::ZERO);
        for &row in rows {
            principal = principal.plus(self.plan.shrink(row, Part::Principal)?)?;
            fees = fees.plus(self.plan.shrink(row, Part::Fee)?)?;
        }
        Ok((principal, fees))
    }

    fn owe_fees(&mut self, row: Option<usize>, fees: Money) -> Result<()> {
        let row = row.ok_or_else(|| Failure::broken("fees without an instalment to carry them"))?;
        let fee = self.plan.rows[row].fee.plus(fees)?;
        self.plan.set(row, Part::Fee, fee)
    }

    fn add_series(&mut self, series: Series) -> usize {
        self.plan.series.push(series);
        self.plan.series.len() - 1
    }
}
