//! What may be planned, recorded, reviewed and promised. Pure.

use crate::inputs::{FoundOnTheDay, TypedAction};
use crate::model::{ActivityKind, ActivityState, CommitmentState, ReadingMeasure, VisitSignal};
use kernel::arabic::{tidy_line, tidy_text};
use kernel::id::PersonId;
use kernel::{Code, Day, Money, Refusal, Result, require};

kernel::refusals! {
    /// Nobody visits such a record.
    NOT_FOLLOWED = "follow_up.not_followed";
    ADDED_ALREADY = "follow_up.added_already";
    /// Planned for a day that has passed.
    PLANNED_PAST = "follow_up.planned_past";
    /// Planned so far ahead that a year was mistyped.
    PLANNED_FAR = "follow_up.planned_far";
    /// Nobody of the office, or somebody who visits nobody.
    RESEARCHER = "follow_up.researcher";
    /// Its day has passed: it is said why it was missed, and another is planned.
    DAY_PASSED = "follow_up.day_passed";
    /// It is not planned any more: done, missed or called off.
    NOT_PLANNED = "follow_up.not_planned";
    NOT_DONE = "follow_up.not_done";
    REVIEWED_ALREADY = "follow_up.reviewed_already";
    /// Who was there or wrote it down reviews it.
    REVIEW_OWN = "follow_up.review_own";
    /// A late one that another told of is reviewed with that one.
    CLOSED_WITH = "follow_up.closed_with";
    REASON_MISSING = "follow_up.reason_missing";
    TEXT_LONG = "follow_up.text_long";
    SIGNAL_MISSING = "follow_up.signal_missing";
    FINDINGS_MISSING = "follow_up.findings_missing";
    ACTION_MISSING = "follow_up.action_missing";
    ACTION_OWNER_MISSING = "follow_up.action_owner_missing";
    ACTION_DUE_MISSING = "follow_up.action_due_missing";
    ACTION_DUE_EARLY = "follow_up.action_due_early";
    NO_ACTION = "follow_up.no_action";
    ACTION_DONE = "follow_up.action_done";
    /// Neither who owns the action nor somebody who keeps visits.
    ACTION_OF_ANOTHER = "follow_up.action_of_another";
    /// Neither read, nor said why not.
    READING_MISSING = "follow_up.reading_missing";
    READING_UNREADABLE = "follow_up.reading_unreadable";
    READING_BELOW_ZERO = "follow_up.reading_below_zero";
    READING_UNKNOWN = "follow_up.reading_unknown";
    READING_TWICE = "follow_up.reading_twice";
    NEXT_EARLY = "follow_up.next_early";
    /// One that is not late, not at this place, or not planned any more.
    CLOSES_OTHER = "follow_up.closes_other";
    /// Corrected to a day before one that was closed with it was planned for.
    CLOSED_LATER = "follow_up.closed_later";
    PROMISE_MISSING = "follow_up.promise_missing";
    PROMISE_OTHER = "follow_up.promise_other";
    DUE_PAST = "follow_up.due_past";
    KEEPER_MISSING = "follow_up.keeper_missing";
    /// Met or excused before.
    SETTLED = "follow_up.settled";
    EVIDENCE_MISSING = "follow_up.evidence_missing";
    /// The due day of a late promise is not moved; it is met late, or excused.
    DUE_PASSED = "follow_up.due_passed";
    MET_EARLY = "follow_up.met_early";
    KIND_TAKEN = "follow_up.kind_taken";
    KIND_NAME = "follow_up.kind_name";
    KIND_CODE = "follow_up.kind_code";
    DAYS_RANGE = "follow_up.days_range";
    NOTHING_CHOSEN = "follow_up.nothing_chosen";
}

/// Characters of a text.
pub const LONGEST: usize = 2_000;
/// Days ahead that can be planned.
const FARTHEST: i32 = 800;

/// A line or a text of several lines that may say nothing.
///
/// # Errors
/// Longer than [`LONGEST`].
pub fn text(field: &'static str, typed: &str) -> Result<String> {
    let tidy = tidy_text(typed);
    require(tidy.chars().count() <= LONGEST, Refusal::new(TEXT_LONG).with("most", LONGEST).at(field))?;
    Ok(tidy)
}

/// A text that must say something.
///
/// # Errors
/// Nothing was said, or too much.
pub fn said(field: &'static str, typed: &str, missing: Code) -> Result<String> {
    let tidy = text(field, typed)?;
    require(!tidy.trim().is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// # Errors
/// A day before the first one that may be, or years ahead.
pub fn plannable(field: &'static str, day: Day, earliest: Day, today: Day, early: Code) -> Result<()> {
    require(day >= earliest, Refusal::new(early).with("day", day).at(field))?;
    require(day.days_since(today) <= FARTHEST, Refusal::new(PLANNED_FAR).with("day", day).at(field))
}

/// # Errors
/// The day has not come.
pub fn has_come(field: &'static str, day: Day, today: Day) -> Result<()> {
    office::input::at(field, office::input::has_come(day, today))
}

/// # Errors
/// Done, missed or called off before.
pub fn is_planned(state: ActivityState) -> Result<()> {
    require(state == ActivityState::Planned, NOT_PLANNED)
}

/// A visit is moved before its day. Once that has passed, moving it would hide that it was late.
///
/// # Errors
/// As above; a day that has passed.
pub fn may_be_moved(state: ActivityState, planned_on: Day, to: Day, today: Day) -> Result<()> {
    is_planned(state)?;
    require(planned_on == to || planned_on >= today, Refusal::new(DAY_PASSED).with("day", planned_on).at("planned_on"))
}

/// A visit is called off before its day has passed: afterwards it was missed, and that counts.
///
/// # Errors
/// As above; a day that has passed.
pub fn may_be_called_off(state: ActivityState, planned_on: Day, today: Day) -> Result<()> {
    is_planned(state)?;
    require(planned_on >= today, Refusal::new(DAY_PASSED).with("day", planned_on).at("planned_on"))
}

/// Another person than who was there and who wrote it down looks at it, whatever their role.
///
/// # Errors
/// Not done; reviewed before; one's own; told of by another activity.
pub fn may_review(
    state: ActivityState,
    own: [Option<PersonId>; 2],
    closed_with_another: bool,
    who: PersonId,
) -> Result<()> {
    require(state != ActivityState::Reviewed, REVIEWED_ALREADY)?;
    require(state == ActivityState::Done, NOT_DONE)?;
    require(!closed_with_another, CLOSED_WITH)?;
    require(!own.contains(&Some(who)), REVIEW_OWN)
}

/// # Errors
/// Met or excused before.
pub fn is_open(state: CommitmentState) -> Result<()> {
    require(state == CommitmentState::Open, SETTLED)
}

/// What was found on the day, in one form; the readings and promises aside.
pub struct Found {
    pub place: String,
    pub present: String,
    pub findings: String,
    pub action: Option<Action>,
}

pub struct Action {
    pub text: String,
    pub owner: PersonId,
    pub due: Day,
}

/// # Errors
/// A day to come; no signal from somebody who stood there; distress without what was seen, what is done, by whom and when.
pub fn found(kind: ActivityKind, typed: &FoundOnTheDay, today: Day) -> Result<Found> {
    has_come("done_on", typed.done_on, today)?;
    require(!kind.is_on_the_spot() || typed.signal.is_some(), Refusal::new(SIGNAL_MISSING).at("signal"))?;
    let distress = typed.signal == Some(VisitSignal::Distress);
    let findings = text("findings", &typed.findings)?;
    require(!distress || !findings.is_empty(), Refusal::new(FINDINGS_MISSING).at("findings"))?;
    let action = action(typed.action.as_ref(), distress, typed.done_on)?;
    Ok(Found { place: line("place", &typed.place)?, present: line("present", &typed.present)?, findings, action })
}

fn line(field: &'static str, typed: &str) -> Result<String> {
    text(field, &tidy_line(typed))
}

fn action(typed: Option<&TypedAction>, needed: bool, done_on: Day) -> Result<Option<Action>> {
    let said = typed.map(|action| text("action", &action.text)).transpose()?.unwrap_or_default();
    require(!needed || !said.is_empty(), Refusal::new(ACTION_MISSING).at("action"))?;
    let Some(typed) = typed.filter(|_| !said.is_empty()) else { return Ok(None) };
    let owner = typed.owner.ok_or(Refusal::new(ACTION_OWNER_MISSING).at("action_owner"))?;
    let due = typed.due.ok_or(Refusal::new(ACTION_DUE_MISSING).at("action_due"))?;
    require(due >= done_on, Refusal::new(ACTION_DUE_EARLY).at("action_due"))?;
    Ok(Some(Action { text: said, owner, due }))
}

/// What was typed as a reading: digits of either script, grouped or not; halalas of an amount, or a whole number.
///
/// # Errors
/// No number; a fraction of something that is counted; less than nothing where there cannot be.
pub fn reading_value(typed: &str, measure: ReadingMeasure, below_zero: bool) -> Result<i64> {
    let plain = plain_number(typed);
    let unreadable = || Refusal::new(READING_UNREADABLE).with("typed", typed.trim());
    let value = match measure {
        ReadingMeasure::Money => plain.parse::<Money>().map_err(|_| unreadable())?.halalas(),
        ReadingMeasure::Count => plain.parse::<i64>().map_err(|_| unreadable())?,
    };
    require(value >= 0 || below_zero, READING_BELOW_ZERO)?;
    Ok(value)
}

/// With digits `0`–`9`, a point and nothing between the groups.
fn plain_number(typed: &str) -> String {
    let plain = typed.trim().chars().filter_map(|letter| match letter {
        '٠'..='٩' => char::from_digit(letter as u32 - '٠' as u32, 10),
        '۰'..='۹' => char::from_digit(letter as u32 - '۰' as u32, 10),
        '٫' => Some('.'),
        '−' | '–' => Some('-'),
        '٬' | ',' | '،' | '\u{200e}' | '\u{200f}' | '\u{61c}' => None,
        _ if letter.is_whitespace() => None,
        _ => Some(letter),
    });
    plain.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn readings_are_read_in_either_script() {
        use ReadingMeasure::{Count, Money};
        for (typed, measure, value) in [
            ("112", Count, 112),
            ("١١٢", Count, 112),
            ("۲۶", Count, 26),
            ("5,450", Money, 545_000),
            ("٥٬٤٥٠٫٥", Money, 545_050),
            (" 1 400 ", Money, 140_000),
            ("0", Count, 0),
        ] {
            assert_eq!(reading_value(typed, measure, false).unwrap(), value, "{typed}");
        }
        assert_eq!(reading_value("-٢٥٠", Money, true).unwrap(), -25_000);
        assert_eq!(reading_value("-5", Count, false), Err(READING_BELOW_ZERO.into()));
        for typed in ["", "كثير", "1.5", "12 وجبة"] {
            assert!(reading_value(typed, Count, false).is_err(), "{typed} is no count");
        }
    }

    #[test]
    fn distress_says_what_was_seen_and_what_is_done() {
        let typed = |findings: &str, action: Option<TypedAction>| FoundOnTheDay {
            done_on: day("2026-11-20"),
            done_by: None,
            place: String::new(),
            present: String::new(),
            findings: findings.to_owned(),
            signal: Some(VisitSignal::Distress),
            readings: Vec::new(),
            kept: Vec::new(),
            action,
        };
        let owner = Some(PersonId::from_bytes([1; 16]));
        let action = |owner, due: Option<&str>| {
            Some(TypedAction { text: "إصلاح الفرن".into(), owner, due: due.map(day) })
        };
        let code = |typed: FoundOnTheDay| found(ActivityKind::Visit, &typed, day("2026-11-21")).err().unwrap();
        assert_eq!(code(typed("", None)), Refusal::new(FINDINGS_MISSING).at("findings").into());
        assert_eq!(code(typed("متوقف", None)), Refusal::new(ACTION_MISSING).at("action").into());
        let nobody = typed("متوقف", action(None, Some("2026-11-25")));
        assert_eq!(code(nobody), Refusal::new(ACTION_OWNER_MISSING).at("action_owner").into());
        assert_eq!(code(typed("متوقف", action(owner, None))), Refusal::new(ACTION_DUE_MISSING).at("action_due").into());
        let early = typed("متوقف", action(owner, Some("2026-11-19")));
        assert_eq!(code(early), Refusal::new(ACTION_DUE_EARLY).at("action_due").into());
        let whole = typed("متوقف", action(owner, Some("2026-11-25")));
        assert!(found(ActivityKind::Visit, &whole, day("2026-11-21")).is_ok());
        assert!(found(ActivityKind::Visit, &whole, day("2026-11-19")).is_err(), "nobody was there tomorrow");
    }

    #[test]
    fn a_late_visit_is_not_moved_out_of_sight() {
        let today = day("2026-11-21");
        let moved = |from: &str, to: &str| may_be_moved(ActivityState::Planned, day(from), day(to), today);
        assert_eq!(moved("2026-11-21", "2026-11-24"), Ok(()));
        assert_eq!(moved("2026-11-20", "2026-11-20"), Ok(()), "another person may go");
        assert!(moved("2026-11-20", "2026-11-24").is_err());
        assert_eq!(may_be_moved(ActivityState::Done, today, today, today), Err(NOT_PLANNED.into()));
    }

    #[test]
    fn another_person_reviews() {
        let [went, wrote, other] = [1, 2, 3].map(|byte| PersonId::from_bytes([byte; 16]));
        let review = |state, who| may_review(state, [Some(went), Some(wrote)], false, who);
        assert_eq!(review(ActivityState::Done, other), Ok(()));
        assert_eq!(review(ActivityState::Done, went), Err(REVIEW_OWN.into()));
        assert_eq!(review(ActivityState::Done, wrote), Err(REVIEW_OWN.into()));
        assert_eq!(review(ActivityState::Planned, other), Err(NOT_DONE.into()));
        assert_eq!(review(ActivityState::Reviewed, other), Err(REVIEWED_ALREADY.into()));
    }
}
