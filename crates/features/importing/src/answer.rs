//! A question is answered, for one row or for all that have no answer of their own.

use super::model::{AnswerQuestion, ImportPreview, WhichImport};
use super::rules::{NO_ANSWER, NO_SUCH_COLUMN};
use super::session;
use intake::{Answer, Decision, codes};
use kernel::{Refusal, Result, require};
use office::{Office, SystemCall};

pub fn answer(office: &Office, call: &mut SystemCall, input: AnswerQuestion) -> Result<ImportPreview> {
    session::changed(office, call, WhichImport { id: input.id }, |_, work| {
        require(codes::QUESTIONS.contains(&input.ask.as_str()), NO_ANSWER)?;
        let AnswerQuestion { table, row, sheet, column, field, value, ask, decision, .. } = input;
        // «As it stands» is no answer to «which fund».
        require(decision != Some(Decision::Import) || intake::can_stand(&ask), NO_ANSWER)?;
        if let (true, Some(Decision::Use(other))) = (ask == "column_meaning", &decision) {
            let known = intake::fields(table).iter().any(|known| known.name == other);
            require(known, Refusal::new(NO_SUCH_COLUMN).with("field", other))?;
        }
        let row = row.map(|row| work.draft.place(table, sheet.as_deref(), row, column.as_deref()));
        let taken_back = decision.is_none();
        let answer = Answer { table, row, field, value, ask, decision: decision.unwrap_or(Decision::LeaveOut) };
        if taken_back {
            work.draft.unanswer(&answer)
        } else {
            work.draft.answer(answer)
        }
        Ok(())
    })
}
