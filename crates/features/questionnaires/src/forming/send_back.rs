//! Something is to be asked otherwise: it goes back to who wrote it, with the reason.

use super::to_draft;
use crate::inputs::StepQuestionnaire;
use crate::model::SavedQuestionnaire;
use crate::rules::{self, REASON_MISSING};
use crate::steps::OPEN;
use crate::store;
use kernel::Result;
use office::context::Write;

pub fn send_back(cx: &Write<'_>, input: StepQuestionnaire) -> Result<SavedQuestionnaire> {
    let before = store::questionnaire(cx, input.questionnaire)?;
    let reason = rules::said("note", &input.note, REASON_MISSING)?;
    let request = approvals::require_waiting(cx, &OPEN, *before.id.as_bytes())?;
    cx.claim(store::RECORD, before.id, input.version)?;
    approvals::send_back(cx, &OPEN, &request, &reason)?;
    to_draft(cx, &before, &reason)?;
    store::told(cx, Some(&before), before.id)?;
    Ok(SavedQuestionnaire { questionnaire: before.id })
}
