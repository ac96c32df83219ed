//! A planned activity is called off before its day has passed: it is not needed any more.

use crate::inputs::CancelActivity;
use crate::model::{ActivityState, PlannedActivity};
use crate::rules::{self, REASON_MISSING};
use crate::{store, subjects};
use database::values;
use kernel::Result;
use office::context::Write;

pub fn cancel(cx: &Write<'_>, input: CancelActivity) -> Result<PlannedActivity> {
    let before = store::activity(cx, input.id)?;
    subjects::followed_kind(cx, &before.subject_kind)?;
    rules::may_be_called_off(before.state, before.planned_on, cx.today())?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    cx.claim(store::ACTIVITY, input.id, input.version)?;
    cx.run("UPDATE activity SET state = 'cancelled', reason = $1 WHERE id = $2", values![reason.as_str(), input.id])?;
    store::moved(cx, &before, ActivityState::Cancelled, &reason)?;
    store::told(cx, Some(&before), input.id)
}
