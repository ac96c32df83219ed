//! It is done, or given up, with what came out.

use super::{RECORD, look, told};
use crate::QUESTIONNAIRES_KEEP;
use crate::inputs::EndImprovement;
use crate::model::{ImprovementState, SavedImprovement};
use crate::rules::{self, ACTION_ENDED, OUTCOME_MISSING};
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn end_improvement(cx: &Write<'_>, input: EndImprovement) -> Result<SavedImprovement> {
    let before = look::action(cx, input.id)?;
    // Its owner says so, whatever their role; others need the right to keep it.
    if before.owner != cx.who.id {
        cx.who.needs(QUESTIONNAIRES_KEEP)?;
    }
    require(before.state == ImprovementState::Planned, ACTION_ENDED)?;
    let outcome = rules::said("outcome", &input.outcome, OUTCOME_MISSING)?;
    cx.claim(RECORD, input.id, input.version)?;
    let state = if input.done { ImprovementState::Done } else { ImprovementState::Dropped };
    let sql = "UPDATE improvement_action SET state = $1, ended_on = $2, outcome = $3 WHERE id = $4";
    cx.run(sql, values![state, cx.today(), outcome.as_str(), input.id])?;
    told(cx, Some(&before), input.id)
}
