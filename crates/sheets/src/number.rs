//! Numbers of a spreadsheet: decimal text, and days counted from 1900 or 1904.

use crate::Cell;
use kernel::Day;

/// Day number 25569 is 1970-01-01.
const SERIAL_OF_1970: i64 = 25_569;

/// Days between the two epochs a workbook may count from: 1900 and 1904.
const DAYS_TO_1904: i64 = 1_462;

/// The last day a spreadsheet knows: 9999-12-31.
const LAST_SERIAL: i64 = 2_958_465;

/// The year a workbook counts its days from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Epoch {
    #[default]
    From1900,
    /// Workbooks that were once begun on a Macintosh: day number 0 is 1904-01-01.
    From1904,
}

impl Epoch {
    /// The day of a day number; `None` outside of what a spreadsheet knows.
    pub fn day(self, serial: i64) -> Option<Day> {
        match self {
            Self::From1900 => day_of_serial(serial),
            Self::From1904 if serial < 0 => None,
            Self::From1904 => day_of_serial(serial.checked_add(DAYS_TO_1904)?),
        }
    }
}

/// A day as XML writes it, with or without a time of day behind it. A spreadsheet counts no day before 1900; a year
/// before that was typed in the other calendar («1405-03-20») and stays what was typed, for whoever reads both.
pub fn written_day(text: &str) -> Cell {
    let day = text.get(..10).and_then(|written| Some((written, written.parse::<Day>().ok()?)));
    match day {
        Some((_, day)) if day.year() >= 1900 => Cell::Day(day),
        Some((written, _)) => Cell::Text(written.into()),
        None if text.is_empty() => Cell::Empty,
        None => Cell::Text(text.into()),
    }
}

/// The day of a day number counted from 1900 (1 is 1900-01-01).
///
/// Spreadsheets count a 29 February 1900 that never was, as number 60. The days before it stand one off; the number
/// itself is no day.
fn day_of_serial(serial: i64) -> Option<Day> {
    let days = match serial {
        1..=59 => serial - SERIAL_OF_1970 + 1,
        61..=LAST_SERIAL => serial - SERIAL_OF_1970,
        _ => return None,
    };
    Day::from_number(i32::try_from(days).ok()?).ok()
}

/// The shortest decimal text of a number at fifteen significant digits, which is all a spreadsheet works with: the
/// rest is noise of its own arithmetic (`0.30000000000000004`). `None` for what is no number.
pub fn decimal(text: &str) -> Option<String> {
    let number: f64 = text.trim().parse().ok().filter(|number: &f64| number.is_finite())?;
    let rounded: f64 = format!("{number:.14e}").parse().ok()?;
    Some(if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_numbers_lead_to_the_days_a_spreadsheet_shows() {
        for (serial, day) in [
            (1, "1900-01-01"),
            (59, "1900-02-28"),
            (61, "1900-03-01"),
            (45_601, "2024-11-05"),
            (2_958_465, "9999-12-31"),
        ] {
            assert_eq!(day_of_serial(serial).unwrap().to_string(), day);
        }
        for serial in [0, 60, -1, 2_958_466, i64::MAX, i64::MIN] {
            assert_eq!(day_of_serial(serial), None, "{serial}");
        }
        for (serial, day) in [(0, "1904-01-01"), (29_687, "1985-04-12"), (2_957_003, "9999-12-31")] {
            assert_eq!(Epoch::From1904.day(serial).unwrap().to_string(), day);
        }
        for serial in [-1, -1_462, 2_957_004, i64::MAX, i64::MIN] {
            assert_eq!(Epoch::From1904.day(serial), None, "{serial}");
        }
    }

    #[test]
    fn a_written_day_of_a_year_nobody_counts_stays_as_it_was_typed() {
        let day = |text: &str| Cell::Day(text.parse().unwrap());
        assert_eq!(written_day("1985-04-12T00:00:00"), day("1985-04-12"));
        assert_eq!(written_day("1900-01-01"), day("1900-01-01"));
        assert_eq!(written_day("1405-03-20T00:00:00"), Cell::Text("1405-03-20".into()));
        assert_eq!(written_day("1405-02-30"), Cell::Text("1405-02-30".into()), "a day only the other calendar has");
        assert_eq!((written_day(""), written_day("آب")), (Cell::Empty, Cell::Text("آب".into())));
    }

    #[test]
    fn numbers_lose_the_noise_of_arithmetic_and_nothing_else() {
        for (text, decimal_text) in [
            ("0.30000000000000004", "0.3"),
            ("1388.8899999999999", "1388.89"),
            ("7869283.0", "7869283"),
            ("1.5E3", "1500"),
            ("-0", "0"),
            ("1015227000", "1015227000"),
            ("-300", "-300"),
        ] {
            assert_eq!(decimal(text).as_deref(), Some(decimal_text), "{text}");
        }
        for text in ["", "x", "NaN", "inf", "1e999"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
