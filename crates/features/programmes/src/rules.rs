//! What may be typed of programmes, where an initiative may go, and what is refused. Pure.

use crate::inputs::TypedResult;
use crate::model::{CapacityScore, IndicatorKind, InitiativeState, ResultLevel, ReturnRow, SupportStage};
use kernel::arabic::{clean, tidy_line, tidy_text};
use kernel::{Code, Day, Failure, Money, Refusal, Result, require};
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
    STEP = "programmes.step";
    OWN_APPROVAL = "programmes.own_approval";
    APPROVAL_WAITS = "programmes.approval_waits";
    APPROVAL_DECIDED = "programmes.approval_decided";
    HALTED = "programmes.halted";
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
    /// A support goes forward, never back.
    SUPPORT_BACK = "programmes.support_back";
    APPEND_ONLY = "programmes.append_only";
    KEEPER_UNKNOWN = "programmes.keeper_unknown";
    STUDY_UNKNOWN = "programmes.study_unknown";
    STUDY_TWICE = "programmes.study_twice";
    PEOPLE_MISSING = "programmes.people_missing";
    WOMEN = "programmes.women";
    /// Who put the plan before the partners does not agree to it.
    OWN_PLAN = "programmes.own_plan";
    PLAN_WAITS = "programmes.plan_waits";
    PLAN_DECIDED = "programmes.plan_decided";
    /// Who halted it, saw the sign or put it right does not release it.
    OWN_RELEASE = "programmes.own_release";
    NOT_HALTED = "programmes.not_halted";
    RELEASE_WAITS = "programmes.release_waits";
    RELEASE_DECIDED = "programmes.release_decided";
    PROGRESS_EARLIER = "programmes.progress_earlier";
    PERIODS = "programmes.periods";
    PERIOD_KEPT = "programmes.period_kept";
    MEASURED_ALREADY = "programmes.measured_already";
    PARTS = "programmes.parts";
    INDICATOR_MEASURED = "programmes.indicator_measured";
    NOT_COMPLETED = "programmes.not_completed";
    LASTS_MISSING = "programmes.lasts_missing";
    RETURNS = "programmes.returns";
    RETURN_SOURCE = "programmes.return_source";
    SCORES = "programmes.scores";
    ASSESSED_ALREADY = "programmes.assessed_already";
    NOT_ASSOCIATION = "programmes.not_association";
    STEP_STANDS = "programmes.step_stands";
    STEP_BEGUN = "programmes.step_begun";
    OWN_STEP = "programmes.own_step";
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
/// A day after today.
pub fn happened(field: &'static str, day: Day, today: Day) -> Result<()> {
    require(day <= today, Refusal::new(DAY_LATER).with("day", day).at(field))
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
        // What halts it is released first.
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

/// How far a support has come; a step back is none, but what was declined may be looked for anew.
pub const fn rank(stage: SupportStage) -> u8 {
    match stage {
        SupportStage::Declined => 0,
        SupportStage::Identified => 1,
        SupportStage::Contacted => 2,
        SupportStage::Proposal => 3,
        SupportStage::Pledged => 4,
        SupportStage::Received => 5,
    }
}

/// # Errors
/// Goes back, except to being declined.
pub fn onward(from: SupportStage, to: SupportStage) -> Result<()> {
    let onward = to == SupportStage::Declined || rank(to) >= rank(from);
    require(onward, Refusal::new(SUPPORT_BACK).at("stage"))
}

/// What one row of a social return comes to: quantity × proxy, without what would have come anyway, as far as it is ours,
/// without what goes away. Rounded once, a half away from zero.
///
/// # Errors
/// More than money can be.
pub fn worth(row: &ReturnRow) -> Result<Money> {
    let parts = [100 - row.deadweight, row.attribution, 100 - row.drop_off].map(i128::from);
    let exact = i128::from(row.quantity) * i128::from(row.proxy.halalas()) * parts.iter().product::<i128>();
    Money::from_halalas(i64::try_from((exact + 500_000) / 1_000_000).map_err(Failure::broken)?)
}

/// Hundredths of a riyal for each riyal that went in; none where nothing did.
pub fn for_each(value: Money, inputs: Money) -> Option<i64> {
    let (value, inputs) = (i128::from(value.halalas()), i128::from(inputs.halalas()));
    (inputs > 0).then(|| i64::try_from((200 * value + inputs) / (2 * inputs)).unwrap_or(i64::MAX))
}

/// The mean of scores in hundredths, a half away from zero.
pub fn mean(scores: &[CapacityScore]) -> i64 {
    let count = i64::try_from(scores.len()).unwrap_or(0).max(1);
    let sum: i64 = scores.iter().map(|one| one.score).sum();
    (200 * sum + count) / (2 * count)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
