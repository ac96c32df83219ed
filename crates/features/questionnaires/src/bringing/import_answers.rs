//! The rows of a file come in that can be read and have not come in before.

use crate::inputs::AnswersFile;
use crate::model::{AnswerChannel, ImportedAnswers};
use crate::store::{self, NewResponse};
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn import_answers(cx: &Write<'_>, input: AnswersFile) -> Result<ImportedAnswers> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    store::takes(&of, cx.today(), AnswerChannel::File)?;
    let file = super::read(cx, &of, &input)?;
    for ready in &file.rows {
        let new = NewResponse {
            print: ready.print,
            channel: AnswerChannel::File,
            day: of.day(cx.today()),
            department: ready.row.department,
            procedure: "",
            party: None,
            answers: &ready.row.answers,
            sheet: None,
        };
        store::insert_response(cx, &of, &new)?;
    }
    let found = file.found;
    let told = json!({ "file": input.name, "imported": found.ready, "refused": found.refused, "columns": file.grid.columns.len() });
    cx.changed(store::RECORD, of.id, &of.title, &(), &told)?;
    Ok(ImportedAnswers { imported: found.ready, known: found.known, repeated: found.repeated, refused: found.refused })
}
