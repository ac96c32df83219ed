//! The quarter and the twelve months of a board, in the calendar it was asked for.

use kernel::{Day, Result};
use office::association::Calendar;
use office::span::{PeriodKind, Span, YearMonth};

/// How many months a board shows.
pub const MONTHS: usize = 12;

/// A month of a calendar, until the board's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    pub year: i32,
    pub month: u32,
    pub days: Span,
}

/// The days a board cuts time into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Periods {
    pub day: Day,
    pub quarter: Span,
    pub previous_quarter: Span,
    /// Oldest first, one after the other without a gap.
    pub months: [Month; MONTHS],
}

impl Periods {
    /// # Errors
    /// Refused where the calendar ends.
    pub fn until(day: Day, calendar: Calendar) -> Result<Self> {
        let own = YearMonth::of(day, calendar)?;
        let mut months = [Month { year: 0, month: 0, days: Span { from: day, until: day } }; MONTHS];
        for (place, month) in months.iter_mut().enumerate() {
            let shown = own.plus(place as i32 - (MONTHS as i32 - 1));
            *month =
                Month { year: shown.year(), month: shown.month(), days: shown.days(PeriodKind::Month, calendar, day)? };
        }
        let first = own.first_of(PeriodKind::Quarter);
        let quarter = Span { from: first.first_day(calendar)?, until: day };
        let previous_quarter = first.days_before(PeriodKind::Quarter, calendar)?;
        Ok(Self { day, quarter, previous_quarter, months })
    }

    /// The first day of the oldest month.
    pub fn from(&self) -> Day {
        self.months[0].days.from
    }

    /// The place of the month that holds the day; none outside the twelve months.
    pub fn month_of(&self, day: Day) -> Option<usize> {
        self.months.iter().position(|month| month.days.holds(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Hijri;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn span(from: &str, until: &str) -> Span {
        Span { from: day(from), until: day(until) }
    }

    #[test]
    fn gregorian_months_and_quarters_end_on_the_day() {
        let periods = Periods::until(day("2026-02-10"), Calendar::Gregorian).unwrap();
        assert_eq!(periods.quarter, span("2026-01-01", "2026-02-10"));
        assert_eq!(periods.previous_quarter, span("2025-10-01", "2025-12-31"));
        let [first, .., last] = periods.months;
        assert_eq!((first.year, first.month, first.days), (2025, 3, span("2025-03-01", "2025-03-31")));
        assert_eq!((last.year, last.month, last.days), (2026, 2, span("2026-02-01", "2026-02-10")));
        assert_eq!(periods.month_of(day("2025-12-31")), Some(9));
        assert_eq!(periods.month_of(day("2025-02-28")), None);
        assert_eq!(periods.month_of(day("2026-02-11")), None, "what comes after the day is not known");
    }

    #[test]
    fn hijri_months_follow_umm_al_qura() {
        // 1448/06/11
        let periods = Periods::until(day("2026-11-21"), Calendar::Hijri).unwrap();
        let last = periods.months[11];
        assert_eq!((last.year, last.month, last.days), (1448, 6, span("2026-11-11", "2026-11-21")));
        assert_eq!((periods.months[0].year, periods.months[0].month), (1447, 7));
        assert_eq!(periods.quarter.from, Hijri::new(1448, 4, 1).unwrap().to_day());
        assert_eq!(periods.previous_quarter.from, Hijri::new(1448, 1, 1).unwrap().to_day());
    }

    #[test]
    fn months_follow_one_another_without_a_gap_in_either_calendar() {
        for calendar in [Calendar::Hijri, Calendar::Gregorian] {
            for number in (0..800).step_by(7) {
                let day = day("2025-01-01").plus_days(number).unwrap();
                let periods = Periods::until(day, calendar).unwrap();
                for pair in periods.months.windows(2) {
                    assert_eq!(pair[0].days.until.plus_days(1).unwrap(), pair[1].days.from, "{day} {calendar:?}");
                }
                assert_eq!(periods.months[11].days.until, day);
                assert!(periods.quarter.holds(day) && !periods.previous_quarter.holds(day));
                assert_eq!(periods.previous_quarter.until.plus_days(1).unwrap(), periods.quarter.from);
            }
        }
    }
}
