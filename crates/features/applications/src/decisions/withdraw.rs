//! The applicant takes it back, while nobody has decided.

use crate::inputs::EndApplication;
use crate::model::{ApplicationState, SavedApplication};
use crate::{rules, steps, store};
use database::values;
use kernel::Result;
use office::context::Write;

pub fn withdraw(cx: &Write<'_>, input: EndApplication) -> Result<SavedApplication> {
    let before = store::application(cx, input.application)?;
    store::require_open(&before)?;
    let reason = rules::said("reason", &input.reason, rules::REASON_MISSING)?;
    for step in [&steps::DECISION, &steps::DECISION_ABOVE] {
        approvals::lapse(cx, step, *before.id.as_bytes(), &reason)?;
    }
    cx.run(
        "UPDATE loan_application SET state = 'withdrawn', state_on = $1, decided_by = $2, decided_at = $3, \
         decision_note = $4, missing = '' WHERE id = $5",
        values![cx.today(), cx.who.id, cx.now, reason.as_str(), before.id],
    )?;
    store::told_of_move(cx, &before, ApplicationState::Withdrawn, &reason)?;
    store::told(cx, Some(&before), before.id)
}
