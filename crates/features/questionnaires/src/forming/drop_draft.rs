//! Nobody will be asked: a draft is given up.

use super::{is_draft, moved};
use crate::inputs::StepQuestionnaire;
use crate::model::{QuestionnaireState, SavedQuestionnaire};
use crate::rules::{self, REASON_MISSING};
use crate::store;
use database::values;
use kernel::Result;
use office::context::Write;

pub fn drop_draft(cx: &Write<'_>, input: StepQuestionnaire) -> Result<SavedQuestionnaire> {
    let before = store::questionnaire(cx, input.questionnaire)?;
    is_draft(&before)?;
    let reason = rules::said("note", &input.note, REASON_MISSING)?;
    cx.claim(store::RECORD, before.id, input.version)?;
    cx.run("UPDATE questionnaire SET state = 'dropped' WHERE id = $1", values![before.id])?;
    moved(cx, &before, QuestionnaireState::Dropped, &reason)?;
    store::told(cx, Some(&before), before.id)?;
    Ok(SavedQuestionnaire { questionnaire: before.id })
}
