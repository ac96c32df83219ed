//! A questionnaire is begun: with the questions shipped for its purpose, those of the edition before, or none.

use super::tidy;
use crate::inputs::AddQuestionnaire;
use crate::model::{QuestionnaireState, SavedQuestionnaire};
use crate::rules::{ADDED_ALREADY, EDITION_OPEN, OTHER_PURPOSE};
use crate::store::{self, Questionnaire};
use crate::{rules, shipped};
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::numbers::FOR_EVER;

pub fn add(cx: &Write<'_>, input: AddQuestionnaire) -> Result<SavedQuestionnaire> {
    require(store::find(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    let typed = tidy(&input.typed, input.purpose, cx.today())?;
    let before = input.after.map(|after| store::questionnaire(cx, after)).transpose()?;
    let mut questions = if input.empty { Vec::new() } else { shipped::questions(input.purpose)? };
    let (mut series, mut edition) = (input.id, 1);
    if let Some(before) = before {
        require(before.purpose == input.purpose, Refusal::new(OTHER_PURPOSE).at("purpose"))?;
        let editions = store::editions(cx, before.series)?;
        // One edition after the other: two at once could not be compared.
        let open =
            editions.iter().any(|one| matches!(one.state, QuestionnaireState::Draft | QuestionnaireState::Asked));
        require(!open, EDITION_OPEN)?;
        let overlaps = editions.iter().find(|one| one.ends() >= input.typed.opens);
        require(overlaps.is_none(), Refusal::new(EDITION_OPEN).at("opens"))?;
        let last: i64 = cx.one(
            "SELECT max(edition) AS last FROM questionnaire WHERE series = $1",
            database::values![before.series],
            |row| row.get("last"),
        )?;
        (series, edition) = (before.series, last + 1);
        questions = before.questions;
    }
    let new = Questionnaire {
        id: input.id,
        series,
        edition,
        no: cx.next_number(store::NUMBERS, FOR_EVER)?,
        purpose: input.purpose,
        title: typed.title,
        about: typed.about,
        anonymous: input.typed.anonymous,
        at_closing: input.typed.at_closing,
        sealed: input.typed.sealed,
        opens: input.typed.opens,
        closes: input.typed.closes,
        state: QuestionnaireState::Draft,
        sent_back: String::new(),
        questions: rules::questions(questions)?,
        secret: office::random::bytes()?,
        made_by: cx.who.id,
        made_on: cx.today(),
        approved_by: None,
        approved_on: None,
        closed_by: None,
        closed_on: None,
        answers: 0,
    };
    store::insert(cx, &new)?;
    store::hand(cx, new.id)?;
    cx.passed(store::RECORD, new.id)?;
    cx.status_changed(store::subject(new.id), None, new.state.name(), "")?;
    store::told(cx, None, new.id)?;
    Ok(SavedQuestionnaire { questionnaire: new.id })
}
