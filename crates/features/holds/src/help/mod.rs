//! Steps that help a halted project: what is done, on whose side, who of the office sees to it, until when, what came of
//! it. One that is late is a task of its owner.

pub mod add_step;
pub mod change_step;
pub mod settle_step;

use crate::inputs::StepWords;
use crate::model::{HoldStep, StepState};
use crate::rules;
use database::{Read, Row, values};
use kernel::id::{HoldId, HoldStepId, PersonId};
use kernel::{Day, Refusal, Result, require};
use office::context::Write;
use office::input::required;

/// Among the records that have versions, and in the trail.
pub const STEP: &str = "hold_step";

/// The steps of a hold, by their days.
///
/// # Errors
/// What the database refuses.
pub fn of(cx: &office::context::Read<'_>, hold: HoldId) -> Result<Vec<HoldStep>> {
    let versions = cx.versions(STEP)?;
    let sql = format!("{} WHERE s.hold = $1 ORDER BY s.due, s.id", include_str!("../sql/steps.sql"));
    let mut steps = cx.rows(&sql, values![hold], |row| read(row, cx.today()))?;
    for step in &mut steps {
        step.version = versions.get(&step.step.to_string()).map_or(0, |version| version.number);
    }
    Ok(steps)
}

/// # Errors
/// A step that was never added.
pub fn step(db: &Read<'_>, step: HoldStepId, today: Day) -> Result<HoldStep> {
    let sql = format!("{} WHERE s.id = $1", include_str!("../sql/steps.sql"));
    db.row(&sql, values![step], |row| read(row, today))?.ok_or(kernel::Failure::not_found("hold_step"))
}

fn read(row: &Row<'_>, today: Day) -> Result<HoldStep> {
    let (state, due): (StepState, Day) = (row.get("state")?, row.get("due")?);
    let late = if state == StepState::Open { today.days_since(due).max(0) } else { 0 };
    Ok(HoldStep {
        step: row.get("id")?,
        hold: row.get("hold")?,
        text: row.get("text")?,
        side: row.get("side")?,
        owner: row.get("owner")?,
        owner_name: row.get("owner_name")?,
        due,
        first_due: row.get("first_due")?,
        state,
        settled_on: row.get("settled_on")?,
        outcome: row.get("outcome")?,
        days_late: late,
        version: 0,
    })
}

/// What a step says, checked.
///
/// # Errors
/// No words or too many, nobody of the office, a day that is past or further than a year.
pub fn checked(cx: &Write<'_>, words: &StepWords, kept_due: Option<Day>) -> Result<String> {
    let text = required(&words.text, "text", rules::STEP_MISSING)?;
    rules::short(&text, "text")?;
    if kept_due != Some(words.due) {
        let soon = words.due >= cx.today() && words.due <= cx.today().plus_days(366)?;
        require(soon, Refusal::new(rules::STEP_DUE).at("due"))?;
    }
    works(cx, words.owner)?;
    Ok(text)
}

fn works(cx: &Write<'_>, person: PersonId) -> Result<()> {
    let works = office::staff::people(cx)?.into_iter().any(|one| one.id == person && one.active);
    require(works, Refusal::new(rules::STEP_OWNER).at("owner"))
}

/// The trail.
pub fn told(cx: &Write<'_>, before: Option<&HoldStep>, id: HoldStepId) -> Result<()> {
    let after = step(cx, id, cx.today())?;
    match before {
        Some(before) => cx.changed(STEP, id, &after.text, before, &after),
        None => cx.changed(STEP, id, &after.text, &(), &after),
    }
}
