//! Another day, another person, another purpose.

use crate::inputs::ReplanActivity;
use crate::model::PlannedActivity;
use crate::rules::{self, PLANNED_PAST};
use crate::{plan, store, subjects};
use database::values;
use kernel::Result;
use office::context::Write;

pub fn replan(cx: &Write<'_>, input: ReplanActivity) -> Result<PlannedActivity> {
    let before = store::activity(cx, input.id)?;
    subjects::followed_kind(cx, &before.subject_kind)?;
    rules::may_be_moved(before.state, before.planned_on, input.planned_on, cx.today())?;
    if input.planned_on != before.planned_on {
        rules::plannable("planned_on", input.planned_on, cx.today(), cx.today(), PLANNED_PAST)?;
    }
    if input.researcher != before.researcher {
        plan::visits(cx, input.researcher)?;
    }
    let purpose = input.purpose.as_deref().map(|typed| rules::text("purpose", typed)).transpose()?;
    cx.claim(store::ACTIVITY, input.id, input.version)?;
    cx.run(
        "UPDATE activity SET planned_on = $1, researcher = $2, purpose = $3 WHERE id = $4",
        values![input.planned_on, input.researcher, purpose.as_deref().unwrap_or(&before.purpose), input.id],
    )?;
    store::told(cx, Some(&before), input.id)
}
