//! Which rows a payment goes to, and from which rows a refund comes back.

use crate::book::{Book, Credit, Piece};
use crate::fraction::{Fraction, halalas};
use crate::plan::Part;
use crate::refusals::REFUND_TOO_LARGE;
use crate::split::count;
use crate::terms::Advance;
use kernel::{Day, Money, Refusal, Result, require};
use std::collections::VecDeque;

impl Book<'_> {
    /// Money from the borrower; what no row takes is his credit.
    pub(crate) fn repay(&mut self, amount: Money, day: Day, advance: Option<Advance>) -> Result<()> {
        let purse = VecDeque::from([Credit { event: self.allocations.len() - 1, amount }]);
        let rest = self.allocate(purse, day, advance.unwrap_or(self.terms.advance))?;
        for credit in rest {
            let of_event = &mut self.allocations[credit.event].credit;
            *of_event = of_event.plus(credit.amount)?;
            self.credits.push_back(credit);
        }
        Ok(())
    }

    /// Credit does not wait: on the day on which something new is owed it is allocated like payments of that day, one after
    /// the other by value day and entry.
    pub(crate) fn spend_credit(&mut self, day: Day) -> Result<()> {
        if self.credits.is_empty() || !self.plan.owed.is_positive() {
            return Ok(());
        }
        for credit in std::mem::take(&mut self.credits) {
            self.allocations[credit.event].credit = Money::ZERO;
            for rest in self.allocate(VecDeque::from([credit]), day, self.terms.advance)? {
                self.allocations[rest.event].credit = rest.amount;
                self.credits.push_back(rest);
            }
        }
        Ok(())
    }

    /// Money handed back: from the credit first, then from what was allocated last, piece by piece backwards.
    pub(crate) fn refund(&mut self, amount: Money) -> Result<()> {
        let refund = self.allocations.len() - 1;
        let mut left = amount;
        while left.is_positive()
            && let Some(credit) = self.credits.back_mut()
        {
            let taken = credit.amount.min(left);
            credit.amount = credit.amount.minus(taken)?;
            left = left.minus(taken)?;
            let event = credit.event;
            if credit.amount.is_zero() {
                self.credits.pop_back();
            }
            self.allocations[event].credit = self.allocations[event].credit.minus(taken)?;
            self.allocations[refund].credit = self.allocations[refund].credit.plus(taken)?;
        }
        while left.is_positive()
            && let Some(piece) = self.pieces.last_mut()
        {
            let taken = piece.amount.min(left);
            piece.amount = piece.amount.minus(taken)?;
            left = left.minus(taken)?;
            let Piece { event, row, part, late, amount } = *piece;
            if amount.is_zero() {
                self.pieces.pop();
            }
            self.plan.book(row, part, taken.negated(), late)?;
            let of_event = self.allocations[event].of(part);
            *of_event = of_event.minus(taken)?;
            self.allocations[refund].add(row, part, taken)?;
        }
        let paid_in = amount.minus(left)?;
        require(left.is_zero(), Refusal::new(REFUND_TOO_LARGE).with("paid_in", paid_in).at("amount"))
    }

    /// Gives the purse to the rows: those due on or before the day, oldest first, then the later ones as `advance`
    /// says. Hands back what no row took.
    fn allocate(&mut self, mut purse: VecDeque<Credit>, day: Day, advance: Advance) -> Result<VecDeque<Credit>> {
        let fallen_due = self.plan.due_until(day);
        let rows = self.plan.order.len();
        self.pay_forwards(&mut purse, fallen_due, day)?;
        match advance {
            Advance::Next => self.pay_forwards(&mut purse, rows, day)?,
            Advance::Last => {
                for position in (fallen_due..rows).rev() {
                    if purse.is_empty() {
                        break;
                    }
                    self.pay_row(&mut purse, self.plan.order[position], Money::MAX, day)?;
                }
            }
            Advance::Spread => self.pay_spread(&mut purse, fallen_due, day)?,
        }
        Ok(purse)
    }

    /// Pays the rows in their order, as far as (not with) the position `until`.
    fn pay_forwards(&mut self, purse: &mut VecDeque<Credit>, until: usize, day: Day) -> Result<()> {
        while !purse.is_empty() && self.plan.settled < until {
            let row = self.plan.order[self.plan.settled];
            self.pay_row(purse, row, Money::MAX, day)?;
            if self.plan.rows[row].outstanding().is_positive() {
                break;
            }
            self.plan.settled += 1;
        }
        Ok(())
    }

    /// Equal parts for all later rows that owe something, the rest for the last of them, again and again until nothing
    /// is left or nothing is owed. Every round ends the money or fills a row.
    fn pay_spread(&mut self, purse: &mut VecDeque<Credit>, from: usize, day: Day) -> Result<()> {
        loop {
            let owes = |row: &usize| self.plan.rows[*row].outstanding().is_positive();
            let open: Vec<usize> = self.plan.order[from..].iter().copied().filter(owes).collect();
            let left = Money::sum(purse.iter().map(|credit| credit.amount))?;
            let Some((&last, earlier)) = open.split_last() else { return Ok(()) };
            if !left.is_positive() {
                return Ok(());
            }
            let part = halalas(Fraction::new(i128::from(left.halalas()), i128::from(count(open.len()))).half_even())?;
            for &row in earlier {
                self.pay_row(purse, row, part, day)?;
            }
            let rest = left.minus(part.times(count(earlier.len()))?)?;
            self.pay_row(purse, last, rest, day)?;
        }
    }

    /// Pays at most `most` on a row, the fee or the principal first, as the terms say.
    fn pay_row(&mut self, purse: &mut VecDeque<Credit>, row: usize, most: Money, day: Day) -> Result<()> {
        let parts = if self.terms.fee_first { [Part::Fee, Part::Principal] } else { [Part::Principal, Part::Fee] };
        let late = day > self.plan.rows[row].due;
        let mut most = most;
        for part in parts {
            while let Some(credit) = purse.front_mut() {
                let amount = self.plan.rows[row].owes_of(part).min(credit.amount).min(most);
                if !amount.is_positive() {
                    break;
                }
                credit.amount = credit.amount.minus(amount)?;
                most = most.minus(amount)?;
                let event = credit.event;
                if credit.amount.is_zero() {
                    purse.pop_front();
                }
                self.plan.book(row, part, amount, late)?;
                let of_event = self.allocations[event].of(part);
                *of_event = of_event.plus(amount)?;
                self.pieces.push(Piece { event, row, part, amount, late });
            }
        }
        Ok(())
    }
}
