//! A table's part on one sheet: its cells by field, put together where a value is spread over columns.

use crate::headers::Header;
use crate::layout::{Layout, Month};
use crate::validated::Ask;
use crate::vocabulary::{Holds, contains_words, fields, mentions, words};
use kernel::arabic::{fold, tidy_line};
use sheets::{Cell, Sheet};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One sheet of a table.
#[derive(Clone)]
pub struct Part<'a> {
    pub layout: &'a Layout,
    pub sheet: &'a Sheet,
    /// The name of the sheet, shared by its rows.
    pub name: Arc<str>,
    /// What heads its columns.
    pub headers: BTreeMap<usize, Header>,
    /// What each of its rows asks: whether a doubtful column is what it is taken for.
    pub doubts: Vec<Ask>,
    /// Fields whose days stand with the month first.
    pub month_first: BTreeSet<String>,
    /// A line above the table that names the unit of its sums: «المبالغ بآلاف الريالات».
    unit_above: Option<String>,
}

/// So many cells of a column tell how its days are written.
const TELLING: usize = 2_000;

impl<'a> Part<'a> {
    pub fn new(layout: &'a Layout, sheet: &'a Sheet) -> Self {
        let headers = layout.headers(sheet);
        let doubt = |field: &str| Ask::ColumnMeaning {
            field: field.to_owned(),
            header: layout.headers_of(sheet, field).join(" "),
        };
        let doubts = layout.doubtful().map(doubt).collect();
        let month_first = |(field, columns): &(&String, &Vec<usize>)| {
            let holds_days = fields(layout.kind).iter().any(|known| known.name == **field && known.holds == Holds::Day);
            let [column] = columns[..] else { return false };
            let rows = layout.header_row..sheet.rows.len().min(layout.header_row + TELLING);
            holds_days && crate::money::is_month_first(rows.map(|row| sheet.cell(row, column)))
        };
        let month_first = layout.columns.iter().filter(month_first).map(|(field, _)| field.clone()).collect();
        let unit_above = unit_above(sheet, layout);
        Self { layout, sheet, name: Arc::from(sheet.name.as_str()), headers, doubts, month_first, unit_above }
    }

    /// What names a unit of money other than the riyal for a field: the header of its column, or a line above the table.
    pub fn money_unit(&self, field: &str, across: Option<usize>) -> Option<String> {
        let own = self.layout.columns.get(field).and_then(|columns| columns.first()).copied();
        let header = own.or(across).and_then(|column| self.headers.get(&column)).map(Header::text);
        let named = header.filter(|header| unit_said(header).is_some());
        named.map(|header| tidy_line(&header)).or_else(|| self.unit_above.clone())
    }

    /// The month of a column, where months stand across.
    pub fn month(&self, column: usize) -> Option<Month> {
        self.layout.months.get(&column).copied()
    }

    /// The cell of a field in a row (from 0); nothing where the sheet has no column for it. `across` is the column whose
    /// sum makes the row.
    pub fn cell(&self, row: usize, field: &str, across: Option<usize>) -> Option<Cow<'a, Cell>> {
        if let Some(cell) = across.and_then(|column| self.cell_across(row, field, column)) {
            return Some(cell);
        }
        match self.layout.columns.get(field)?.as_slice() {
            [column] => Some(Cow::Borrowed(self.sheet.cell(row, *column))),
            columns => Some(Cow::Owned(self.put_together(row, field, columns))),
        }
    }

    /// What a column that makes rows of its own, or those that belong to it, tell of a field.
    fn cell_across(&self, row: usize, field: &str, column: usize) -> Option<Cow<'a, Cell>> {
        let text = |text: &str| Some(Cow::Owned(Cell::Text(text.into())));
        if field == "amount" {
            return Some(Cow::Borrowed(self.sheet.cell(row, column)));
        }
        if let Some(fund) = self.layout.funds.get(&column) {
            return match field {
                "fund" => text(&fund.name),
                "nature" => text(fund.side.as_deref()?),
                _ => None,
            };
        }
        let tranche = self.layout.tranches.get(&column)?;
        match (field, tranche.columns.get(field)) {
            (_, Some(own)) => Some(Cow::Borrowed(self.sheet.cell(row, *own))),
            ("no", None) => text(&tranche.no),
            _ => None,
        }
    }

    fn put_together(&self, row: usize, field: &str, columns: &[usize]) -> Cell {
        let holds = fields(self.layout.kind).iter().find(|known| known.name == field).map(|known| known.holds);
        let text = match holds {
            Some(Holds::Day) => day_of(self.sheet, row, columns),
            _ => joined(self.sheet, row, columns),
        };
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
    }

    /// Whether a field's cell got its value from a cell merged over several rows.
    pub fn is_merged_into(&self, row: usize, field: &str) -> bool {
        let columns = self.layout.columns.get(field).into_iter().flatten();
        columns.into_iter().any(|column| self.sheet.merged_into.contains(&(row, *column)))
    }
}

/// The unit of money other than the riyal that a text speaks of: `thousands` or `halalas`.
pub fn unit_said(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    words("money_unit").find(|(_, word)| contains_words(&folded, word)).map(|(unit, _)| unit)
}

/// The line above the header that names a unit of money, and speaks of sums.
fn unit_above(sheet: &Sheet, layout: &Layout) -> Option<String> {
    let above = layout.header_row.saturating_sub(layout.header_rows);
    let texts = sheet.rows.iter().take(above).flatten().filter(|cell| !cell.is_blank()).map(|cell| cell.text());
    let names_one = |text: &str| {
        let folded = fold(text);
        unit_said(text).is_some() && (mentions("sums", &folded) || mentions("currency", &folded))
    };
    texts.map(|text| tidy_line(&text)).find(|text| names_one(text))
}

/// What stands in several cells of a row, with a space between.
pub fn joined(sheet: &Sheet, row: usize, columns: &[usize]) -> String {
    let cells = columns.iter().map(|column| sheet.cell(row, *column)).filter(|cell| !cell.is_blank());
    cells.map(|cell| cell.text().into_owned()).collect::<Vec<_>>().join(" ")
}

/// Day, month and year of three cells as a date is typed. Where one is missing, or a whole date stands in one of them, what
/// stands there is left as it is.
fn day_of(sheet: &Sheet, row: usize, columns: &[usize]) -> String {
    let cells: Vec<&Cell> = columns.iter().map(|column| sheet.cell(row, *column)).collect();
    let texts: Vec<String> = cells.iter().map(|cell| cell.text().trim().to_owned()).collect();
    let numbers = texts.iter().all(|text| !text.is_empty() && text.chars().all(char::is_numeric));
    if numbers { texts.join("/") } else { joined(sheet, row, columns) }
}
