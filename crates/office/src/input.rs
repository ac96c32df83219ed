//! Small things that inputs of all features share.

use kernel::{Code, Day, Failure, Refusal, Result, require};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

kernel::refusals! {
    /// The day has not come yet; nothing can be known of it.
    FUTURE_DAY = "office.future_day";
}

/// # Errors
/// Refused for a day after today.
pub fn has_come(day: Day, today: Day) -> Result<()> {
    require(day <= today, Refusal::new(FUTURE_DAY).with("day", day).at("day"))
}

/// The input of a command that needs none, and the answer of one that has nothing to tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Nothing {}

/// Names the field a value was typed into, when the value is refused.
///
/// # Errors
/// The refusal of the value, now with its field.
pub fn at<T>(field: &'static str, value: Result<T, impl Into<Failure>>) -> Result<T> {
    value.map_err(|failure| match failure.into() {
        Failure::Refused(refusal) => Failure::Refused(refusal.at(field)),
        other => other,
    })
}

/// A line that must say something.
///
/// # Errors
/// The given refusal at the given field, when nothing is left.
pub fn required(text: &str, field: &'static str, missing: Code) -> Result<String> {
    let tidy = kernel::arabic::tidy_line(text);
    if tidy.is_empty() { Err(Refusal::new(missing).at(field).into()) } else { Ok(tidy) }
}
