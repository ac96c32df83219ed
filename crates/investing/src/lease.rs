//! The terms of a lease, and the dues that follow from them.

use crate::refusals::{MONTHS_RANGE, NO_SUCH_DUE, NOT_RUNNING, PAYS_RANGE, RENT_MISSING};
use crate::shares::{by_weights, part};
use kernel::{Day, Hijri, Money, Refusal, Result, require};
use serde::{Deserialize, Serialize};

/// The longest lease, in months.
pub const MOST_MONTHS: u32 = 360;
const YEAR: u32 = 12;

/// Whose months a lease counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum LeaseCalendar {
    #[default]
    Gregorian,
    Hijri,
}

impl LeaseCalendar {
    /// The day that lies so many months after another, clamped to the length of its month; always counted from the anchor.
    ///
    /// # Errors
    /// Where the calendar ends.
    pub fn after(self, anchor: Day, months: u32) -> Result<Day> {
        match self {
            Self::Gregorian => anchor.plus_months(count(months)),
            Self::Hijri => {
                let hijri = Hijri::from_day(anchor).ok_or(kernel::refusals::HIJRI_RANGE)?;
                Ok(hijri.plus_months(count(months))?.to_day())
            }
        }
    }
}

/// Another rent from a due on, as if it had always been the rent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RentChange {
    pub from: Day,
    pub annual: Money,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaseTerms {
    pub start: Day,
    pub months: u32,
    /// Rent of twelve months.
    pub annual: Money,
    /// Payments of a year: 1, 2, 4 or 12.
    pub pays: u32,
    pub calendar: LeaseCalendar,
    /// In the order in which they were decided.
    pub changes: Vec<RentChange>,
    /// The last day, where it ended early.
    pub ended: Option<Day>,
}

/// What is due on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub no: u32,
    pub day: Day,
    pub amount: Money,
}

/// Whether a lease may be paid in so many parts of a year.
pub const fn pays_allowed(pays: u32) -> bool {
    matches!(pays, 1 | 2 | 4 | 12)
}

impl LeaseTerms {
    /// # Errors
    /// Months, payments or a rent no lease has.
    pub fn check(&self) -> Result<()> {
        let months = Refusal::new(MONTHS_RANGE).with("most", MOST_MONTHS).at("months");
        require((1..=MOST_MONTHS).contains(&self.months), months)?;
        require(pays_allowed(self.pays), Refusal::new(PAYS_RANGE).at("pays"))?;
        require(self.annual.is_positive(), Refusal::new(RENT_MISSING).at("annual"))
    }

    /// The last day as it was agreed.
    ///
    /// # Errors
    /// Where the calendar ends.
    pub fn agreed_last(&self) -> Result<Day> {
        self.calendar.after(self.start, self.months)?.plus_days(-1)
    }

    /// The last day: agreed, or the one it ended on early.
    ///
    /// # Errors
    /// Where the calendar ends.
    pub fn last(&self) -> Result<Day> {
        let agreed = self.agreed_last()?;
        Ok(self.ended.map_or(agreed, |ended| ended.min(agreed)))
    }

    /// Every due, in the order of days.
    ///
    /// # Errors
    /// Where the calendar ends; a sum beyond what money can be.
    pub fn schedule(&self) -> Result<Vec<Due>> {
        let mut dues = self.of_rent(self.annual)?;
        for change in &self.changes {
            let anew = self.of_rent(change.annual)?;
            for (due, new) in dues.iter_mut().zip(anew).filter(|(due, _)| due.day >= change.from) {
                due.amount = new.amount;
            }
        }
        if let Some(ended) = self.ended {
            dues.retain(|due| due.day <= ended);
        }
        Ok(dues)
    }

    /// The dues as if one rent had always been the rent: each year of the lease by itself, the last may be shorter.
    fn of_rent(&self, annual: Money) -> Result<Vec<Due>> {
        let step = YEAR / self.pays;
        let mut dues = Vec::new();
        let mut before = 0;
        while before < self.months {
            let months = (self.months - before).min(YEAR);
            let rent = part(annual, months, YEAR)?;
            let weights: Vec<u64> = (0..months)
                .step_by(usize::try_from(step).unwrap_or(1))
                .map(|at| u64::from(step.min(months - at)))
                .collect();
            for (amount, at) in
                by_weights(rent, &weights)?.into_iter().zip((0..months).step_by(usize::try_from(step).unwrap_or(1)))
            {
                let no = u32::try_from(dues.len() + 1).unwrap_or(u32::MAX);
                dues.push(Due { no, day: self.calendar.after(self.start, before + at)?, amount });
            }
            before += months;
        }
        Ok(dues)
    }

    /// Whether a day lies within it.
    ///
    /// # Errors
    /// Where the calendar ends.
    pub fn runs_on(&self, day: Day) -> Result<bool> {
        Ok(self.start <= day && day <= self.last()?)
    }

    /// It may end on a day.
    ///
    /// # Errors
    /// A day outside of it.
    pub fn may_end_on(&self, day: Day) -> Result<()> {
        require(self.ended.is_none() && self.runs_on(day)?, Refusal::new(NOT_RUNNING).with("day", day).at("on"))
    }

    /// The terms with another rent from a due on.
    ///
    /// # Errors
    /// A day on which nothing is due; a rent of nothing.
    pub fn with_rent(&self, change: RentChange) -> Result<Self> {
        require(change.annual.is_positive(), Refusal::new(RENT_MISSING).at("annual"))?;
        let known = self.schedule()?.iter().any(|due| due.day == change.from);
        require(known, Refusal::new(NO_SUCH_DUE).with("day", change.from).at("from"))?;
        let mut terms = self.clone();
        terms.changes.push(change);
        Ok(terms)
    }

    /// Whether it shares a day with another lease.
    ///
    /// # Errors
    /// Where the calendar ends.
    pub fn overlaps(&self, other: &Self) -> Result<bool> {
        Ok(self.start <= other.last()? && other.start <= self.last()?)
    }
}

fn count(months: u32) -> i32 {
    i32::try_from(months).unwrap_or(i32::MAX)
}
