//! Something is missing: it becomes a draft again, with the reason.

use super::moved;
use crate::inputs::SendBackAssessment;
use crate::model::{AssessmentState, SavedAssessment};
use crate::rules::{self, REASON_MISSING};
use crate::store;
use database::values;
use kernel::id::PersonId;
use kernel::{Moment, Result};
use office::context::Write;

pub fn send_back(cx: &Write<'_>, input: SendBackAssessment) -> Result<SavedAssessment> {
    let before = store::assessment(cx, input.assessment)?;
    rules::is_completed(before.state)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    cx.claim(store::RECORD, input.assessment, input.version)?;
    cx.run(
        "UPDATE assessment SET state = 'draft', completed_by = $1, completed_at = $2, sent_back = $3, sent_back_by = $4 \
         WHERE id = $5",
        values![None::<PersonId>, None::<Moment>, reason.as_str(), cx.who.id, input.assessment],
    )?;
    moved(cx, &before, AssessmentState::Draft, &reason)?;
    store::told(cx, Some(&before), input.assessment)
}
