//! A step is worded anew, given to another, or put off. The day that was named first stays.

use crate::help::{STEP, checked, step as find, told};
use crate::inputs::{ChangeHoldStep, WhichStep};
use crate::model::StepState;
use crate::rules;
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn change_step(cx: &Write<'_>, input: ChangeHoldStep) -> Result<WhichStep> {
    let before = find(cx, input.step, cx.today())?;
    require(before.state == StepState::Open, rules::STEP_SETTLED)?;
    let text = checked(cx, &input.words, Some(before.due))?;
    cx.claim(STEP, input.step, input.version)?;
    let words = &input.words;
    let sql = "UPDATE hold_step SET text = $1, side = $2, owner = $3, due = $4 WHERE id = $5";
    cx.run(sql, values![text, words.side, words.owner, words.due, input.step])?;
    told(cx, Some(&before), input.step)?;
    Ok(WhichStep { step: input.step })
}
