//! Spans of days, and the months, quarters and years of either calendar.

use crate::association::Calendar;
use crate::list;
use kernel::{Day, Failure, Hijri, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days from one to another, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Span {
    pub from: Day,
    pub until: Day,
}

impl Span {
    pub fn holds(&self, day: Day) -> bool {
        self.from <= day && day <= self.until
    }
}

list! {
    /// How long a period is.
    PeriodKind { Month = "month", Quarter = "quarter", Year = "year" }
}

impl PeriodKind {
    const fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

/// A month counted from the beginning of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearMonth {
    months: i32,
}

impl YearMonth {
    /// `month` is 1–12; one beyond runs on into the next year.
    pub const fn new(year: i32, month: u32) -> Self {
        Self { months: year * 12 + month as i32 - 1 }
    }

    /// The month that holds a day.
    ///
    /// # Errors
    /// Broken where the calendar ends.
    pub fn of(day: Day, calendar: Calendar) -> Result<Self> {
        let months = match calendar {
            Calendar::Gregorian => day.year() * 12 + day.month() as i32 - 1,
            Calendar::Hijri => {
                let hijri = Hijri::from_day(day).ok_or_else(|| Failure::broken("a day outside the Hijri calendar"))?;
                i32::from(hijri.year()) * 12 + i32::from(hijri.month()) - 1
            }
        };
        Ok(Self { months })
    }

    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self { months: self.months + months }
    }

    pub const fn year(self) -> i32 {
        self.months.div_euclid(12)
    }

    /// 1–12
    pub const fn month(self) -> u32 {
        self.months.rem_euclid(12).unsigned_abs() + 1
    }

    /// The first month of the period that holds this one.
    #[must_use]
    pub const fn first_of(self, kind: PeriodKind) -> Self {
        self.plus(-self.months.rem_euclid(kind.months()))
    }

    /// # Errors
    /// Refused where the calendar ends.
    pub fn first_day(self, calendar: Calendar) -> Result<Day> {
        Ok(match calendar {
            Calendar::Gregorian => Day::from_ymd(self.year(), self.month(), 1)?,
            Calendar::Hijri => Hijri::new(self.year().unsigned_abs(), self.month(), 1)?.to_day(),
        })
    }

    /// The days of the period that begins with this month, as far as a day.
    ///
    /// # Errors
    /// Refused where the calendar ends.
    pub fn days(self, kind: PeriodKind, calendar: Calendar, latest: Day) -> Result<Span> {
        let last = self.plus(kind.months()).first_day(calendar)?.plus_days(-1)?;
        Ok(Span { from: self.first_day(calendar)?, until: last.min(latest) })
    }

    /// The days of the period before the one that begins with this month: whole.
    ///
    /// # Errors
    /// Refused where the calendar ends.
    pub fn days_before(self, kind: PeriodKind, calendar: Calendar) -> Result<Span> {
        let until = self.first_day(calendar)?.plus_days(-1)?;
        Ok(Span { from: self.plus(-kind.months()).first_day(calendar)?, until })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_is_the_month_quarter_or_year_around_a_day_and_goes_no_further_than_today() {
        let today = day("2026-11-21");
        for (kind, from, before) in [
            (PeriodKind::Month, "2026-11-01", ("2026-10-01", "2026-10-31")),
            (PeriodKind::Quarter, "2026-10-01", ("2026-07-01", "2026-09-30")),
            (PeriodKind::Year, "2026-01-01", ("2025-01-01", "2025-12-31")),
        ] {
            let first = YearMonth::of(today, Calendar::Gregorian).unwrap().first_of(kind);
            let span = first.days(kind, Calendar::Gregorian, today).unwrap();
            assert_eq!((span.from, span.until), (day(from), today), "{kind:?}");
            let earlier = first.days_before(kind, Calendar::Gregorian).unwrap();
            assert_eq!((earlier.from, earlier.until), (day(before.0), day(before.1)), "{kind:?}");
        }
        // 1448/06/11: the second quarter of the Hijri year.
        let first = YearMonth::of(today, Calendar::Hijri).unwrap().first_of(PeriodKind::Quarter);
        assert_eq!((first.year(), first.month()), (1448, 4));
        assert_eq!(first.first_day(Calendar::Hijri).unwrap(), Hijri::new(1448, 4, 1).unwrap().to_day());
    }
}
