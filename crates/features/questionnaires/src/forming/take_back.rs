//! It becomes a draft again: before somebody approved it, and after, as long as nobody has answered.

use super::to_draft;
use crate::inputs::StepQuestionnaire;
use crate::model::{QuestionnaireState, SavedQuestionnaire};
use crate::rules::{self, ANSWERS_THERE, NOT_ASKED, REASON_MISSING};
use crate::steps::OPEN;
use crate::store;
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn take_back(cx: &Write<'_>, input: StepQuestionnaire) -> Result<SavedQuestionnaire> {
    let before = store::questionnaire(cx, input.questionnaire)?;
    require(matches!(before.state, QuestionnaireState::Asked | QuestionnaireState::Approved), NOT_ASKED)?;
    require(before.answers == 0, ANSWERS_THERE)?;
    // Sheets that are in people's hands ask what they ask.
    let sql = "SELECT count(*) AS n FROM questionnaire_run WHERE questionnaire = $1";
    let printed: i64 = cx.one(sql, values![before.id], |row| row.get("n"))?;
    let sql = "SELECT count(*) AS n FROM questionnaire_token WHERE questionnaire = $1";
    let handed: i64 = cx.one(sql, values![before.id], |row| row.get("n"))?;
    require(printed + handed == 0, ANSWERS_THERE)?;
    let reason = rules::said("note", &input.note, REASON_MISSING)?;
    cx.claim(store::RECORD, before.id, input.version)?;
    approvals::lapse(cx, &OPEN, *before.id.as_bytes(), &reason)?;
    to_draft(cx, &before, "")?;
    store::told(cx, Some(&before), before.id)?;
    Ok(SavedQuestionnaire { questionnaire: before.id })
}
