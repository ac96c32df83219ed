//! A question is answered, for one row or for all that have no answer of their own.

use super::model::{AnswerQuestion, ImportPreview, WhichImport};
use super::rules::NO_ANSWER;
use super::session;
use intake::{Answer, Decision, codes};
use kernel::{Result, require};
use office::{Office, SystemCall};

pub fn answer(office: &Office, call: &mut SystemCall, input: AnswerQuestion) -> Result<ImportPreview> {
    session::changed(office, call, WhichImport { id: input.id }, |_, work| {
        require(codes::QUESTIONS.contains(&input.ask.as_str()), NO_ANSWER)?;
        let AnswerQuestion { table, row, ask, decision, .. } = input;
        // «As it stands» is no answer to «which fund».
        require(decision != Some(Decision::Import) || intake::can_stand(&ask), NO_ANSWER)?;
        match decision {
            Some(decision) => work.draft.answer(Answer { table, row, ask, decision }),
            None => work.draft.unanswer(table, row, &ask),
        }
        Ok(())
    })
}
