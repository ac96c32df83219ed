//! The questions are handed over to another person.

use super::{is_draft, moved};
use crate::inputs::StepQuestionnaire;
use crate::model::{QuestionnaireState, SavedQuestionnaire};
use crate::steps::OPEN;
use crate::{conditions, rules, store};
use approvals::Asked;
use database::values;
use kernel::Result;
use office::context::Write;

pub fn ask_opening(cx: &Write<'_>, input: StepQuestionnaire) -> Result<SavedQuestionnaire> {
    let before = store::questionnaire(cx, input.questionnaire)?;
    is_draft(&before)?;
    let note = rules::text("note", &input.note)?;
    conditions::must_hold(&conditions::asking(&before, cx.today()))?;
    cx.claim(store::RECORD, before.id, input.version)?;
    // Whoever hands it over has had a hand in it, too.
    store::hand(cx, before.id)?;
    approvals::ask(cx, &OPEN, &Asked { subject: *before.id.as_bytes(), reason: &note, ..Asked::default() })?;
    cx.run("UPDATE questionnaire SET state = 'asked', sent_back = '' WHERE id = $1", values![before.id])?;
    moved(cx, &before, QuestionnaireState::Asked, &note)?;
    store::told(cx, Some(&before), before.id)?;
    Ok(SavedQuestionnaire { questionnaire: before.id })
}
