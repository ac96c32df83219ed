//! The Umm al-Qura table, its days, and dates as they are typed.

use super::case::Case;
use kernel::arabic::{self, Calendar, TypedDate};
use kernel::{Day, Hijri};

pub fn month_lengths(case: &mut Case<'_>) -> Result<(), String> {
    let year: u16 = case.cell("year")?.parse().map_err(|_| "the year is not a number")?;
    for month in 1..=12 {
        let length = Hijri::month_length(year, month).map_or_else(|| "none".to_owned(), |length| length.to_string());
        case.expect(&format!("m{month}"), length)?;
    }
    Ok(())
}

pub fn hijri(case: &mut Case<'_>) -> Result<(), String> {
    let text = case.cell("hijri")?.to_owned();
    let [year, month, day] = three_numbers(&text).ok_or_else(|| format!("not a Hijri day: {text}"))?;
    let (verdict, gregorian, reason) = match Hijri::new(year, month, day) {
        Ok(hijri) => ("valid", hijri.to_day().to_string(), ""),
        Err(reason) => ("invalid", String::new(), reason.word()),
    };
    case.expect("verdict", verdict)?;
    case.expect("gregorian", gregorian)?;
    case.expect("reason", reason)?;
    if case.cell("verdict")? == "valid" {
        let day: Day = case.cell("gregorian")?.parse().map_err(|_| "the Gregorian day is not an ISO date")?;
        case.expect_equal("the way back", &text, &hijri_text(day));
    }
    Ok(())
}

pub fn typed_date(case: &mut Case<'_>) -> Result<(), String> {
    let (verdict, calendar, hijri, gregorian, reason) = match arabic::typed_date(case.cell("input")?) {
        Ok(TypedDate { calendar, day }) => {
            let calendar = match calendar {
                Calendar::Hijri => "hijri",
                Calendar::Gregorian => "gregorian",
            };
            ("ok", calendar, hijri_text(day), day.to_string(), "")
        }
        Err(reason) => ("refused", "", String::new(), String::new(), reason.word()),
    };
    case.expect("verdict", verdict)?;
    case.expect("calendar", calendar)?;
    case.expect("hijri", hijri)?;
    case.expect("gregorian", gregorian)?;
    case.expect("reason", reason)
}

/// Three runs of digits between slashes.
fn three_numbers(text: &str) -> Option<[u32; 3]> {
    let digits = |run: &str| !run.is_empty() && run.bytes().all(|byte| byte.is_ascii_digit());
    let numbers: Option<Vec<u32>> =
        text.split('/').map(|run| if digits(run) { run.parse().ok() } else { None }).collect();
    numbers?.try_into().ok()
}

/// Empty where the table does not reach.
fn hijri_text(day: Day) -> String {
    Hijri::from_day(day).map(|hijri| hijri.to_string()).unwrap_or_default()
}
