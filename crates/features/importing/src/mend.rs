//! A cell is corrected in place, as if the file had said so.

use super::desk;
use super::model::{ImportPreview, MendCell, WhichImport};
use super::rules::{NO_SUCH_COLUMN, NO_SUCH_ROW};
use kernel::{Refusal, Result, require};
use office::{Door, Office};

pub fn mend(office: &Office, door: &mut Door, input: MendCell) -> Result<ImportPreview> {
    desk::changed(office, door, WhichImport { id: input.id }, |_, work| {
        let known = intake::fields(input.table).iter().any(|field| field.name == input.field);
        require(known, Refusal::new(NO_SUCH_COLUMN).with("field", &input.field))?;
        let view = work.judgement.tables.view(input.table);
        let there = view.is_some_and(|view| view.rows.iter().any(|row| row.row == input.row));
        require(there, Refusal::new(NO_SUCH_ROW).with("row", input.row))?;
        match &input.text {
            Some(text) => work.draft.mend(input.table, input.row, &input.field, text),
            None => work.draft.unmend(input.table, input.row, &input.field),
        }
        Ok(())
    })
}
