//! How long is too long, and what a file lacks. Pure.

use crate::model::Gap;
use kernel::{Day, Refusal, Result, require};

kernel::refusals! {
    DAYS_RANGE = "reach.days_range";
    /// Somebody else's month, for who sees only their own.
    OWN_MONTH = "reach.own_month";
    NOBODY = "reach.nobody";
}

/// The most days anybody may set or ask for.
pub const MOST_DAYS: i64 = 1_000;

/// # Errors
/// [`DAYS_RANGE`].
pub fn days(field: &'static str, days: i64) -> Result<i64> {
    let fits = (1..=MOST_DAYS).contains(&days);
    require(fits, Refusal::new(DAYS_RANGE).with("least", 1).with("most", MOST_DAYS).at(field))?;
    Ok(days)
}

/// The last day on which anything was heard of a family.
pub fn last_contact(days: [Option<Day>; 3]) -> Option<Day> {
    days.into_iter().flatten().max()
}

/// Days without contact; since the file was opened where there never was any.
pub fn silent_days(last: Option<Day>, opened_on: Day, today: Day) -> i32 {
    today.days_since(last.unwrap_or(opened_on)).max(0)
}

/// What is known of a file beside what makes it eligible.
#[derive(Debug, Clone, Copy, Default)]
pub struct Kept {
    pub has_class: bool,
    pub has_researcher: bool,
    pub has_size: bool,
    pub has_consent: bool,
}

/// What a file lacks beside its eligibility.
pub fn gaps(kept: Kept) -> Vec<Gap> {
    let all = [
        (kept.has_class, Gap::Class),
        (kept.has_researcher, Gap::Researcher),
        (kept.has_size, Gap::FamilySize),
        (kept.has_consent, Gap::Consent),
    ];
    all.into_iter().filter(|(there, _)| !there).map(|(_, gap)| gap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_family_is_silent_since_the_last_it_was_heard_of_or_since_its_file_was_opened() {
        let (opened, today) = (day("2026-01-01"), day("2026-11-21"));
        let last = last_contact([Some(day("2026-03-01")), None, Some(day("2026-11-01"))]);
        assert_eq!(silent_days(last, opened, today), 20);
        assert_eq!(silent_days(last_contact([None; 3]), opened, today), 324);
        assert_eq!(silent_days(Some(day("2026-11-22")), opened, today), 0, "what is dated ahead is no silence");
    }

    #[test]
    fn what_is_not_there_is_lacking() {
        assert_eq!(gaps(Kept::default()), [Gap::Class, Gap::Researcher, Gap::FamilySize, Gap::Consent]);
        let kept = Kept { has_class: true, has_researcher: true, has_size: true, has_consent: false };
        assert_eq!(gaps(kept), [Gap::Consent]);
    }

    #[test]
    fn days_are_bounded() {
        assert_eq!(days("days", 60).unwrap(), 60);
        assert!(days("days", 0).is_err() && days("days", 1_001).is_err());
    }
}
