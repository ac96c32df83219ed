//! A person says where a table stands: its sheet, its header row, and which column is which.

use super::model::{ImportPreview, LayOutTable, WhichImport};
use super::rules::{COLUMN_TWICE, NO_SUCH_COLUMN, NO_SUCH_ROW, NO_SUCH_SHEET};
use super::session::{self, ImportSession, Work};
use intake::{Layout, TableKind, at_row, in_sheet};
use kernel::{Refusal, Result, require};
use office::{Office, SystemCall};
use sheets::Sheet;
use std::collections::{BTreeMap, BTreeSet};

pub fn lay_out(office: &Office, call: &mut SystemCall, input: LayOutTable) -> Result<ImportPreview> {
    session::changed(office, call, WhichImport { id: input.id }, |import, work| {
        require(import.subject.tables().contains(&input.table), NO_SUCH_SHEET)?;
        let layout = input.sheet.as_deref().map(|name| layout(import, name, &input)).transpose()?;
        // What was corrected and answered belongs to the rows of before, wherever they stood.
        forget_rows(work, input.table, layout.as_ref());
        work.draft.layouts.retain(|known| known.kind != input.table);
        work.draft.layouts.extend(layout);
        work.draft.layouts.sort_by_key(|layout| layout.kind);
        work.map = None;
        Ok(())
    })
}

fn layout(import: &ImportSession, name: &str, input: &LayOutTable) -> Result<Layout> {
    let sheet = import.book.sheets.iter().find(|sheet| sheet.name == name).ok_or(NO_SUCH_SHEET)?;
    let mut layout = match input.header_row {
        Some(row) => {
            require((1..=sheet.rows.len()).contains(&row), Refusal::new(NO_SUCH_ROW).with("row", row))?;
            at_row(sheet, input.table, row)
        }
        None => in_sheet(sheet, input.table).unwrap_or_else(|| at_row(sheet, input.table, 1)),
    };
    if let Some(columns) = &input.columns {
        check(sheet, input.table, columns)?;
        layout.columns.clone_from(columns);
    }
    Ok(layout)
}

fn check(sheet: &Sheet, table: TableKind, columns: &BTreeMap<String, usize>) -> Result<()> {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut used = BTreeSet::new();
    for (field, column) in columns {
        let known = intake::fields(table).iter().any(|known| known.name == field);
        require(known && *column < width, Refusal::new(NO_SUCH_COLUMN).with("field", field))?;
        require(used.insert(*column), Refusal::new(COLUMN_TWICE).with("column", intake::letters(*column)))?;
    }
    Ok(())
}

fn forget_rows(work: &mut Work, table: TableKind, layout: Option<&Layout>) {
    let stays = work.draft.layouts.iter().any(|known| {
        known.kind == table && layout.is_some_and(|new| new.sheet == known.sheet && new.header_row == known.header_row)
    });
    if !stays {
        work.draft.corrections.retain(|correction| correction.table != table);
        work.draft.answers.retain(|answer| answer.table != table || answer.row.is_none());
    }
}
