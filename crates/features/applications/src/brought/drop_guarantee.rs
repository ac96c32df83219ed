//! A guarantee is not counted on any more.

use crate::brought;
use crate::inputs::DropGuarantee;
use crate::model::{BroughtState, SavedApplication};
use crate::{rules, store};
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn drop_guarantee(cx: &Write<'_>, input: DropGuarantee) -> Result<SavedApplication> {
    let (id, before) = brought::one(cx, input.guarantee)?;
    let application = store::application(cx, id)?;
    store::require_open(&application)?;
    require(before.state != BroughtState::Dropped, rules::GUARANTEE_DECIDED)?;
    let reason = rules::said("reason", &input.reason, rules::REASON_MISSING)?;
    cx.run(
        "UPDATE application_guarantee SET state = 'dropped', dropped_by = $1, dropped_at = $2, dropped_reason = $3 \
         WHERE id = $4",
        values![cx.who.id, cx.now, reason.as_str(), before.id],
    )?;
    brought::told(cx, id, Some(&before), before.id)?;
    store::answer(cx, &application)
}
