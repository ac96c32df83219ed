//! A person says where a table stands: its sheets, their header rows, which column is which, and what stands in none.

use super::model::{ChosenColumns, ImportPreview, LayOutTable, WhichImport};
use super::rules::{COLUMN_TWICE, NO_SUCH_COLUMN, NO_SUCH_ROW, NO_SUCH_SHEET};
use super::session::{self, ImportSession, Work};
use intake::{Found, Given, Layout, TableKind, Why, at_row, in_sheet};
use kernel::{Refusal, Result, require};
use office::{Office, SystemCall};
use sheets::Sheet;
use std::collections::{BTreeMap, BTreeSet};

pub fn lay_out(office: &Office, call: &mut SystemCall, input: LayOutTable) -> Result<ImportPreview> {
    session::changed(office, call, WhichImport { id: input.id }, |import, work| {
        require(import.subject.tables().contains(&input.table), NO_SUCH_SHEET)?;
        let layout = input.sheet.as_deref().map(|name| layout(import, name, &input)).transpose()?;
        // What was corrected and answered belongs to the rows of before, wherever they stood.
        let gone = |known: &Layout| match &layout {
            None => known.kind == input.table,
            // A sheet may hold two tables: loans with their tranches beside them.
            Some(new) => {
                let here = known.sheet == new.sheet || input.instead_of.as_deref() == Some(&*known.sheet);
                known.kind == new.kind && here
            }
        };
        let stays = |known: &Layout| {
            layout.as_ref().is_some_and(|new| {
                (known.kind, &known.sheet, known.header_row) == (new.kind, &new.sheet, new.header_row)
            })
        };
        let moved: Vec<(TableKind, String)> = work
            .draft
            .layouts
            .iter()
            .filter(|known| gone(known) && !stays(known))
            .map(|known| (known.kind, known.sheet.clone()))
            .collect();
        forget_rows(work, &moved);
        work.draft.layouts.retain(|known| !gone(known));
        work.draft.layouts.extend(layout.filter(|_| !input.leave_out));
        in_order(import, work);
        work.map = None;
        Ok(())
    })
}

/// By kind, and within a table in the order of the file.
pub fn in_order(import: &ImportSession, work: &mut Work) {
    let place = |layout: &Layout| import.book.sheets.iter().position(|sheet| sheet.name == layout.sheet);
    work.draft.layouts.sort_by_key(|layout| (layout.kind, place(layout)));
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
        let by_hand = Found { why: Why::ByHand, sure: 100 };
        let before = std::mem::take(&mut layout.columns);
        layout.columns = columns.iter().map(|(field, chosen)| (field.clone(), chosen.columns().to_vec())).collect();
        // What stays as it was found keeps how it was found; but what a person leaves standing is sure.
        layout.found.retain(|field, found| layout.columns.get(field) == before.get(field) && found.is_sure());
        for field in layout.columns.keys() {
            layout.found.entry(field.clone()).or_insert(by_hand);
        }
        layout.given.retain(|field, _| !layout.columns.contains_key(field) || is_a_year(field));
        let chosen: BTreeSet<usize> = layout.columns.values().flatten().copied().collect();
        layout.months.retain(|column, _| !chosen.contains(column));
        layout.funds.retain(|column, _| !chosen.contains(column));
        layout
            .tranches
            .retain(|column, one| !chosen.contains(column) && one.columns.values().all(|own| !chosen.contains(own)));
        layout.tell_members(sheet);
    }
    for (field, value) in input.given.iter().flatten() {
        let known = intake::fields(input.table).iter().any(|known| known.name == field);
        require(known, Refusal::new(NO_SUCH_COLUMN).with("field", field))?;
        if value.trim().is_empty() {
            layout.given.remove(field);
        } else {
            layout.given.insert(field.clone(), Given::by_hand(value));
        }
    }
    Ok(layout)
}

/// Of a day whose column lacks the year the given value is that year.
fn is_a_year(field: &str) -> bool {
    matches!(field, "date" | "disbursed_on" | "first_due" | "birth_date" | "id_expiry")
}

fn check(sheet: &Sheet, table: TableKind, columns: &BTreeMap<String, ChosenColumns>) -> Result<()> {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut used = BTreeSet::new();
    for (field, chosen) in columns {
        let known = intake::fields(table).iter().any(|known| known.name == field);
        let there = !chosen.columns().is_empty() && chosen.columns().iter().all(|column| *column < width);
        require(known && there, Refusal::new(NO_SUCH_COLUMN).with("field", field))?;
        for column in chosen.columns() {
            require(used.insert(*column), Refusal::new(COLUMN_TWICE).with("column", intake::letters(*column)))?;
        }
    }
    Ok(())
}

fn forget_rows(work: &mut Work, moved: &[(TableKind, String)]) {
    let is_moved = |table: TableKind, sheet: &str| moved.iter().any(|(kind, name)| *kind == table && name == sheet);
    work.draft.corrections.retain(|correction| !is_moved(correction.table, &correction.place.sheet));
    let of_row = |answer: &intake::Answer| answer.row.as_ref().is_some_and(|row| is_moved(answer.table, &row.sheet));
    work.draft.answers.retain(|answer| !of_row(answer));
}
