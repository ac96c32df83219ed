//! What stages refuse, and what a plan of stages must be. Pure.

use crate::model::{ProjectStage, StageAsked, StagePlan, StageState};
use kernel::arabic::{tidy_line, tidy_text};
use kernel::{Code, Refusal, Result, require};

kernel::refusals! {
    NAME_MISSING = "stages.name_missing";
    NAME_TAKEN = "stages.name_taken";
    TEXT_LONG = "stages.text_long";
    REASON_MISSING = "stages.reason_missing";
    EVIDENCE_MISSING = "stages.evidence_missing";
    /// No stage at all, or more than a project has.
    COUNT = "stages.count";
    DAYS_RANGE = "stages.days_range";
    VISITS_RANGE = "stages.visits_range";
    /// A condition that says nothing, or more of them than anybody reads.
    CONDITIONS_COUNT = "stages.conditions_count";
    CONDITION_EMPTY = "stages.condition_empty";
    /// The project has stages already.
    LAID_ALREADY = "stages.laid_already";
    NOT_OFFERED = "stages.not_offered";
    PROJECT_ENDED = "stages.project_ended";
    /// A stage that has begun is neither removed, moved nor made easier.
    PASSED_STAYS = "stages.passed_stays";
    /// What an open stage needs may grow and not shrink.
    CONDITION_STAYS = "stages.condition_stays";
    /// Tranches belong to a stage that was to be removed.
    HAS_TRANCHES = "stages.has_tranches";
    /// A tranche is put into a stage while it is planned, and into one that is planned or open.
    TRANCHE_BEGAN = "stages.tranche_began";
    STAGE_CLOSED = "stages.stage_closed";
    OTHER_PROJECT = "stages.other_project";
    NOTHING_CHOSEN = "stages.nothing_chosen";
    /// The stage does not stand where this step begins.
    STEP = "stages.step";
    /// An earlier stage has not passed.
    BEFORE = "stages.before";
    /// Conditions before the step do not hold; `gaps` names them, `n` counts them.
    CONDITIONS_MISSING = "stages.conditions_missing";
    /// A document that hangs on the stage must show it.
    PAPER_MISSING = "stages.paper_missing";
    WAITS = "stages.waits";
    DECIDED = "stages.decided";
    /// Nobody reviews the stage they asked a review for.
    OWN_REVIEW = "stages.own_review";
    /// Whoever ticked one of its conditions does not judge the stage.
    OWN_TICK = "stages.own_tick";
}

/// Stages of a project, and conditions of a stage.
pub const MOST: usize = 12;
/// Characters of a name or a condition, and of a text.
pub const LONGEST_LINE: usize = 160;
pub const LONGEST: usize = 1_000;
const MOST_DAYS: u16 = 1_000;
const MOST_VISITS: u8 = 20;

/// A line that must say something.
///
/// # Errors
/// Nothing was said, or more than [`LONGEST_LINE`].
pub fn line(typed: &str, field: &'static str, missing: Code) -> Result<String> {
    let tidy = tidy_line(typed);
    require(!tidy.is_empty(), Refusal::new(missing).at(field))?;
    require(tidy.chars().count() <= LONGEST_LINE, Refusal::new(TEXT_LONG).with("most", LONGEST_LINE).at(field))?;
    Ok(tidy)
}

/// A text that may say nothing.
///
/// # Errors
/// More than [`LONGEST`].
pub fn text(typed: &str, field: &'static str) -> Result<String> {
    let tidy = tidy_text(typed);
    require(tidy.chars().count() <= LONGEST, Refusal::new(TEXT_LONG).with("most", LONGEST).at(field))?;
    Ok(tidy)
}

/// A text that must say something.
///
/// # Errors
/// Nothing was said, or more than [`LONGEST`].
pub fn said(typed: &str, field: &'static str, missing: Code) -> Result<String> {
    let tidy = text(typed, field)?;
    require(!tidy.is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// # Errors
/// No stage, or more than [`MOST`].
pub fn count(stages: usize) -> Result<()> {
    require((1..=MOST).contains(&stages), Refusal::new(COUNT).with("most", MOST).at("stages"))
}

/// A stage as it can be kept.
///
/// # Errors
/// A name or a condition that says nothing, days or visits out of range.
pub fn stage(plan: &StagePlan) -> Result<StagePlan> {
    let name = line(&plan.name, "stages", NAME_MISSING)?;
    let goal = text(&plan.goal, "stages")?;
    let days = (1..=MOST_DAYS).contains(&plan.days);
    require(days, Refusal::new(DAYS_RANGE).with("name", &name).with("most", MOST_DAYS).at("stages"))?;
    let visits = plan.visits <= MOST_VISITS;
    require(visits, Refusal::new(VISITS_RANGE).with("name", &name).with("most", MOST_VISITS).at("stages"))?;
    let few = plan.conditions.len() <= MOST;
    require(few, Refusal::new(CONDITIONS_COUNT).with("name", &name).with("most", MOST).at("stages"))?;
    let asked = |one: &StageAsked| Ok(StageAsked { text: line(&one.text, "stages", CONDITION_EMPTY)?, ..one.clone() });
    let conditions = plan.conditions.iter().map(asked).collect::<Result<_>>()?;
    Ok(StagePlan { name, goal, days: plan.days, visits: plan.visits, conditions })
}

/// What an open stage asks may grow: its conditions stand at their places, and its visits are no fewer.
///
/// # Errors
/// `stages.condition_stays`.
pub fn only_grows(before: &ProjectStage, plan: &StagePlan) -> Result<()> {
    let kept = before.conditions.iter().zip(&plan.conditions);
    let same = kept.clone().count() == before.conditions.len()
        && kept.clone().all(|(was, is)| was.text == is.text && (is.paper || !was.paper));
    let refusal = Refusal::new(CONDITION_STAYS).with("name", &before.name).at("stages");
    require(same && plan.visits >= before.visits, refusal)
}

/// Whether a stage that has begun stands as it was.
pub fn is_as_it_was(before: &ProjectStage, plan: &StagePlan) -> bool {
    let asked: Vec<(&str, bool)> = before.conditions.iter().map(|one| (one.text.as_str(), one.paper)).collect();
    let asks: Vec<(&str, bool)> = plan.conditions.iter().map(|one| (one.text.as_str(), one.paper)).collect();
    before.name == plan.name
        && before.goal == plan.goal
        && before.days == plan.days
        && before.visits == plan.visits
        && asked == asks
}

/// # Errors
/// The stage does not stand in one of these states.
pub fn stands(stage: &ProjectStage, states: &[StageState]) -> Result<()> {
    require(states.contains(&stage.state), Refusal::new(STEP).with("name", &stage.name))
}

/// The first stage before one of them that has not passed.
pub fn unpassed_before(stages: &[ProjectStage], no: i64) -> Option<&ProjectStage> {
    stages.iter().find(|one| one.no < no && one.state != StageState::Passed)
}

/// Whether money of a stage may move: it is open or has passed, and all before it have passed.
pub fn frees(stages: &[ProjectStage], stage: &ProjectStage) -> bool {
    matches!(stage.state, StageState::Open | StageState::Passed) && unpassed_before(stages, stage.no).is_none()
}
