//! When data are due, and what may be said. Pure.

use kernel::arabic::{tidy_line, tidy_text};
use kernel::{Code, Day, Refusal, Result, require};

kernel::refusals! {
    ADDED_ALREADY = "privacy.added_already";
    MONTHS = "privacy.months";
    DECISION_MISSING = "privacy.decision_missing";
    REASON_MISSING = "privacy.reason_missing";
    TEXT_LONG = "privacy.text_long";
    NOT_DUE = "privacy.not_due";
    GOES_ON = "privacy.goes_on";
    UNTIL = "privacy.until";
    APPEND_ONLY = "privacy.append_only";
    OWN_REQUEST = "privacy.own_request";
    DECIDED = "privacy.decided";
    WAITS = "privacy.waits";
    RULE_CHANGED = "privacy.rule_changed";
}

/// As shipped until the association decides: five years after a file has ended.
pub const SHIPPED_MONTHS: i64 = 60;
const MOST_MONTHS: i64 = 600;
/// The furthest day until which data may be kept at once.
const MOST_YEARS: i32 = 10;
const LONGEST: usize = 1_000;

/// # Errors
/// [`MONTHS`].
pub fn months(months: i64) -> Result<i64> {
    let fits = (1..=MOST_MONTHS).contains(&months);
    require(fits, Refusal::new(MONTHS).with("least", 1).with("most", MOST_MONTHS).at("months"))?;
    Ok(months)
}

/// # Errors
/// Nothing was said, or too much.
pub fn said(field: &'static str, typed: &str, missing: Code) -> Result<String> {
    let text = tidy_text(&tidy_line(typed)).trim().to_owned();
    require(!text.is_empty(), Refusal::new(missing).at(field))?;
    require(text.chars().count() <= LONGEST, Refusal::new(TEXT_LONG).with("most", LONGEST).at(field))?;
    Ok(text)
}

/// The day from which it is to be decided about the data of a file: when the rule has run out, and not before the day until
/// which somebody kept them.
///
/// # Errors
/// Where the calendar ends.
pub fn due(since: Day, months: i64, kept_until: Option<Day>) -> Result<Day> {
    let ran_out = since.plus_months(i32::try_from(months).unwrap_or(i32::MAX))?;
    Ok(kept_until.map_or(ran_out, |until| ran_out.max(until)))
}

/// # Errors
/// A day that has passed, or too far ahead.
pub fn until(day: Day, today: Day) -> Result<()> {
    let most = today.plus_months(MOST_YEARS * 12)?;
    require(day > today && day <= most, Refusal::new(UNTIL).with("most", most).at("kept_until"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn data_are_due_when_the_rule_has_run_out_and_nobody_kept_them_longer() {
        let since = day("2021-01-31");
        assert_eq!(due(since, 60, None).unwrap(), day("2026-01-31"));
        assert_eq!(due(since, 1, None).unwrap(), day("2021-02-28"), "the day is clamped to a shorter month");
        assert_eq!(due(since, 60, Some(day("2027-06-01"))).unwrap(), day("2027-06-01"));
        assert_eq!(due(since, 60, Some(day("2025-06-01"))).unwrap(), day("2026-01-31"));
    }

    #[test]
    fn data_are_kept_until_a_day_to_come() {
        let today = day("2026-11-21");
        assert!(until(day("2027-01-01"), today).is_ok());
        assert!(until(today, today).is_err() && until(day("2037-01-01"), today).is_err());
        assert!(months(0).is_err() && months(601).is_err() && months(60).is_ok());
    }
}
