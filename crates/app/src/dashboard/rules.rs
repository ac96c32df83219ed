//! What a board may be asked, and which funds lend.

use kernel::{Day, Refusal, Result, require};

kernel::refusals! {
    /// The day has not come yet; nothing can be known of it.
    FUTURE_DAY = "dashboard.future_day";
}

/// # Errors
/// Refused for a day after today.
pub fn has_come(day: Day, today: Day) -> Result<()> {
    require(day <= today, Refusal::new(FUTURE_DAY).with("day", day).at("day"))
}
