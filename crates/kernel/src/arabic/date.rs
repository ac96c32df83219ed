//! Reading a date that a person typed, in either calendar. Day and month are never exchanged.

use super::clean::tidy;
use crate::reason::reasons;
use crate::{Day, Hijri};
use crate::{day::DayReason, hijri::HijriReason};
use serde::{Deserialize, Serialize};

/// One of the two calendars; as a preference, the one shown first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum Calendar {
    Hijri,
    Gregorian,
}

/// A day, and the calendar in which it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedDate {
    pub calendar: Calendar,
    pub day: Day,
}

reasons! {
    /// Why a typed date is refused; looked for in this order.
    DateReason {
        Empty = "empty" => DATE_EMPTY,
        /// Not three runs of digits with the same separator.
        Format = "format" => DATE_FORMAT,
        /// No four-digit year at either end, or a year of neither calendar.
        Year = "year" => DATE_YEAR,
        /// The sign هـ or م contradicts the year.
        Calendar = "calendar" => DATE_CALENDAR,
        /// A Hijri year outside the table.
        Range = "range" => HIJRI_RANGE,
        Month = "month" => DATE_MONTH,
        Day = "day" => DATE_DAY,
    }
}

/// Reads a typed date: year first or year last, separated by `/`, `-`, `.` or spaces, with or without the sign هـ or م.
/// Years 1300–1600 are Hijri (and must lie in the table, 1343–1500), 1900–2100 Gregorian.
///
/// # Errors
/// What is wrong with it.
pub fn typed_date(text: &str) -> Result<TypedDate, DateReason> {
    let text = tidy(&text.replace('\u{0640}', ""));
    if text.is_empty() {
        return Err(DateReason::Empty);
    }
    let (numbers, sign) = without_sign(&text);
    let [first, middle, last] = three_runs(numbers).ok_or(DateReason::Format)?;
    let (year, month, day) = match (first.len(), last.len()) {
        (4, _) => (first, middle, last),
        (_, 4) => (last, middle, first),
        _ => return Err(DateReason::Year),
    };
    if month.len() > 2 || day.len() > 2 {
        return Err(DateReason::Year);
    }
    let number = |run: &str| run.parse::<u32>().map_err(|_| DateReason::Format);
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    let calendar = match year {
        1300..=1600 => Calendar::Hijri,
        1900..=2100 => Calendar::Gregorian,
        _ => return Err(DateReason::Year),
    };
    if sign.is_some_and(|sign| sign != calendar) {
        return Err(DateReason::Calendar);
    }
    let day = match calendar {
        Calendar::Hijri => Hijri::new(year, month, day)?.to_day(),
        Calendar::Gregorian => Day::from_ymd(i32::try_from(year).unwrap_or_default(), month, day)?,
    };
    Ok(TypedDate { calendar, day })
}

/// Takes a final ه or م off, with the spaces before it.
fn without_sign(text: &str) -> (&str, Option<Calendar>) {
    let signs = [('ه', Calendar::Hijri), ('م', Calendar::Gregorian)];
    for (sign, calendar) in signs {
        if let Some(rest) = text.strip_suffix(sign) {
            return (rest.trim_end_matches(' '), Some(calendar));
        }
    }
    (text, None)
}

/// Three runs of digits between the same separator twice, which may have spaces around it; or between spaces alone.
fn three_runs(text: &str) -> Option<[&str; 3]> {
    let separator = text.chars().find(|character| matches!(character, '/' | '-' | '.'));
    let runs: Vec<&str> = match separator {
        Some(separator) => text.split(separator).map(|run| run.trim_matches(' ')).collect(),
        None => text.split(' ').filter(|run| !run.is_empty()).collect(),
    };
    let runs: [&str; 3] = runs.try_into().ok()?;
    runs.iter().all(|run| !run.is_empty() && run.bytes().all(|byte| byte.is_ascii_digit())).then_some(runs)
}

impl From<HijriReason> for DateReason {
    fn from(reason: HijriReason) -> Self {
        match reason {
            HijriReason::Range => Self::Range,
            HijriReason::Month => Self::Month,
            HijriReason::Day => Self::Day,
        }
    }
}

impl From<DayReason> for DateReason {
    fn from(reason: DayReason) -> Self {
        match reason {
            DayReason::Range => Self::Year,
            DayReason::Month => Self::Month,
            DayReason::Day => Self::Day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_refusal_is_found_in_its_order() {
        for (text, reason) in [
            (" \u{200F}ـ", DateReason::Empty),
            ("هـ", DateReason::Format),
            ("1448/6/11هم", DateReason::Format),
            ("1448/6/11/", DateReason::Format),
            ("1448/6 11", DateReason::Format),
            ("/1448/6/11", DateReason::Format),
            ("1448//11", DateReason::Format),
            ("１448/6/11", DateReason::Format),
            ("1448/006/11", DateReason::Year),
            ("1448/6/1448", DateReason::Year),
            ("14480/6/11", DateReason::Year),
            ("99999999999999999999/6/11", DateReason::Year),
            ("1299/1/1", DateReason::Year),
            ("1601/13/1", DateReason::Year),
            ("2101/13/1هـ", DateReason::Year),
            ("1342/13/31م", DateReason::Calendar),
            ("1501/13/31", DateReason::Range),
            ("1448/13/31", DateReason::Month),
            ("2026/13/32", DateReason::Month),
            ("1448/1/30", DateReason::Day),
            ("1900-2-29", DateReason::Day),
        ] {
            assert_eq!(typed_date(text), Err(reason), "{text}");
        }
    }

    #[test]
    fn signs_spaces_and_either_order_are_understood() {
        let day = Day::from_ymd(2026, 11, 21).unwrap();
        for text in ["١٤٤٨ / ٦ – ١١".replace('–', "/"), "11  6   1448 هـــ".into(), "1448 . 06 .11 ه".into()]
        {
            assert_eq!(typed_date(&text), Ok(TypedDate { calendar: Calendar::Hijri, day }), "{text}");
        }
        assert_eq!(typed_date("21−11–2026 م"), Ok(TypedDate { calendar: Calendar::Gregorian, day }));
        assert!(typed_date("1500/12/30").is_ok() && typed_date("2100-12-31").is_ok() && typed_date("1/1/1900").is_ok());
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_typed(number in -16_589i32..=39_400) {
            let day = Day::from_number(number).unwrap();
            prop_assert_eq!(typed_date(&day.to_string()), Ok(TypedDate { calendar: Calendar::Gregorian, day }));
            if let Some(hijri) = Hijri::from_day(day) {
                prop_assert_eq!(typed_date(&format!("{hijri}هـ")), Ok(TypedDate { calendar: Calendar::Hijri, day }));
            }
        }

        #[test]
        fn no_text_panics(text in any::<String>(), digits in "[0-9٠-٩/. همـ-]{0,14}") {
            let _ = (typed_date(&text), typed_date(&digits));
        }
    }
}
