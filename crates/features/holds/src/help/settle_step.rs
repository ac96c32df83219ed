//! A step was done, with what came of it; or it is not done, with the reason. Its owner says so, and who keeps holds.

use crate::help::{STEP, step as find, told};
use crate::inputs::{SettleHoldStep, WhichStep};
use crate::model::StepState;
use crate::{HOLDS_PROPOSE, rules};
use database::values;
use kernel::{Result, require};
use office::context::Write;
use office::input::{at, has_come, required};

pub fn settle_step(cx: &Write<'_>, input: SettleHoldStep) -> Result<WhichStep> {
    let before = find(cx, input.step, cx.today())?;
    if before.owner != cx.who.id {
        cx.who.needs(HOLDS_PROPOSE)?;
    }
    require(before.state == StepState::Open, rules::STEP_SETTLED)?;
    let outcome = required(&input.outcome, "outcome", rules::OUTCOME_MISSING)?;
    rules::short(&outcome, "outcome")?;
    at("on", has_come(input.on, cx.today()))?;
    cx.claim(STEP, input.step, input.version)?;
    let state = if input.done { StepState::Done } else { StepState::Dropped };
    let sql = "UPDATE hold_step SET state = $1, settled_on = $2, outcome = $3, settled_by = $4 WHERE id = $5";
    cx.run(sql, values![state, input.on, outcome, cx.who.id, input.step])?;
    told(cx, Some(&before), input.step)?;
    Ok(WhichStep { step: input.step })
}
