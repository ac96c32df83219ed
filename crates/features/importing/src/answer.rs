//! A question is answered, for one row or for all that have no answer of their own.

use super::desk;
use super::model::{AnswerQuestion, ImportPreview, WhichImport};
use super::rules::NO_ANSWER;
use intake::{Answer, Decision, codes};
use kernel::{Result, require};
use office::{Door, Office};

pub fn answer(office: &Office, door: &mut Door, input: AnswerQuestion) -> Result<ImportPreview> {
    desk::changed(office, door, WhichImport { id: input.id }, |_, work| {
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
