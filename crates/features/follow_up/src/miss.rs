//! «لم تتم الزيارة»: why, and the new day. The one that was missed stays as it was planned; another takes its place.

use crate::inputs::MissActivity;
use crate::model::{ActivityState, PlannedActivity};
use crate::rules::{self, PLANNED_PAST, REASON_MISSING};
use crate::store::{self, NewActivity};
use crate::subjects;
use database::values;
use kernel::Result;
use office::context::Write;

pub fn miss(cx: &Write<'_>, input: MissActivity) -> Result<PlannedActivity> {
    let before = store::activity(cx, input.id)?;
    let of = subjects::subject(cx, &before.subject_kind, before.subject)?;
    rules::is_planned(before.state)?;
    rules::has_come("planned_on", before.planned_on, cx.today())?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    rules::plannable("planned_on", input.planned_on, cx.today(), cx.today(), PLANNED_PAST)?;
    cx.claim(store::ACTIVITY, input.id, input.version)?;
    cx.run("UPDATE activity SET state = 'missed', reason = $1 WHERE id = $2", values![reason.as_str(), input.id])?;
    store::moved(cx, &before, ActivityState::Missed, &reason)?;
    store::told(cx, Some(&before), input.id)?;
    let new = NewActivity {
        id: input.next,
        kind: before.kind,
        of: &of,
        planned_on: input.planned_on,
        researcher: before.researcher,
        purpose: &before.purpose,
        comes_from: Some(before.id),
        unplanned: false,
    };
    store::insert(cx, &new)?;
    store::told(cx, None, input.next)
}
