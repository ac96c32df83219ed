//! A step is added to a hold that stands, or to one that was ended: help goes on after it.

use crate::help::{checked, told};
use crate::inputs::{AddHoldStep, WhichStep};
use crate::model::HoldState;
use crate::{rules, store};
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn add_step(cx: &Write<'_>, input: AddHoldStep) -> Result<WhichStep> {
    let line = store::line(cx, input.hold)?;
    let known = "SELECT count(*) AS known FROM hold_step WHERE id = $1";
    let known: i64 = cx.one(known, values![input.id], |row| row.get("known"))?;
    require(known == 0, rules::STEP_ADDED)?;
    require(line.state != HoldState::Ended, rules::NOT_OPEN)?;
    let text = checked(cx, &input.words, None)?;
    let words = &input.words;
    cx.run(
        "INSERT INTO hold_step (id, hold, text, side, owner, due, first_due, state, added_by, added_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $6, 'open', $7, $8)",
        values![input.id, line.hold, text, words.side, words.owner, words.due, cx.who.id, cx.today()],
    )?;
    told(cx, None, input.id)?;
    Ok(WhichStep { step: input.id })
}
