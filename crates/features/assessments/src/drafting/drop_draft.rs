//! A draft leads nowhere; it stays with the reason.

use super::moved;
use crate::inputs::SendBackAssessment;
use crate::model::{AssessmentState, SavedAssessment};
use crate::rules::{self, REASON_MISSING};
use crate::store;
use database::values;
use kernel::Result;
use office::context::Write;

/// A draft that leads nowhere.
pub fn drop_draft(cx: &Write<'_>, input: SendBackAssessment) -> Result<SavedAssessment> {
    let before = store::assessment(cx, input.assessment)?;
    rules::is_draft(before.state)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    cx.claim(store::RECORD, input.assessment, input.version)?;
    cx.run(
        "UPDATE assessment SET state = 'dropped', sent_back = $1, sent_back_by = $2 WHERE id = $3",
        values![reason.as_str(), cx.who.id, input.assessment],
    )?;
    moved(cx, &before, AssessmentState::Dropped, &reason)?;
    store::told(cx, Some(&before), input.assessment)
}
