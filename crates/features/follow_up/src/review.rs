//! Another person than who was there and who wrote it down has looked at it.

use crate::inputs::ReviewActivity;
use crate::model::{ActivityState, PlannedActivity};
use crate::{rules, store, subjects};
use database::values;
use kernel::Result;
use kernel::id::ActivityId;
use office::context::Write;

pub fn review(cx: &Write<'_>, input: ReviewActivity) -> Result<PlannedActivity> {
    let before = store::activity(cx, input.id)?;
    subjects::followed_kind(cx, &before.subject_kind)?;
    let own = [before.done_by, before.recorded_by];
    rules::may_review(before.state, own, before.closed_with.is_some(), cx.who.id)?;
    let note = rules::text("note", &input.note)?;
    cx.claim(store::ACTIVITY, input.id, input.version)?;
    reviewed(cx, input.id, &note)?;
    // Late ones that were closed with it are told of by it, and reviewed with it.
    let closed = "SELECT id FROM activity WHERE closed_with = $1 AND state = 'done' ORDER BY planned_on";
    let closed: Vec<ActivityId> = cx.rows(closed, values![input.id], |row| row.get("id"))?;
    for id in closed {
        cx.passed(store::ACTIVITY, id)?;
        reviewed(cx, id, "")?;
    }
    store::told(cx, Some(&before), input.id)
}

fn reviewed(cx: &Write<'_>, id: ActivityId, note: &str) -> Result<()> {
    let before = store::activity(cx, id)?;
    cx.run(
        "UPDATE activity SET state = 'reviewed', reviewed_by = $1, reviewed_at = $2, review_note = $3 WHERE id = $4",
        values![cx.who.id, cx.now, note, id],
    )?;
    store::moved(cx, &before, ActivityState::Reviewed, note)
}
