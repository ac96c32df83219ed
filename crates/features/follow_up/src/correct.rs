//! What was recorded is put right, with the reason, before it is reviewed; what it led to stays.

use crate::inputs::CorrectActivity;
use crate::model::{ActivityState, PlannedActivity};
use crate::rules::{self, ACTION_DONE, CLOSED_WITH, NOT_DONE, REASON_MISSING, REVIEWED_ALREADY};
use crate::{record, store, subjects};
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn correct(cx: &Write<'_>, input: CorrectActivity) -> Result<PlannedActivity> {
    let before = store::activity(cx, input.id)?;
    subjects::followed_kind(cx, &before.subject_kind)?;
    require(before.state != ActivityState::Reviewed, REVIEWED_ALREADY)?;
    require(before.state == ActivityState::Done, NOT_DONE)?;
    require(before.closed_with.is_none(), CLOSED_WITH)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    let action = input.found.action.as_ref().map_or("", |action| action.text.trim());
    require(before.action_done_on.is_none() || action == before.action, Refusal::new(ACTION_DONE).at("action"))?;
    cx.claim(store::ACTIVITY, input.id, input.version)?;
    record::write_again(cx, &before, &input.found)?;
    cx.changed("activity_correction", input.id, &before.activity_no, &(), &serde_json::json!({ "reason": reason }))?;
    store::told(cx, Some(&before), input.id)
}
