//! Numbers of a spreadsheet: decimal text, and days counted from 1900.

use kernel::Day;

/// Day number 25569 is 1970-01-01.
const SERIAL_OF_1970: i64 = 25_569;

/// Days between the two epochs a workbook may count from: 1900 and 1904.
pub const DAYS_TO_1904: i64 = 1_462;

/// The last day a spreadsheet knows: 9999-12-31.
const LAST_SERIAL: i64 = 2_958_465;

/// The day of a spreadsheet's day number (1 is 1900-01-01); `None` outside of what a spreadsheet knows.
///
/// Spreadsheets count a 29 February 1900 that never was, as number 60. The days before it stand one off; the number
/// itself is no day.
pub fn day_of_serial(serial: i64) -> Option<Day> {
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

/// Whether a number of this format is shown as a date. `id` is the number of a built-in format, `code` the format's
/// own text where it has one.
pub fn shows_a_day(id: u32, code: Option<&str>) -> bool {
    let Some(code) = code else {
        return matches!(id, 14..=17 | 22 | 27..=31 | 34..=36 | 50..=54 | 57..=58);
    };
    let mut shown = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            // Words between quotation marks, letters behind a stroke, and colours or languages in brackets.
            '"' => drop(letters.by_ref().find(|end| *end == '"')),
            '[' => drop(letters.by_ref().find(|end| *end == ']')),
            '\\' | '_' | '*' => drop(letters.next()),
            ';' => break,
            other => shown.extend(other.to_lowercase()),
        }
    }
    shown != "general" && (shown.contains(['y', 'd']) || shown.contains("mmm"))
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

    #[test]
    fn dates_are_told_from_numbers_by_their_format() {
        for code in ["yyyy/mm/dd", "[$-1170000]B2yyyy/mm/dd", "d-mmm", "mmmm", "yyyy-mm-dd h:mm:ss", "DD/MM/YYYY;@"] {
            assert!(shows_a_day(164, Some(code)), "{code}");
        }
        for code in ["General", "0.00", "#,##0.00\" day\"", "[Red]0", "h:mm:ss", "\\d0", "0;[Red]\\-0;d"] {
            assert!(!shows_a_day(164, Some(code)), "{code}");
        }
        assert!(shows_a_day(14, None) && !shows_a_day(1, None) && !shows_a_day(20, None));
    }
}
