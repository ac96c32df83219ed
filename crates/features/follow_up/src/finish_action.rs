//! A corrective action is done, by whoever owns it or whoever keeps visits.

use crate::FOLLOW_UP_KEEP;
use crate::inputs::FinishAction;
use crate::model::PlannedActivity;
use crate::rules::{self, ACTION_DONE, ACTION_OF_ANOTHER, NO_ACTION, REASON_MISSING};
use crate::{store, subjects};
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn finish_action(cx: &Write<'_>, input: FinishAction) -> Result<PlannedActivity> {
    let before = store::activity(cx, input.id)?;
    subjects::followed_kind(cx, &before.subject_kind)?;
    require(!before.action.is_empty(), NO_ACTION)?;
    require(before.action_done_on.is_none(), ACTION_DONE)?;
    let may = before.action_owner == Some(cx.who.id) || cx.who.role.may(FOLLOW_UP_KEEP);
    require(may, ACTION_OF_ANOTHER)?;
    rules::has_come("on", input.on, cx.today())?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    cx.claim(store::ACTIVITY, input.id, input.version)?;
    cx.run(
        "UPDATE activity SET action_done_on = $1, action_done_by = $2, action_note = $3 WHERE id = $4",
        values![input.on, cx.who.id, note, input.id],
    )?;
    store::told(cx, Some(&before), input.id)
}
