//! Another wording, another owner, another day, as long as it is planned.

use super::{RECORD, folded, look, told};
use crate::inputs::ChangeImprovement;
use crate::model::{ImprovementState, SavedImprovement};
use crate::rules::{self, ACTION_EMPTY, ACTION_ENDED};
use crate::store;
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn change_improvement(cx: &Write<'_>, input: ChangeImprovement) -> Result<SavedImprovement> {
    let before = look::action(cx, input.id)?;
    require(before.state == ImprovementState::Planned, ACTION_ENDED)?;
    store::works_here(cx, input.owner)?;
    // The day of a late one is not moved out of sight unless it is moved ahead.
    if before.due != input.due {
        rules::plannable(input.due, cx.today())?;
    }
    let text = rules::said("text", &input.text, ACTION_EMPTY)?;
    cx.claim(RECORD, input.id, input.version)?;
    let sql = "UPDATE improvement_action SET text = $1, owner = $2, due = $3, search_fold = $4 WHERE id = $5";
    let search = folded(&before.action_no, &before.said, &text);
    cx.run(sql, values![text.as_str(), input.owner, input.due, search, input.id])?;
    told(cx, Some(&before), input.id)
}
