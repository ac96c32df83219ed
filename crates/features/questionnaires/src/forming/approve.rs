//! Another person than anybody who wrote in it has looked at the questions: it opens on its day.

use super::{by_another, moved};
use crate::inputs::StepQuestionnaire;
use crate::model::{QuestionnaireState, SavedQuestionnaire};
use crate::steps::OPEN;
use crate::{conditions, rules, store};
use approvals::RequestState;
use database::values;
use kernel::Result;
use office::context::Write;

pub fn approve(cx: &Write<'_>, input: StepQuestionnaire) -> Result<SavedQuestionnaire> {
    let before = store::questionnaire(cx, input.questionnaire)?;
    let note = rules::text("note", &input.note)?;
    let request = approvals::require_waiting(cx, &OPEN, *before.id.as_bytes())?;
    approvals::may_answer(cx, &OPEN, &request)?;
    by_another(cx, &before)?;
    conditions::must_hold(&conditions::asking(&before, cx.today()))?;
    cx.claim(store::RECORD, before.id, input.version)?;
    let request = approvals::answer(cx, &OPEN, &request)?;
    if request.state == RequestState::Approved {
        let sql = "UPDATE questionnaire SET state = 'approved', approved_by = $1, approved_on = $2 WHERE id = $3";
        cx.run(sql, values![cx.who.id, cx.today(), before.id])?;
        moved(cx, &before, QuestionnaireState::Approved, &note)?;
    }
    store::told(cx, Some(&before), before.id)?;
    Ok(SavedQuestionnaire { questionnaire: before.id })
}
