//! Writes a list as a spreadsheet: text as text, never as a formula.

use super::{ExportTable, File, TOO_LARGE, TableCell, TableFormat, TableKind, UNEVEN};
use crate::context::Read;
use base64::Engine;
use kernel::{Day, Money, Refusal, Result, require};
use serde_json::json;
use sheets::{Column, ColumnKind, Table, Value};

/// Rows; a sheet holds about a million.
const MOST_ROWS: usize = 500_000;

pub fn export(cx: &Read<'_>, input: ExportTable) -> Result<File> {
    require(input.rows.len() <= MOST_ROWS, Refusal::new(TOO_LARGE).with("most", MOST_ROWS))?;
    require(input.rows.iter().all(|row| row.len() == input.columns.len()), UNEVEN)?;
    let kinds: Vec<TableKind> = input.columns.iter().map(|column| column.kind).collect();
    let rows = input.rows.len();
    let table = Table {
        title: kernel::arabic::tidy_line(&input.title),
        columns: input.columns.into_iter().map(column).collect(),
        rows: input
            .rows
            .into_iter()
            .map(|row| row.into_iter().zip(&kinds).map(|(cell, kind)| value(cell, *kind)).collect::<Result<Vec<_>>>())
            .collect::<Result<Vec<_>>>()?,
    };
    let (bytes, ending, mime) = match input.format {
        TableFormat::Xlsx => {
            (sheets::write_xlsx(&table)?, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
        TableFormat::Csv => (sheets::write_csv(&table), "csv", "text/csv"),
    };
    cx.saw("table", &table.title, &table.title, json!({ "rows": rows, "format": ending }));
    Ok(File {
        name: format!("{}.{ending}", table.title),
        mime: mime.to_owned(),
        base64: base64::engine::general_purpose::STANDARD.encode(bytes),
    })
}

fn column(column: super::TableColumn) -> Column {
    let kind = match column.kind {
        TableKind::Text => ColumnKind::Text,
        TableKind::Number => ColumnKind::Whole,
        TableKind::Money => ColumnKind::Money,
        TableKind::Day => ColumnKind::Day,
    };
    Column { title: kernel::arabic::tidy_line(&column.title), kind }
}

fn value(cell: TableCell, kind: TableKind) -> Result<Value> {
    Ok(match (cell, kind) {
        (TableCell::Empty(_), _) => Value::Empty,
        (TableCell::Number(halalas), TableKind::Money) => Value::Money(Money::from_halalas(halalas)?),
        (TableCell::Number(number), _) => Value::Whole(number),
        (TableCell::Text(text), TableKind::Day) => match text.parse::<Day>() {
            Ok(day) => Value::Day(day),
            Err(_) => Value::Text(text),
        },
        (TableCell::Text(text), _) => Value::Text(text),
    })
}
