//! The way of a questionnaire: written, handed over, approved by another person, open, closed.

pub mod add;
pub mod approve;
pub mod ask_opening;
pub mod change;
pub mod close;
pub mod drop_draft;
pub mod send_back;
pub mod take_back;

use crate::inputs::TypedQuestionnaire;
use crate::model::{QuestionnairePurpose, QuestionnaireState};
use crate::rules::{self, NOT_DRAFT, OWN_FORM, TITLE_MISSING};
use crate::store::{self, Questionnaire};
use database::values;
use kernel::{Day, Refusal, Result, require};
use office::context::{Read, Write};

/// What was typed, in one form.
pub struct Tidy {
    pub title: String,
    pub about: String,
}

/// # Errors
/// No title, texts too long, days that cannot be, a manner its purpose does not have.
pub fn tidy(typed: &TypedQuestionnaire, purpose: QuestionnairePurpose, today: Day) -> Result<Tidy> {
    let title = rules::line("title", &typed.title)?;
    require(!title.is_empty(), Refusal::new(TITLE_MISSING).at("title"))?;
    rules::days(typed.opens, typed.closes, today)?;
    rules::manner(purpose, typed.anonymous, typed.at_closing, typed.sealed)?;
    Ok(Tidy { title, about: rules::text("about", &typed.about)? })
}

/// # Errors
/// It is no draft any more.
pub fn is_draft(of: &Questionnaire) -> Result<()> {
    require(of.state == QuestionnaireState::Draft, if of.answers > 0 { rules::FROZEN } else { NOT_DRAFT })
}

/// Nobody approves questions they wrote in.
///
/// # Errors
/// `questionnaires.own_form`.
pub fn by_another(cx: &Read<'_>, of: &Questionnaire) -> Result<()> {
    let own = store::hands(cx, of.id)?.into_iter().any(|(person, _)| person == cx.who.id);
    require(!own, OWN_FORM)
}

/// It stands otherwise from now on.
///
/// # Errors
/// What the database refuses.
pub fn moved(cx: &Write<'_>, of: &Questionnaire, to: QuestionnaireState, reason: &str) -> Result<()> {
    cx.status_changed(store::subject(of.id), Some(of.state.name()), to.name(), reason)
}

/// Back to who wrote it: nobody has approved it then.
///
/// # Errors
/// Answered by then.
pub fn to_draft(cx: &Write<'_>, of: &Questionnaire, note: &str) -> Result<()> {
    let sql =
        "UPDATE questionnaire SET state = 'draft', sent_back = $1, approved_by = $2, approved_on = $3 WHERE id = $4";
    cx.run(sql, values![note, None::<kernel::id::PersonId>, None::<Day>, of.id])?;
    moved(cx, of, QuestionnaireState::Draft, note)
}
