//! Another person decides against it, for a reason the applicant is told.

use crate::inputs::EndApplication;
use crate::model::{ApplicationState, SavedApplication};
use crate::{rules, steps, store};
use database::values;
use kernel::Result;
use office::context::Write;

pub fn reject(cx: &Write<'_>, input: EndApplication) -> Result<SavedApplication> {
    let before = store::application(cx, input.application)?;
    store::require_open(&before)?;
    rules::stands(before.state, &[ApplicationState::Recommended])?;
    let reason = rules::said("reason", &input.reason, rules::REASON_MISSING)?;
    let (step, request) = steps::to_decide(cx, before.id)?;
    approvals::refuse(cx, step, &request, &reason)?;
    cx.run(
        "UPDATE loan_application SET state = 'rejected', state_on = $1, decided_by = $2, decided_at = $3, \
         decision_note = $4 WHERE id = $5",
        values![cx.today(), cx.who.id, cx.now, reason.as_str(), before.id],
    )?;
    store::told_of_move(cx, &before, ApplicationState::Rejected, &reason)?;
    store::told(cx, Some(&before), before.id)
}
