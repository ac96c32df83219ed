//! What the loans of a fund add up to on a day. The present and the past are read in two ways and end here; whatever a
//! board says of loans is computed from these sums.

use super::periods::{MONTHS, Periods};
use kernel::id::FundId;
use kernel::{Day, Money, Result};
use lending::Collection;
use loans::BANDS;
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BandSum {
    pub loans: i64,
    pub outstanding: Money,
    pub overdue: Money,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LoansSum {
    pub loans: i64,
    pub amount: Money,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MonthSum {
    pub due: Money,
    pub collected: Money,
}

/// The loans of one fund.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FundSums {
    /// Paid out, wholly or in part.
    pub loans: i64,
    /// Of them, those on which something is owed.
    pub active: i64,
    pub lent: Money,
    /// Repaid, refunds taken off.
    pub paid: Money,
    pub credits: Money,
    /// A loan that was written off stands in none of them.
    pub bands: [BandSum; BANDS.len()],
    pub restructured: LoansSum,
    pub written_off: LoansSum,
    pub collection: Collection,
}

/// The loans of all funds, and what fell due and came in over the board's periods.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums {
    pub funds: BTreeMap<FundId, FundSums>,
    pub quarter: Collection,
    pub previous_quarter: Collection,
    pub months: [MonthSum; MONTHS],
}

/// Adds in place.
pub fn add(sum: &mut Money, amount: Money) -> Result<()> {
    *sum = sum.plus(amount)?;
    Ok(())
}

impl LoansSum {
    pub fn add(&mut self, loans: i64, amount: Money) -> Result<()> {
        self.loans += loans;
        add(&mut self.amount, amount)
    }
}

impl FundSums {
    pub fn outstanding(&self) -> Result<Money> {
        Money::sum(self.bands.iter().map(|band| band.outstanding))
    }

    pub fn overdue(&self) -> Result<Money> {
        Money::sum(self.bands.iter().map(|band| band.overdue))
    }

    /// Both together.
    pub fn plus(mut self, other: &Self) -> Result<Self> {
        self.loans += other.loans;
        self.active += other.active;
        add(&mut self.lent, other.lent)?;
        add(&mut self.paid, other.paid)?;
        add(&mut self.credits, other.credits)?;
        for (band, more) in self.bands.iter_mut().zip(&other.bands) {
            band.loans += more.loans;
            add(&mut band.outstanding, more.outstanding)?;
            add(&mut band.overdue, more.overdue)?;
        }
        self.restructured.add(other.restructured.loans, other.restructured.amount)?;
        self.written_off.add(other.written_off.loans, other.written_off.amount)?;
        self.collection = Collection::sum(&[self.collection, other.collection])?;
        Ok(self)
    }
}

impl FundSums {
    /// The same below zero, to take one sum off another.
    fn negated(&self) -> Self {
        let apart = |sum: LoansSum| LoansSum { loans: -sum.loans, amount: sum.amount.negated() };
        Self {
            loans: -self.loans,
            active: -self.active,
            lent: self.lent.negated(),
            paid: self.paid.negated(),
            credits: self.credits.negated(),
            bands: self.bands.map(|band| BandSum {
                loans: -band.loans,
                outstanding: band.outstanding.negated(),
                overdue: band.overdue.negated(),
            }),
            restructured: apart(self.restructured),
            written_off: apart(self.written_off),
            collection: negated(self.collection),
        }
    }
}

const fn negated(collection: Collection) -> Collection {
    Collection { fallen_due: collection.fallen_due.negated(), collected: collection.collected.negated() }
}

impl Sums {
    /// These with those of some loans in another state.
    ///
    /// # Errors
    /// Only when sums are beyond what money can be.
    pub fn with(mut self, taken_out: &Self, put_in: &Self) -> Result<Self> {
        for (fund, own) in &taken_out.funds {
            let sums = self.funds.entry(*fund).or_default();
            *sums = sums.plus(&own.negated())?;
        }
        for (fund, own) in &put_in.funds {
            let sums = self.funds.entry(*fund).or_default();
            *sums = sums.plus(own)?;
        }
        // A fund that had lent nothing yet is not among them.
        self.funds.retain(|_, own| *own != FundSums::default());
        let change = |sum: Collection, out: Collection, new: Collection| Collection::sum(&[sum, negated(out), new]);
        self.quarter = change(self.quarter, taken_out.quarter, put_in.quarter)?;
        self.previous_quarter = change(self.previous_quarter, taken_out.previous_quarter, put_in.previous_quarter)?;
        for ((sum, out), new) in self.months.iter_mut().zip(&taken_out.months).zip(&put_in.months) {
            sum.due = sum.due.minus(out.due)?.plus(new.due)?;
            sum.collected = sum.collected.minus(out.collected)?.plus(new.collected)?;
        }
        Ok(self)
    }

    /// All funds together.
    pub fn whole(&self) -> Result<FundSums> {
        self.funds.values().try_fold(FundSums::default(), FundSums::plus)
    }

    /// Adds what fell due on a day, with what was paid on it, to the periods that hold the day.
    pub fn fell_due(&mut self, periods: &Periods, day: Day, amount: Money, paid: Money) -> Result<()> {
        let spans = [(&mut self.quarter, periods.quarter), (&mut self.previous_quarter, periods.previous_quarter)];
        for (collection, _) in spans.into_iter().filter(|(_, span)| span.holds(day)) {
            add(&mut collection.fallen_due, amount)?;
            add(&mut collection.collected, paid)?;
        }
        match periods.month_of(day) {
            Some(month) => add(&mut self.months[month].due, amount),
            None => Ok(()),
        }
    }

    /// Adds money that came from borrowers on a day; below zero for a refund.
    pub fn came_in(&mut self, periods: &Periods, day: Day, amount: Money) -> Result<()> {
        match periods.month_of(day) {
            Some(month) => add(&mut self.months[month].collected, amount),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use office::association::Calendar;

    #[test]
    fn what_falls_due_is_counted_in_every_period_that_holds_it() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let money = |riyals| Money::from_riyals(riyals).unwrap();
        let periods = Periods::until(day("2026-05-20"), Calendar::Gregorian).unwrap();
        let mut sums = Sums::default();
        for (due, amount, paid) in
            [("2026-05-20", 100, 40), ("2026-05-21", 1_000, 0), ("2026-03-31", 10, 10), ("2020-01-01", 1, 1)]
        {
            sums.fell_due(&periods, day(due), money(amount), money(paid)).unwrap();
        }
        sums.came_in(&periods, day("2026-04-01"), money(51)).unwrap();
        sums.came_in(&periods, day("2026-05-21"), money(9)).unwrap();
        let collection =
            |fallen_due, collected| Collection { fallen_due: money(fallen_due), collected: money(collected) };
        assert_eq!(sums.quarter, collection(100, 40), "a day after the board's is not known");
        assert_eq!(sums.previous_quarter, collection(10, 10));
        assert_eq!((sums.months[11].due, sums.months[10].collected), (money(100), money(51)));
        assert_eq!(sums.months[11].collected, Money::ZERO);
    }
}
