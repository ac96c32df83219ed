//! A civil day of the Gregorian calendar, without a time and without a zone.

use crate::reason::reasons;
use crate::refusals::DATE_OUT_OF_RANGE;
use crate::{Failure, Moment, Result};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

pub use chrono::Weekday;

/// Days since 1970-01-01, within the years 1–9999, so that its text always has the form `yyyy-mm-dd`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Day(i32);

reasons! {
    /// Why three numbers are not a Gregorian day; the year is looked at first, then the month, then the day.
    DayReason {
        Range = "range" => DATE_OUT_OF_RANGE,
        Month = "month" => DATE_MONTH,
        Day = "day" => DATE_DAY,
    }
}

impl Day {
    /// 0001-01-01.
    pub const FIRST: Self = Self(-719_162);
    /// 9999-12-31.
    pub const LAST: Self = Self(2_932_896);

    /// The day with this number of days since 1970-01-01.
    ///
    /// # Errors
    /// Refused outside the years 1–9999.
    pub fn from_number(days: i32) -> Result<Self> {
        let day = Self(days);
        if (Self::FIRST..=Self::LAST).contains(&day) { Ok(day) } else { Err(DATE_OUT_OF_RANGE.into()) }
    }

    /// The day of a year (1–9999), a month (1–12) and a day of that month.
    ///
    /// # Errors
    /// Which of the three is wrong.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Result<Self, DayReason> {
        if !(1..=9999).contains(&year) {
            return Err(DayReason::Range);
        }
        if !(1..=12).contains(&month) {
            return Err(DayReason::Month);
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from_date).ok_or(DayReason::Day)
    }

    /// The civil day of an instant in Riyadh; at the ends of the range, the first or last day.
    pub fn in_riyadh(moment: Moment) -> Self {
        let number = moment.riyadh_day_number().clamp(i64::from(Self::FIRST.0), i64::from(Self::LAST.0));
        Self(i32::try_from(number).unwrap_or_default())
    }

    /// Days since 1970-01-01.
    pub const fn number(self) -> i32 {
        self.0
    }

    pub fn year(self) -> i32 {
        self.date().year()
    }

    /// 1–12.
    pub fn month(self) -> u32 {
        self.date().month()
    }

    /// 1–31.
    pub fn day_of_month(self) -> u32 {
        self.date().day()
    }

    pub fn weekday(self) -> Weekday {
        self.date().weekday()
    }

    /// Days from `other` to this day; negative when this day is the earlier one.
    pub const fn days_since(self, other: Self) -> i32 {
        self.0 - other.0
    }

    /// The day that lies this many days later (earlier when negative).
    ///
    /// # Errors
    /// Refused outside the years 1–9999.
    pub fn plus_days(self, days: i32) -> Result<Self> {
        self.0.checked_add(days).map_or_else(|| Err(DATE_OUT_OF_RANGE.into()), Self::from_number)
    }

    /// The same day of the month, this many months later (earlier when negative), or the last day of a shorter month.
    /// Count from the anchor, not from the step before: 31 January gives 28 February and then 31 March.
    ///
    /// # Errors
    /// Refused outside the years 1–9999.
    pub fn plus_months(self, months: i32) -> Result<Self> {
        let count = Months::new(months.unsigned_abs());
        let date = self.date();
        let moved = if months < 0 { date.checked_sub_months(count) } else { date.checked_add_months(count) };
        match moved {
            Some(date) if (1..=9999).contains(&date.year()) => Ok(Self::from_date(date)),
            _ => Err(DATE_OUT_OF_RANGE.into()),
        }
    }

    pub fn first_of_month(self) -> Self {
        self.minus_small(self.day_of_month() - 1)
    }

    pub fn last_of_month(self) -> Self {
        let date = self.date();
        Self(self.0 + i32::from(date.num_days_in_month()) - i32::try_from(date.day()).unwrap_or_default())
    }

    /// A number that another table of this crate vouches for.
    pub(crate) const fn from_table(number: i32) -> Self {
        Self(number)
    }

    /// Every value lies within chrono's range, so the fallback is never taken.
    fn date(self) -> NaiveDate {
        NaiveDate::from_epoch_days(self.0).unwrap_or(NaiveDate::MIN)
    }

    fn from_date(date: NaiveDate) -> Self {
        Self(date.to_epoch_days())
    }

    fn minus_small(self, days: u32) -> Self {
        Self::from_date(self.date() - Days::new(u64::from(days)))
    }
}

/// ISO text, `2026-11-21`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        f.pad(&format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()))
    }
}

/// Reads ISO text, `2026-11-21`. For what a person types, see [`typed_date`](crate::arabic::typed_date).
///
/// # Errors
/// Broken when the text has another form; refused when there is no such day.
impl std::str::FromStr for Day {
    type Err = Failure;
    fn from_str(text: &str) -> Result<Self> {
        let [year, month, day] =
            three_numbers(text, '-').ok_or_else(|| Failure::broken(format!("not an ISO date: {text}")))?;
        Ok(Self::from_ymd(i32::try_from(year).unwrap_or(i32::MAX), month, day)?)
    }
}

/// `yyyy?mm?dd` with the given separator, digits 0–9 only.
pub(crate) fn three_numbers(text: &str, separator: char) -> Option<[u32; 3]> {
    let parts: Vec<&str> = text.split(separator).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let number = |part: &str, width: usize| {
        let fits = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
        if fits { part.parse().ok() } else { None }
    };
    Some([number(year, 4)?, number(month, 2)?, number(day, 2)?])
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = Failure;
    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(day("1970-01-01").number(), 0);
        assert_eq!(day("2026-11-21").number(), 20_778);
        assert_eq!(day("2026-11-21").weekday(), Weekday::Sat);
        assert_eq!(day("0001-01-01"), Day::FIRST);
        assert_eq!(day("9999-12-31"), Day::LAST);
        assert!(
            Day::FIRST.plus_days(-1).is_err() && Day::LAST.plus_days(1).is_err() && Day::LAST.plus_months(1).is_err()
        );
    }

    #[test]
    fn months_are_counted_from_the_anchor_and_clamped() {
        let anchor = day("2026-01-31");
        let steps: Vec<String> = (1..=3).map(|n| anchor.plus_months(n).unwrap().to_string()).collect();
        assert_eq!(steps, ["2026-02-28", "2026-03-31", "2026-04-30"]);
        assert_eq!(day("2024-03-31").plus_months(-1), Ok(day("2024-02-29")));
        assert_eq!(day("2024-02-10").last_of_month(), day("2024-02-29"));
        assert_eq!(day("2024-02-10").first_of_month(), day("2024-02-01"));
        assert!(anchor.plus_months(i32::MIN).is_err() && anchor.plus_months(i32::MAX).is_err());
    }

    #[test]
    fn a_wrong_day_names_what_is_wrong() {
        assert_eq!(Day::from_ymd(2026, 2, 29), Err(DayReason::Day));
        assert_eq!(Day::from_ymd(2026, 13, 40), Err(DayReason::Month), "the month is looked at first");
        assert_eq!(Day::from_ymd(0, 13, 40), Err(DayReason::Range), "and the year before it");
        for text in ["", "2026-1-1", "2026/01/01", "2026-01-01T00", "+026-01-01", "2026-01", "2026-02-30", "٢٠٢٦-٠١-٠١"]
        {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }

    #[test]
    fn an_instant_belongs_to_the_day_in_riyadh() {
        let nine_in_the_evening_utc = Moment::from_micros(21 * 3_600 * 1_000_000);
        assert_eq!(Day::in_riyadh(nine_in_the_evening_utc), day("1970-01-02"));
        assert_eq!(Day::in_riyadh(Moment::from_micros(i64::MAX)), Day::LAST);
    }

    #[test]
    fn json_holds_iso_text() {
        assert_eq!(serde_json::to_string(&day("2026-11-21")).unwrap(), "\"2026-11-21\"");
        assert_eq!(serde_json::from_str::<Day>("\"2026-11-21\"").unwrap(), day("2026-11-21"));
        assert!(serde_json::from_str::<Day>("\"2026-11-31\"").is_err());
    }

    proptest! {
        #[test]
        fn text_and_number_lead_back_to_the_day(number in Day::FIRST.0..=Day::LAST.0) {
            let day = Day::from_number(number).unwrap();
            prop_assert_eq!(day.to_string().parse(), Ok(day));
            prop_assert_eq!(Day::from_ymd(day.year(), day.month(), day.day_of_month()), Ok(day));
        }
    }
}
