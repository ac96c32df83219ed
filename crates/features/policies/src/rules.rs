//! What policies refuse. Pure.

use crate::model::{EditionState, PolicyStanding};
use kernel::arabic::{tidy_line, tidy_text};
use kernel::{Code, Day, Refusal, Result, require};

kernel::refusals! {
    TITLE_MISSING = "policies.title_missing";
    TITLE_TAKEN = "policies.title_taken";
    ISSUER_MISSING = "policies.issuer_missing";
    TEXT_MISSING = "policies.text_missing";
    TEXT_LONG = "policies.text_long";
    REASON_MISSING = "policies.reason_missing";
    MONTHS_RANGE = "policies.months_range";
    /// A text names a place the association has not; `name` says which.
    UNKNOWN_VARIABLE = "policies.unknown_variable";
    RETIRED = "policies.retired";
    /// Another edition is in hand.
    IN_HAND = "policies.in_hand";
    STEP = "policies.step";
    EDITION_STAYS = "policies.edition_stays";
    WAITS = "policies.waits";
    DECIDED = "policies.decided";
    OWN_EDITION = "policies.own_edition";
    /// Only the decision of a committee approves an edition.
    DECISION_MISSING = "policies.decision_missing";
    APPROVAL_WORDS_MISSING = "policies.approval_words_missing";
    DAYS_ORDER = "policies.days_order";
    NOTHING_IN_FORCE = "policies.nothing_in_force";
    SENT_ALREADY = "policies.sent_already";
    DUE_PASSED = "policies.due_passed";
    NOT_CIRCULATED = "policies.not_circulated";
    SIGNED_ALREADY = "policies.signed_already";
    SIGNED_STAYS = "policies.signed_stays";
    /// The text is another one than was shown.
    TEXT_CHANGED = "policies.text_changed";
    PLACE_MISSING = "policies.place_missing";
    REVIEWED_ALREADY = "policies.reviewed_already";
    REPORT_ISSUED = "policies.report_issued";
    NOT_YOURS = "policies.not_yours";
}

/// Characters of a line, of a note, of the text of a policy.
pub const LONGEST_LINE: usize = 160;
pub const LONGEST: usize = 2_000;
pub const LONGEST_TEXT: usize = 60_000;
const MOST_MONTHS: i64 = 120;

/// A line that may say nothing.
///
/// # Errors
/// More than [`LONGEST_LINE`].
pub fn maybe_line(typed: &str, field: &'static str) -> Result<String> {
    let tidy = tidy_line(typed);
    require(tidy.chars().count() <= LONGEST_LINE, Refusal::new(TEXT_LONG).with("most", LONGEST_LINE).at(field))?;
    Ok(tidy)
}

/// A line that must say something.
///
/// # Errors
/// Nothing was said, or more than [`LONGEST_LINE`].
pub fn line(typed: &str, field: &'static str, missing: Code) -> Result<String> {
    let tidy = maybe_line(typed, field)?;
    require(!tidy.is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// A text of at most so many characters, which may say nothing.
///
/// # Errors
/// More than `most`.
pub fn text(typed: &str, field: &'static str, most: usize) -> Result<String> {
    let tidy = tidy_text(typed);
    require(tidy.chars().count() <= most, Refusal::new(TEXT_LONG).with("most", most).at(field))?;
    Ok(tidy)
}

/// A text that must say something.
///
/// # Errors
/// Nothing was said, or more than `most`.
pub fn said(typed: &str, field: &'static str, missing: Code, most: usize) -> Result<String> {
    let tidy = text(typed, field, most)?;
    require(!tidy.is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// # Errors
/// Months out of range.
pub fn months(months: i64) -> Result<()> {
    let fits = (1..=MOST_MONTHS).contains(&months);
    require(fits, Refusal::new(MONTHS_RANGE).with("most", MOST_MONTHS).at("review_months"))
}

/// The day of the next review: so many months of thirty and a half days later, which is near enough for a reminder.
///
/// # Errors
/// A day outside the calendar.
pub fn review_day(from: Day, months: i64) -> Result<Day> {
    from.plus_days(i32::try_from(months * 61 / 2).unwrap_or(i32::MAX))
}

/// How a policy stands on a day.
pub fn standing(retired: Option<Day>, review: Option<Day>, today: Day) -> PolicyStanding {
    match (retired, review) {
        (Some(_), _) => PolicyStanding::Retired,
        (None, None) => PolicyStanding::Prepared,
        (None, Some(review)) if review < today => PolicyStanding::LateReview,
        (None, Some(_)) => PolicyStanding::InForce,
    }
}

/// # Errors
/// The edition does not stand in this state.
pub fn stands(state: EditionState, wanted: EditionState) -> Result<()> {
    require(state == wanted, STEP)
}
