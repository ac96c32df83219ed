//! Somebody answers at the desk, by telephone, in an interview, or has sent a letter with a token. Who they are stands with the
//! answer only where the questionnaire says that it names people; otherwise a print beside all answers keeps that they
//! answered once.

use crate::inputs::AnswerQuestionnaire;
use crate::model::AnswerChannel;
use crate::rules::{self, CHANNEL_OTHER, NAMES_NOBODY, PERSON_MISSING};
use crate::store::{self, NewResponse};
use crate::tokens::{self, Of};
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;

pub fn answer(cx: &Write<'_>, input: AnswerQuestionnaire) -> Result<Nothing> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    store::takes(&of, cx.today(), input.channel)?;
    let by_token = matches!(input.channel, AnswerChannel::Kiosk | AnswerChannel::Letter);
    let spoken = matches!(input.channel, AnswerChannel::Phone | AnswerChannel::Interview);
    require(by_token || spoken, Refusal::new(CHANNEL_OTHER).at("channel"))?;
    let answers = rules::answers(&of.questions, input.answers, cx.today())?;
    rules::complete(&of.questions, &answers, input.channel)?;
    let (mut department, mut procedure) = (input.department, input.procedure);
    let mut party = None;
    let mut print = tokens::print(&of.secret, Of::Answer(&input.id));
    if by_token {
        // What the answer is of comes with the token; nobody types it, and nobody can be named.
        require(input.party.is_none(), Refusal::new(NAMES_NOBODY).at("party"))?;
        let held = tokens::take(cx, of.id, &tokens::print(&of.secret, Of::Token(&input.token)))?;
        (department, procedure) = (held.department, held.procedure);
        print = tokens::print(&of.secret, Of::Answer(&office_nonce()?));
    } else {
        store::known_group(cx, department, &procedure)?;
        let once = rules::asks_who(of.purpose) || !of.anonymous;
        require(!once || input.party.is_some(), Refusal::new(PERSON_MISSING).at("party"))?;
        if let Some(person) = input.party {
            let person = parties::standing(cx, person)?.id;
            tokens::take_person(cx, of.id, &tokens::print(&of.secret, Of::Person(*person.as_bytes())))?;
            party = (!of.anonymous).then_some(person);
        }
    }
    let new = NewResponse {
        print,
        channel: input.channel,
        day: of.day(cx.today()),
        department,
        procedure: &procedure,
        party,
        answers: &answers,
        sheet: None,
    };
    store::insert_response(cx, &of, &new)?;
    store::answered(cx, &of, input.channel.name())?;
    Ok(Nothing {})
}

/// What the identifier of an answer with a token is made of: nothing that the token could be told from.
fn office_nonce() -> Result<String> {
    let random: [u8; 16] = office::random::bytes()?;
    Ok(kernel::id::SubjectId::from_bytes(random).to_string())
}
