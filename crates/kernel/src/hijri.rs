//! A civil day of the Umm al-Qura calendar, from our own table of the years 1343–1500.
//!
//! Calendars of operating systems and of ICU are not used: they agree with the official almanac from 1420 to 1450 only
//! and are often a day off before and after. The table is that of R.H. van Gent as published in hijridate 2.3.0 (MIT).
//! The names of the months are words and live in `locales/kernel.yml`, by the number of the month.

use crate::day::three_numbers;
use crate::reason::reasons;
use crate::{Day, Failure, Result};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The first year of the table.
pub const FIRST_YEAR: u16 = 1343;
/// The last year of the table.
pub const LAST_YEAR: u16 = 1500;

const YEARS: usize = (LAST_YEAR - FIRST_YEAR + 1) as usize;

/// The number of 1343/01/01, which is 1924-08-01, in days since 1970-01-01.
const FIRST_DAY: i32 = -16_589;

/// One mask a year: bit m−1 is set when month m has 30 days, clear when it has 29 or is one of [`ODD_MONTHS`].
const LONG_MONTHS: [u16; YEARS] = [
    0xEED, 0x554, 0xB45, 0x66C, 0x36C, 0x0D5, 0x9D5, 0xB4A, 0xB15, 0x555, 0x9AD, 0x56A, 0xB55, 0x4D4, 0xD55, 0x64B,
    0x497, 0xD55, 0x555, 0x555, 0xD55, 0x755, 0xD55, 0x555, 0x555, 0xD55, 0x6D5, 0x555, 0xEA5, 0xD2A, 0xAAA, 0xCD5,
    0x655, 0x572, 0xDA9, 0x555, 0xAAA, 0x555, 0x52D, 0xA6D, 0x55A, 0x555, 0x74D, 0xD53, 0xD54, 0x556, 0xD55, 0x2D5,
    0xD55, 0xD54, 0xD45, 0x655, 0x52D, 0xA5D, 0x55A, 0xAD5, 0x6AA, 0xD4B, 0x52A, 0xA57, 0x4AE, 0x976, 0x56C, 0xB55,
    0xAAA, 0xA55, 0x4AD, 0x95D, 0x2DA, 0x5D9, 0xDB2, 0xBA4, 0xB4A, 0xA55, 0x2B5, 0x575, 0xB6A, 0xBD2, 0xBC4, 0xB89,
    0xA95, 0x52D, 0x5AD, 0xB6A, 0x6D4, 0xDC9, 0xD92, 0xAA6, 0x956, 0x2AE, 0x56D, 0x36A, 0xB55, 0xAAA, 0x94D, 0x49D,
    0x95D, 0x2BA, 0x5B5, 0x5AA, 0xD55, 0xA9A, 0x92E, 0x26E, 0x55D, 0xADA, 0x6D4, 0x6A5, 0x54B, 0xA97, 0x54E, 0xAAE,
    0x5AC, 0xBA9, 0xD92, 0xB25, 0x64B, 0xCAB, 0x55A, 0xB55, 0x6D2, 0xEA5, 0xE4A, 0xA95, 0x52D, 0xAAD, 0x36C, 0x759,
    0x6D2, 0x695, 0x52D, 0xA5B, 0x4BA, 0x9BA, 0x3B4, 0xB69, 0xB52, 0xAA6, 0x4B6, 0x96D, 0x2EC, 0x6D9, 0xEB2, 0xD54,
    0xD2A, 0xA56, 0x4AE, 0x96D, 0xD6A, 0xB54, 0xB29, 0xA93, 0x52B, 0xA57, 0x536, 0xAB5, 0x6AA, 0xE93,
];

/// The eight historical months of neither 29 nor 30 days: year, month, days. Without them every later day is off.
const ODD_MONTHS: [(u16, u8, u8); 8] = [
    (1343, 9, 28),
    (1345, 5, 31),
    (1345, 8, 28),
    (1348, 11, 31),
    (1348, 12, 28),
    (1349, 10, 28),
    (1349, 11, 31),
    (1364, 8, 28),
];

/// Before this year the almanac was kept differently from place to place: a converted day may be one day off.
const FIRST_RELIABLE_YEAR: u16 = 1420;

/// The number of the first day of each year, and of the day after the table.
static YEAR_STARTS: [i32; YEARS + 1] = year_starts();

/// A day that exists in the table. Its text is `yyyy/mm/dd`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Hijri {
    year: u16,
    month: u8,
    day: u8,
}

reasons! {
    /// Why three numbers are not a Hijri day; the year is looked at first, then the month, then the day.
    HijriReason {
        /// The year lies outside 1343–1500.
        Range = "range" => HIJRI_RANGE,
        Month = "month" => HIJRI_MONTH,
        /// That month of that year has no such day.
        Day = "day" => HIJRI_DAY,
    }
}

impl Hijri {
    /// The day of a year (1343–1500), a month (1–12) and a day of that month.
    ///
    /// # Errors
    /// Which of the three is wrong.
    pub fn new(year: u32, month: u32, day: u32) -> Result<Self, HijriReason> {
        let year = u16::try_from(year).ok().filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year));
        let year = year.ok_or(HijriReason::Range)?;
        let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month)).ok_or(HijriReason::Month)?;
        let length = length_in_table(year, month);
        let day = u8::try_from(day).ok().filter(|day| (1..=length).contains(day)).ok_or(HijriReason::Day)?;
        Ok(Self { year, month, day })
    }

    /// The Hijri form of a day, where the table reaches: 1924-08-01 to 2077-11-16.
    pub fn from_day(day: Day) -> Option<Self> {
        let number = day.number();
        let index = YEAR_STARTS.partition_point(|start| *start <= number).checked_sub(1)?;
        let start = YEAR_STARTS[index];
        let year = FIRST_YEAR + u16::try_from(index).ok()?;
        if year > LAST_YEAR {
            return None;
        }
        let mut left = number - start;
        for month in 1..=12 {
            let length = length_in_table(year, month);
            if left < i32::from(length) {
                return Some(Self { year, month, day: u8::try_from(left).ok()? + 1 });
            }
            left -= i32::from(length);
        }
        None
    }

    /// The same day in the Gregorian calendar.
    pub fn to_day(self) -> Day {
        let months: i32 = (1..self.month).map(|month| i32::from(length_in_table(self.year, month))).sum();
        let number = YEAR_STARTS[usize::from(self.year - FIRST_YEAR)] + months + i32::from(self.day) - 1;
        Day::from_table(number)
    }

    /// 1343–1500.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// 1–12; the key of the month's name in the words.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// 1–31.
    pub const fn day_of_month(self) -> u8 {
        self.day
    }

    /// Days of a month: 29 or 30, and 28 or 31 in eight months before 1365. None outside the table.
    pub fn month_length(year: u16, month: u8) -> Option<u8> {
        let inside = (FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=12).contains(&month);
        inside.then(|| length_in_table(year, month))
    }

    /// Whether the conversion may be a day off, because the day lies before 1420: shown as approximate, and the
    /// identity card wins.
    pub const fn is_approximate(self) -> bool {
        self.year < FIRST_RELIABLE_YEAR
    }

    /// The same day of the month, this many Hijri months later (earlier when negative), or the last day of a shorter
    /// month. Count from the anchor, not from the step before.
    ///
    /// # Errors
    /// The range, when the table does not reach so far.
    pub fn plus_months(self, months: i32) -> Result<Self, HijriReason> {
        let from_zero = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months);
        let year = u32::try_from(from_zero.div_euclid(12)).map_err(|_| HijriReason::Range)?;
        let month = u32::try_from(from_zero.rem_euclid(12) + 1).map_err(|_| HijriReason::Range)?;
        let first = Self::new(year, month, 1)?;
        Ok(Self { day: self.day.min(length_in_table(first.year, first.month)), ..first })
    }
}

/// Days of a month that is known to lie in the table.
const fn length_in_table(year: u16, month: u8) -> u8 {
    let mut odd = 0;
    while odd < ODD_MONTHS.len() {
        let (odd_year, odd_month, length) = ODD_MONTHS[odd];
        if odd_year == year && odd_month == month {
            return length;
        }
        odd += 1;
    }
    if LONG_MONTHS[(year - FIRST_YEAR) as usize] >> (month - 1) & 1 == 1 { 30 } else { 29 }
}

const fn year_starts() -> [i32; YEARS + 1] {
    let mut starts = [FIRST_DAY; YEARS + 1];
    let mut year = 0;
    while year < YEARS {
        let mut next = starts[year];
        let mut month = 1;
        while month <= 12 {
            next += length_in_table(FIRST_YEAR + year as u16, month) as i32;
            month += 1;
        }
        year += 1;
        starts[year] = next;
    }
    starts
}

/// `1448/06/11`.
impl fmt::Display for Hijri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}/{:02}/{:02}", self.year, self.month, self.day))
    }
}

/// Reads `1448/06/11`. For what a person types, see [`typed_date`](crate::arabic::typed_date).
///
/// # Errors
/// Broken when the text has another form; refused when there is no such day.
impl std::str::FromStr for Hijri {
    type Err = Failure;
    fn from_str(text: &str) -> Result<Self> {
        let [year, month, day] =
            three_numbers(text, '/').ok_or_else(|| Failure::broken(format!("not a Hijri date: {text}")))?;
        Ok(Self::new(year, month, day)?)
    }
}

impl From<Hijri> for String {
    fn from(day: Hijri) -> Self {
        day.to_string()
    }
}

impl TryFrom<String> for Hijri {
    type Error = Failure;
    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl From<Hijri> for Day {
    fn from(day: Hijri) -> Self {
        day.to_day()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_calendar::Date;
    use icu_calendar::cal::Hijri as IcuHijri;
    use proptest::prelude::*;

    fn hijri(text: &str) -> Hijri {
        text.parse().unwrap()
    }

    #[test]
    fn the_table_begins_and_ends_where_it_should() {
        assert_eq!(hijri("1343/01/01").to_day().to_string(), "1924-08-01");
        assert_eq!(hijri("1500/12/30").to_day().to_string(), "2077-11-16");
        assert_eq!(hijri("1365/01/01").to_day().to_string(), "1945-12-05", "the odd months before it are counted");
        let before = hijri("1343/01/01").to_day().plus_days(-1).unwrap();
        let after = hijri("1500/12/30").to_day().plus_days(1).unwrap();
        assert_eq!((Hijri::from_day(before), Hijri::from_day(after)), (None, None));
    }

    #[test]
    fn every_day_of_the_table_leads_back_to_itself_and_none_is_missing() {
        let mut expected = FIRST_DAY;
        for year in FIRST_YEAR..=LAST_YEAR {
            for month in 1..=12 {
                for day in 1..=Hijri::month_length(year, month).unwrap() {
                    let hijri = Hijri { year, month, day };
                    assert_eq!(hijri.to_day().number(), expected, "{hijri}");
                    assert_eq!(Hijri::from_day(hijri.to_day()), Some(hijri));
                    expected += 1;
                }
            }
        }
    }

    #[test]
    fn a_wrong_day_names_what_is_wrong() {
        assert_eq!(Hijri::new(1342, 13, 31), Err(HijriReason::Range));
        assert_eq!(Hijri::new(1448, 13, 31), Err(HijriReason::Month));
        assert_eq!(Hijri::new(1448, 1, 30), Err(HijriReason::Day), "Muharram 1448 has 29 days");
        assert_eq!(Hijri::new(1448, 1, 0), Err(HijriReason::Day));
        assert_eq!(Hijri::new(u32::MAX, u32::MAX, u32::MAX), Err(HijriReason::Range));
        assert_eq!((Hijri::month_length(1345, 5), Hijri::month_length(1364, 8)), (Some(31), Some(28)));
        assert_eq!((Hijri::month_length(1501, 1), Hijri::month_length(1448, 0)), (None, None));
    }

    #[test]
    fn months_are_counted_from_the_anchor_and_clamped() {
        let anchor = hijri("1445/12/30");
        assert_eq!(anchor.plus_months(1), Ok(hijri("1446/01/29")));
        assert_eq!(anchor.plus_months(2), Ok(hijri("1446/02/30")));
        assert_eq!(hijri("1447/01/10").plus_months(-1), Ok(hijri("1446/12/10")));
        assert_eq!(hijri("1500/12/01").plus_months(1), Err(HijriReason::Range));
        assert_eq!(anchor.plus_months(i32::MIN), Err(HijriReason::Range));
    }

    #[test]
    fn early_days_are_marked_approximate() {
        assert!(hijri("1419/12/29").is_approximate());
        assert!(!hijri("1420/01/01").is_approximate());
    }

    proptest! {
        #[test]
        fn the_system_calendar_agrees_from_1420_to_1450(number in 10_698i32..=21_682) {
            let day = Day::from_number(number).unwrap();
            let ours = Hijri::from_day(day).unwrap();
            let icu = Date::try_new_iso(day.year(), day.month() as u8, day.day_of_month() as u8)
                .unwrap()
                .to_calendar(IcuHijri::new_umm_al_qura());
            prop_assert_eq!(i32::from(ours.year()), icu.year().extended_year());
            prop_assert_eq!((ours.month(), ours.day_of_month()), (icu.month().ordinal, icu.day_of_month().0));
        }
    }
}
