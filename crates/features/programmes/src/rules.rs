//! What may be typed of programmes, where an initiative may go, and what is refused. Pure.

use crate::inputs::TypedResult;
use crate::model::{IndicatorKind, InitiativeState, ResultLevel};
use kernel::arabic::{clean, tidy_line, tidy_text};
use kernel::{Code, Day, Refusal, Result, require};
use measures::Decimal;

kernel::refusals! {
    ADDED_ALREADY = "programmes.added_already";
    TEXT_LONG = "programmes.text_long";
    NAME_MISSING = "programmes.name_missing";
    GOVERNORATE_MISSING = "programmes.governorate_missing";
    PERCENT = "programmes.percent";
    QUORUM = "programmes.quorum";
    ENDED = "programmes.ended";
    REASON_MISSING = "programmes.reason_missing";
    STILL_RUNNING = "programmes.still_running";
    DAYS_BACKWARDS = "programmes.days_backwards";
    DAY_LATER = "programmes.day_later";
    PHASE_BEGAN = "programmes.phase_began";
    PHASE_ORDER = "programmes.phase_order";
    CONDITIONS_COUNT = "programmes.conditions_count";
    CONDITION_EMPTY = "programmes.condition_empty";
    CONDITION_TWICE = "programmes.condition_twice";
    /// What the program computes nobody ticks.
    COMPUTED = "programmes.computed";
    EVIDENCE_MISSING = "programmes.evidence_missing";
    /// Conditions do not hold; `n` counts them.
    CONDITIONS_MISSING = "programmes.conditions_missing";
    /// Who saw a condition met does not end the phase.
    OWN_CONDITION = "programmes.own_condition";
    FINDING_USED = "programmes.finding_used";
    YEAR = "programmes.year";
    EDITION_STAYS = "programmes.edition_stays";
    NOTHING_PLANNED = "programmes.nothing_planned";
    CONSENTS_MISSING = "programmes.consents_missing";
    CONSENT_TWICE = "programmes.consent_twice";
    RESERVATION_MISSING = "programmes.reservation_missing";
    TITLE_MISSING = "programmes.title_missing";
    PRIORITY = "programmes.priority";
    FINDING_UNKNOWN = "programmes.finding_unknown";
    PARTNER_TWICE = "programmes.partner_twice";
    COST_RANGE = "programmes.cost_range";
    PEOPLE = "programmes.people";
    /// An initiative is built on a finding before it goes on.
    NO_FINDING = "programmes.no_finding";
    NOT_PLANNED = "programmes.not_planned";
    STEP = "programmes.step";
    NOT_COVERED = "programmes.not_covered";
    OWN_APPROVAL = "programmes.own_approval";
    APPROVAL_WAITS = "programmes.approval_waits";
    APPROVAL_DECIDED = "programmes.approval_decided";
    HALTED = "programmes.halted";
    /// Who halted it does not let it go on.
    OWN_HALT = "programmes.own_halt";
    PROGRESS = "programmes.progress";
    NOT_RUNNING = "programmes.not_running";
    TREE = "programmes.tree";
    TREE_LARGE = "programmes.tree_large";
    RESULT_USED = "programmes.result_used";
    RESULT_UNKNOWN = "programmes.result_unknown";
    INDICATOR_TEXT = "programmes.indicator_text";
    VALUE = "programmes.value";
    TARGET_MISSING = "programmes.target_missing";
    TARGET_SAME = "programmes.target_same";
    TARGET_WAY = "programmes.target_way";
    BASELINE_DAY = "programmes.baseline_day";
    READING_STAYS = "programmes.reading_stays";
    OWN_READING = "programmes.own_reading";
    SUPPORT_NAME = "programmes.support_name";
    NEXT_MISSING = "programmes.next_missing";
    SUPPORT_SETTLED = "programmes.support_settled";
    OTHER_PROGRAMME = "programmes.other_programme";
}

pub const LONGEST_LINE: usize = 200;
pub const LONGEST_TEXT: usize = 4_000;
/// Conditions of a phase, and results of an initiative.
pub const MOST_CONDITIONS: usize = 12;
pub const MOST_RESULTS: usize = 60;

/// A line that may say nothing.
///
/// # Errors
/// Longer than [`LONGEST_LINE`].
pub fn line(field: &'static str, typed: &str) -> Result<String> {
    bounded(field, tidy_line(typed), LONGEST_LINE)
}

/// A text of several lines that may say nothing.
///
/// # Errors
/// Longer than [`LONGEST_TEXT`].
pub fn text(field: &'static str, typed: &str) -> Result<String> {
    bounded(field, tidy_text(typed).trim().to_owned(), LONGEST_TEXT)
}

fn bounded(field: &'static str, tidy: String, most: usize) -> Result<String> {
    require(tidy.chars().count() <= most, Refusal::new(TEXT_LONG).with("most", most).at(field))?;
    Ok(tidy)
}

/// A line that must say something.
///
/// # Errors
/// Nothing was said, or too much.
pub fn said(field: &'static str, typed: &str, missing: Code) -> Result<String> {
    let tidy = line(field, typed)?;
    require(!tidy.is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// # Errors
/// It ends before it begins, or has an end without a beginning.
pub fn span(from: Option<Day>, until: Option<Day>, field: &'static str) -> Result<()> {
    let fits = match (from, until) {
        (Some(from), Some(until)) => from <= until,
        (None, Some(_)) => false,
        _ => true,
    };
    require(fits, Refusal::new(DAYS_BACKWARDS).at(field))
}

/// # Errors
/// A year far from any plan.
pub fn year(year: i64) -> Result<()> {
    require((2000..=2100).contains(&year), Refusal::new(YEAR).at("year"))
}

/// A value of an indicator as it is kept: a decimal as people write it, or yes and no.
///
/// # Errors
/// What is neither.
pub fn value(field: &'static str, kind: IndicatorKind, typed: &str) -> Result<String> {
    let tidy = clean(typed).replace('٫', ".").replace(',', "");
    if tidy.is_empty() {
        return Ok(tidy);
    }
    let fits = match kind {
        IndicatorKind::YesNo => matches!(tidy.as_str(), "yes" | "no"),
        IndicatorKind::Increase | IndicatorKind::Decrease => tidy.parse::<Decimal>().is_ok(),
    };
    require(fits, Refusal::new(VALUE).at(field))?;
    Ok(tidy)
}

/// Where an initiative may go from here by a plain step; approval, halting and lifting have verbs of their own.
pub const fn ways(from: InitiativeState) -> &'static [InitiativeState] {
    use InitiativeState::{Approved, Cancelled, Completed, Funded, Halted, Idea, Running, Studied};
    match from {
        Idea => &[Studied, Cancelled],
        Studied => &[Idea, Cancelled],
        Approved => &[Funded, Cancelled],
        Funded => &[Running, Cancelled],
        Running => &[Completed, Cancelled],
        Halted => &[Cancelled],
        Completed | Cancelled => &[],
    }
}

/// The level that stands above another.
pub const fn above(level: ResultLevel) -> Option<ResultLevel> {
    match level {
        ResultLevel::Impact => None,
        ResultLevel::Outcome => Some(ResultLevel::Impact),
        ResultLevel::Output => Some(ResultLevel::Outcome),
        ResultLevel::Activity => Some(ResultLevel::Output),
    }
}

/// One tree: each result but the impact stands below one of the level above it that comes before it.
///
/// # Errors
/// A result out of its place, or more than anybody reads.
pub fn tree(results: &[TypedResult]) -> Result<()> {
    require(results.len() <= MOST_RESULTS, Refusal::new(TREE_LARGE).with("most", MOST_RESULTS).at("results"))?;
    for (place, one) in results.iter().enumerate() {
        let parent = one.parent.and_then(|id| results[..place].iter().find(|other| other.id == id));
        let fits = parent.map(|parent| parent.level) == above(one.level) && one.parent.is_some() == parent.is_some();
        let refusal = Refusal::new(TREE).with("text", tidy_line(&one.text)).at("results");
        require(fits && results[..place].iter().all(|other| other.id != one.id), refusal)?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
