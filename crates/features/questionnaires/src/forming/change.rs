//! What is asked, whom, and when, as long as nobody has approved it.

use super::{is_draft, tidy};
use crate::inputs::ChangeQuestionnaire;
use crate::model::SavedQuestionnaire;
use crate::rules;
use crate::store::{self, Questionnaire};
use kernel::Result;
use office::context::Write;

pub fn change(cx: &Write<'_>, input: ChangeQuestionnaire) -> Result<SavedQuestionnaire> {
    let before = store::questionnaire(cx, input.questionnaire)?;
    is_draft(&before)?;
    let typed = tidy(&input.typed, before.purpose, cx.today())?;
    let questions = rules::questions(input.questions)?;
    cx.claim(store::RECORD, before.id, input.version)?;
    let after = Questionnaire {
        title: typed.title,
        about: typed.about,
        anonymous: input.typed.anonymous,
        at_closing: input.typed.at_closing,
        sealed: input.typed.sealed,
        opens: input.typed.opens,
        closes: input.typed.closes,
        questions,
        ..before.clone()
    };
    store::update(cx, &after)?;
    store::hand(cx, before.id)?;
    store::told(cx, Some(&before), before.id)?;
    Ok(SavedQuestionnaire { questionnaire: before.id })
}
