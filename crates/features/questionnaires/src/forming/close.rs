//! Nothing more is entered: what was asked twice was entered twice, and where entries differed somebody has looked.

use super::moved;
use crate::inputs::StepQuestionnaire;
use crate::model::{QuestionnaireState, SavedQuestionnaire};
use crate::rules::{CLOSED_ALREADY, NOT_OPEN, REASON_MISSING};
use crate::{conditions, entering, rules, store};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn close(cx: &Write<'_>, input: StepQuestionnaire) -> Result<SavedQuestionnaire> {
    let before = store::questionnaire(cx, input.questionnaire)?;
    require(before.state != QuestionnaireState::Closed, CLOSED_ALREADY)?;
    let refusal = Refusal::new(NOT_OPEN).with("opens", before.opens).with("closes", before.closes);
    require(before.state == QuestionnaireState::Approved, refusal)?;
    // Before its last day there is a reason; afterwards the day is reason enough.
    let early = cx.today() <= before.closes;
    let note =
        if early { rules::said("note", &input.note, REASON_MISSING)? } else { rules::text("note", &input.note)? };
    conditions::must_hold(&conditions::closing(&entering::progress(cx, &before)?))?;
    cx.claim(store::RECORD, before.id, input.version)?;
    let sql = "UPDATE questionnaire SET state = 'closed', closed_by = $1, closed_on = $2 WHERE id = $3";
    cx.run(sql, values![cx.who.id, cx.today(), before.id])?;
    moved(cx, &before, QuestionnaireState::Closed, &note)?;
    store::told(cx, Some(&before), before.id)?;
    Ok(SavedQuestionnaire { questionnaire: before.id })
}
