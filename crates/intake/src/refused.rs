//! The rows that stay out, as tables to be mended and imported again.

use crate::TableKind;
use crate::answers::Draft;
use crate::book::{Validation, each_table};
use crate::validated::{Ask, Place, Reason, Validated, Verdict};
use kernel::Result;
use sheets::{Cell, Column, ColumnKind, Value, Workbook};
use std::collections::BTreeMap;

/// How what keeps a row out is said.
pub struct Wording<'a> {
    pub reason: &'a dyn Fn(&Reason) -> String,
    pub question: &'a dyn Fn(&Ask) -> String,
}

/// The rows of a table that stay out, refused ones and those whose question nobody has answered: for each sheet a table of
/// its own, every column as it stood, and the reasons and questions in a last column, to be mended and imported again.
/// `title` names the table, `reasons_title` heads the column.
///
/// # Errors
/// None today; the tables it makes are smaller than the file they come from.
pub fn refused_rows(
    book: &Workbook,
    draft: &Draft,
    validation: &Validation,
    kind: TableKind,
    title: &str,
    reasons_title: &str,
    words: &Wording<'_>,
) -> Result<Vec<sheets::Table>> {
    // A row with months across stays out for each of its cells.
    let mut refused: BTreeMap<(&str, usize), Vec<String>> = BTreeMap::new();
    each_table!(&validation.tables, table => {
        if table.kind == kind {
            for row in table.rows.iter().filter(|row| matches!(row.verdict, Verdict::Refused | Verdict::Ask)) {
                let told = told(row, words);
                let told = row.column.as_ref().map_or_else(|| told.clone(), |column| format!("{column}: {told}"));
                refused.entry((&row.sheet, row.row)).or_default().push(told);
            }
        }
    });
    let parts = crate::table::parts(book, draft, kind);
    let several = parts.len() > 1;
    let mut tables = Vec::new();
    for part in &parts {
        let (sheet, layout) = (part.sheet, part.layout);
        let column = |title: String| Column { title, kind: ColumnKind::Text };
        let headers = layout.headers(sheet);
        let width = headers.keys().max().map_or(0, |last| last + 1);
        let head = |at: usize| headers.get(&at).map(crate::headers::Header::text).unwrap_or_default();
        let mut columns: Vec<Column> = (0..width).map(|at| column(head(at))).collect();
        columns.push(column(reasons_title.to_owned()));
        let here = refused.range((&*part.name, 0)..=(&*part.name, usize::MAX));
        let rows: Vec<Vec<Value>> = here
            .map(|((_, number), reasons)| {
                let corrected = draft.cells_of(kind, &Place::row(&part.name, *number));
                let cell = |at: usize| {
                    let field = layout.columns.iter().find(|(_, columns)| columns[..] == [at]).map(|(field, _)| field);
                    match field.and_then(|field| corrected?.get(field)) {
                        Some(typed) => Value::Text(typed.clone()),
                        None => value(sheet.cell(number - 1, at)),
                    }
                };
                (0..width).map(cell).chain([Value::Text(reasons.join(" — "))]).collect()
            })
            .collect();
        let title = if several { part.name.to_string() } else { title.to_owned() };
        tables.push(sheets::Table { title, columns, rows });
    }
    tables.retain(|table| !table.rows.is_empty());
    Ok(tables)
}

fn told<T>(row: &Validated<T>, words: &Wording<'_>) -> String {
    let reasons = row.reasons.iter().map(words.reason);
    let questions = row.ask.iter().filter(|_| row.verdict == Verdict::Ask).map(words.question);
    reasons.chain(questions).collect::<Vec<_>>().join(" — ")
}

/// A cell as it stood: numbers and days stay what they are, so that the mended file is read the same way.
fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Empty,
        Cell::Day(day) => Value::Day(*day),
        Cell::Number(decimal) => decimal.parse().map_or_else(|_| Value::Text(decimal.to_string()), Value::Whole),
        other => Value::Text(other.text().into_owned()),
    }
}
