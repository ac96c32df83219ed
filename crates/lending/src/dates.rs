//! Nominal days: the even steps of a plan, always counted from its anchor.

use kernel::{Day, Hijri, Result};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU16;

/// The length of one step of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LoanPeriod")]
pub enum Period {
    Days(NonZeroU16),
    Weeks(NonZeroU16),
    /// Gregorian months; the anchor's day, clamped to the length of the month.
    Months(NonZeroU16),
    /// Months of Umm al-Qura; the anchor's day, clamped likewise.
    HijriMonths(NonZeroU16),
}

impl Period {
    /// The day that lies `steps` periods after `anchor` (before it when negative).
    ///
    /// # Errors
    /// Refused where the calendar ends.
    pub fn after(self, anchor: Day, steps: i32) -> Result<Day> {
        let by = |length: NonZeroU16| steps.saturating_mul(i32::from(length.get()));
        match self {
            Self::Days(length) => anchor.plus_days(by(length)),
            Self::Weeks(length) => anchor.plus_days(by(length).saturating_mul(7)),
            Self::Months(length) => anchor.plus_months(by(length)),
            Self::HijriMonths(length) => {
                let hijri = Hijri::from_day(anchor).ok_or(kernel::refusals::HIJRI_RANGE)?;
                Ok(hijri.plus_months(by(length))?.to_day())
            }
        }
    }

    /// The longest this period can last, in days: for estimating a number of steps from below.
    fn longest(self) -> i32 {
        match self {
            Self::Days(length) => i32::from(length.get()),
            Self::Weeks(length) => 7 * i32::from(length.get()),
            Self::Months(length) | Self::HijriMonths(length) => 31 * i32::from(length.get()),
        }
    }
}

/// Which day of a Gregorian month a nominal day becomes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LoanMonthDay")]
pub enum MonthDay {
    #[default]
    SameDay,
    /// The first of the month after it, also when it was a first already.
    FirstOfNextMonth,
    LastOfMonth,
}

/// The nominal days of a plan, one for every whole number. Later numbers are later days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series {
    pub anchor: Day,
    pub period: Period,
    pub month_day: MonthDay,
}

impl Series {
    /// A series whose days are its steps, as they are.
    pub const fn plain(anchor: Day, period: Period) -> Self {
        Self { anchor, period, month_day: MonthDay::SameDay }
    }

    /// The nominal day of step `step`, counted from the anchor.
    ///
    /// # Errors
    /// Refused where the calendar ends.
    pub fn nominal(&self, step: i32) -> Result<Day> {
        let day = self.period.after(self.anchor, step)?;
        match self.month_day {
            MonthDay::SameDay => Ok(day),
            MonthDay::FirstOfNextMonth => day.last_of_month().plus_days(1),
            MonthDay::LastOfMonth => Ok(day.last_of_month()),
        }
    }

    /// The first step whose nominal day lies after `day`.
    ///
    /// # Errors
    /// Refused where the calendar ends.
    pub fn first_step_after(&self, day: Day) -> Result<i32> {
        let mut step = day.days_since(self.anchor).div_euclid(self.period.longest());
        while self.nominal(step)? > day {
            step -= 1;
        }
        while self.nominal(step)? <= day {
            step += 1;
        }
        Ok(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    const ONE: NonZeroU16 = NonZeroU16::MIN;

    #[test]
    fn a_month_end_comes_back_after_a_short_month() {
        let series = Series::plain(day("2025-01-31"), Period::Months(ONE));
        assert_eq!(series.nominal(1), Ok(day("2025-02-28")));
        assert_eq!(series.nominal(2), Ok(day("2025-03-31")), "counted from the anchor, not from February");
    }

    #[test]
    fn a_day_of_the_month_can_be_chosen() {
        let series = |month_day| Series { anchor: day("2025-01-01"), period: Period::Months(ONE), month_day };
        assert_eq!(series(MonthDay::FirstOfNextMonth).nominal(0), Ok(day("2025-02-01")), "a first moves on too");
        assert_eq!(series(MonthDay::LastOfMonth).nominal(1), Ok(day("2025-02-28")));
    }

    #[test]
    fn hijri_months_end_with_the_table() {
        let series = Series::plain(day("2024-12-31"), Period::HijriMonths(ONE));
        assert_eq!(series.nominal(1), Ok(day("2025-01-30")));
        assert_eq!(series.nominal(2), Ok(day("2025-02-28")), "the 30th is clamped to the 29th of Shaaban");
        assert!(series.nominal(1_000).is_err(), "the table does not reach so far");
    }

    #[test]
    fn the_first_step_after_a_day_is_found_from_any_distance() {
        let periods = [Period::Days(ONE), Period::Weeks(ONE), Period::Months(ONE), Period::HijriMonths(ONE)];
        for period in periods {
            for month_day in [MonthDay::SameDay, MonthDay::FirstOfNextMonth, MonthDay::LastOfMonth] {
                let series = Series { anchor: day("2025-01-31"), period, month_day };
                for distance in [-700, -31, -1, 0, 1, 28, 31, 365, 9_000] {
                    let after = day("2025-01-31").plus_days(distance).unwrap();
                    let step = series.first_step_after(after).unwrap();
                    assert!(series.nominal(step).unwrap() > after, "{period:?} {distance}: the day lies after");
                    assert!(
                        series.nominal(step - 1).unwrap() <= after,
                        "{period:?} {distance}: the one before does not"
                    );
                }
            }
        }
    }
}
