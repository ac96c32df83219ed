//! A cell is corrected in place, as if the file had said so.

use super::model::{CorrectCell, ImportPreview, WhichImport};
use super::rules::{NO_SUCH_COLUMN, NO_SUCH_ROW};
use super::session;
use kernel::{Refusal, Result, require};
use office::{Office, SystemCall};

pub fn correct(office: &Office, call: &mut SystemCall, input: CorrectCell) -> Result<ImportPreview> {
    session::changed(office, call, WhichImport { id: input.id }, |_, work| {
        let known = intake::fields(input.table).iter().any(|field| field.name == input.field);
        require(known, Refusal::new(NO_SUCH_COLUMN).with("field", &input.field))?;
        let view = work.validation.tables.view(input.table);
        let there = view.is_some_and(|view| view.rows.iter().any(|row| row.row == input.row));
        require(there, Refusal::new(NO_SUCH_ROW).with("row", input.row))?;
        match &input.text {
            Some(text) => work.draft.correct(input.table, input.row, &input.field, text),
            None => work.draft.uncorrect(input.table, input.row, &input.field),
        }
        Ok(())
    })
}
