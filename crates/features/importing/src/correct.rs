//! A cell is corrected in place, as if the file had said so; and, asked to, every cell that says the same.

use super::model::{CorrectCell, ImportPreview, WhichImport};
use super::rules::{NO_SUCH_COLUMN, NO_SUCH_ROW};
use super::session;
use intake::{Place, RowView};
use kernel::{Refusal, Result, require};
use office::{Office, SystemCall};

pub fn correct(office: &Office, call: &mut SystemCall, input: CorrectCell) -> Result<ImportPreview> {
    session::changed(office, call, WhichImport { id: input.id }, |_, work| {
        let known = intake::fields(input.table).iter().any(|field| field.name == input.field);
        require(known, Refusal::new(NO_SUCH_COLUMN).with("field", &input.field))?;
        let view = work.validation.tables.view(input.table);
        let place = work.draft.place(input.table, input.sheet.as_deref(), input.row, input.column.as_deref());
        let row = view.as_ref().and_then(|view| view.row_at(&place));
        require(row.is_some(), Refusal::new(NO_SUCH_ROW).with("row", input.row))?;
        let raw = |row: &RowView<'_>| row.cells.get(&input.field).map(|cell| cell.raw.clone());
        let said = row.and_then(raw).filter(|_| input.alike);
        let alike = view.iter().flat_map(|view| &view.rows).filter(|row| said.is_some() && raw(row) == said);
        let mut places: Vec<Place> = alike.map(|row| row.place.clone()).collect();
        if places.is_empty() {
            places.push(place);
        }
        for place in &places {
            match &input.text {
                Some(text) => work.draft.correct(input.table, place, &input.field, text),
                None => work.draft.uncorrect(input.table, place, &input.field),
            }
        }
        Ok(())
    })
}
