//! Reading one row: each cell once, with a note of what it becomes or why it cannot be read.

mod asked;
mod values;

use crate::answers::Decisions;
use crate::layout::letters;
use crate::part::Part;
use crate::style::Usual;
use crate::validated::{Ask, CellState, CellView, Changed, Place, Reason, Validated, Verdict};
use kernel::Day;
use kernel::arabic::tidy_line;
use sheets::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// A value, how it is shown in the preview, and how it was mended where it was.
struct Read<V> {
    value: V,
    shown: String,
    how: Option<&'static str>,
}

/// Where a row is read: its sheet, its number, and the column whose sum makes it where months stand across.
#[derive(Clone, Copy)]
pub struct At<'a> {
    pub part: &'a Part<'a>,
    /// Counted from 0.
    pub row: usize,
    pub across: Option<usize>,
}

impl At<'_> {
    pub fn place(&self) -> Place {
        Place { sheet: self.part.name.clone(), row: self.row + 1, column: self.across.map(letters) }
    }
}

/// What a person decided about the table a row belongs to.
#[derive(Clone, Copy)]
pub struct Decided<'a> {
    pub answers: &'a Decisions<'a>,
    pub corrections: Option<&'a BTreeMap<String, String>>,
}

pub struct Reading<'a> {
    at: At<'a>,
    decided: Decided<'a>,
    usual: &'a Usual,
    pub today: Day,
    out: Validated<()>,
    /// Fields that wait for an answer: they are not missing.
    waiting: BTreeSet<String>,
}

impl<'a> Reading<'a> {
    pub fn new(at: At<'a>, decided: Decided<'a>, usual: &'a Usual, today: Day) -> Self {
        let Place { sheet, row, column } = at.place();
        let out = Validated {
            sheet,
            row,
            column,
            verdict: Verdict::Clean,
            values: None,
            changed: Vec::new(),
            reasons: Vec::new(),
            ask: Vec::new(),
            warnings: Vec::new(),
            cells: BTreeMap::new(),
        };
        let mut reading = Self { at, decided, usual, today, out, waiting: BTreeSet::new() };
        reading.ask_about_columns();
        reading
    }

    /// A column that is only perhaps what it is taken for is asked about before any of its values is believed.
    fn ask_about_columns(&mut self) {
        self.out.ask.extend(self.at.part.doubts.iter().cloned());
    }

    pub fn finish<T>(self, values: Option<T>) -> Validated<T> {
        let Validated { sheet, row, column, verdict, changed, reasons, ask, warnings, cells, .. } = self.out;
        Validated { sheet, row, column, verdict, values, changed, reasons, ask, warnings, cells }
    }

    pub fn warn(&mut self, warning: &str) {
        self.out.warn(warning);
    }

    pub fn refuse(&mut self, field: &str, reason: &str) {
        self.out.refuse(field, reason);
    }

    /// Refuses the row when a needed field has no value and nothing was said about it yet.
    pub fn need<V>(&mut self, field: &str, value: &Option<V>, missing: &str) {
        if value.is_none()
            && !self.waiting.contains(field)
            && !self.out.reasons.iter().any(|reason| reason.field == field)
        {
            self.out.refuse(field, missing);
        }
    }

    /// Says that a field becomes something else because of what another table holds.
    pub fn correct(&mut self, field: &str, to: &str, how: &str) {
        self.out.correct(field, to, how);
    }

    pub fn refuse_with(&mut self, field: &str, reason: &str, detail: &str) {
        self.out.refuse_with(field, reason, Some(detail));
    }

    pub fn ask(&mut self, ask: Ask) {
        self.out.ask.push(ask);
    }

    /// How many questions the row asks so far.
    pub fn asks(&self) -> usize {
        self.out.ask.len()
    }

    /// Whether something was refused of a field.
    pub fn is_refused_at(&self, field: &str) -> bool {
        self.out.reasons.iter().any(|reason| reason.field == field)
    }

    /// The month whose sum makes the row.
    pub fn month(&self) -> Option<crate::layout::Month> {
        self.at.part.month(self.at.across?)
    }

    /// Shows a cell that waits for an answer as it stands.
    fn show(&mut self, field: &str, cell: &Cell) {
        let view = CellView { raw: cell.text().into_owned(), value: String::new(), state: CellState::Ready };
        self.out.cells.insert(field.to_owned(), view);
    }

    /// Puts a day that follows from the head of a column into the preview.
    pub fn tell_day(&mut self, field: &str, head: &str, day: Option<Day>) {
        self.tell(field, head, &day.map(|day| day.to_string()).unwrap_or_default());
    }

    /// Puts into the preview what follows from another cell.
    pub fn tell(&mut self, field: &str, from: &str, value: &str) {
        let view = CellView { raw: from.to_owned(), value: value.to_owned(), state: CellState::Ready };
        self.out.cells.insert(field.to_owned(), view);
    }

    /// Whether the sheet has a column for a field, or a person typed one.
    pub fn has(&self, field: &str) -> bool {
        let across = self.at.across.is_some_and(|column| self.at.part.cell(self.at.row, field, Some(column)).is_some());
        across || self.at.part.layout.columns.contains_key(field) || self.is_corrected(field)
    }

    /// A day typed by hand in place of one that follows from elsewhere.
    pub fn is_corrected(&self, field: &str) -> bool {
        self.decided.corrections.is_some_and(|corrections| corrections.contains_key(field))
    }

    /// What heads the column whose sum makes the row.
    pub fn column_head(&self) -> String {
        self.at
            .across
            .and_then(|column| self.at.part.headers.get(&column))
            .map(|header| tidy_line(&header.text()))
            .unwrap_or_default()
    }

    /// What stands in each column of a field, in their order; blank ones left out.
    pub fn several(&self, field: &str) -> Vec<(usize, String)> {
        let columns = self.at.part.layout.columns.get(field).into_iter().flatten();
        let cells = columns.map(|column| (*column, self.at.part.sheet.cell(self.at.row, *column)));
        cells.filter(|(_, cell)| !cell.is_blank()).map(|(column, cell)| (column, tidy_line(&cell.text()))).collect()
    }

    /// What heads a column.
    pub fn header(&self, column: usize) -> String {
        self.at.part.headers.get(&column).map(crate::headers::Header::text).unwrap_or_default()
    }

    /// Notes what a field with several columns becomes.
    pub fn tell_several(&mut self, field: &str, said: &[String]) {
        if !said.is_empty() {
            let text = said.join("، ");
            let view = CellView { raw: text.clone(), value: text, state: CellState::Ready };
            self.out.cells.insert(field.to_owned(), view);
        }
    }

    /// The text of a field as it stands, corrected by hand or not.
    pub fn raw(&mut self, field: &str) -> String {
        self.cell(field).map(|cell| cell.text().into_owned()).unwrap_or_default()
    }

    /// The cell of a field; `None` when the table has no such column and none was typed.
    fn cell(&mut self, field: &str) -> Option<Cell> {
        if let Some(typed) = self.decided.corrections.and_then(|corrections| corrections.get(field)) {
            return Some(if typed.is_empty() { Cell::Empty } else { Cell::Text(typed.as_str().into()) });
        }
        match self.at.part.cell(self.at.row, field, self.at.across) {
            Some(cell) => Some(cell.into_owned()),
            None => self.given(field).map(|value| Cell::Text(value.into())),
        }
    }

    fn take<V>(&mut self, field: &str, read: impl FnOnce(&Cell) -> Result<Option<Read<V>>, &'static str>) -> Option<V> {
        let cell = self.cell(field)?;
        let by_hand = self.is_corrected(field);
        let raw = cell.text().into_owned();
        let (value, shown, how, state) = match &cell {
            Cell::Error(_) => Err("cell_error"),
            // A letter that could not be read is no letter of anybody's name.
            Cell::Text(text) if text.contains(char::REPLACEMENT_CHARACTER) => Err("letters_broken"),
            cell if cell.is_blank() => Ok(None),
            cell => read(cell),
        }
        .map_or_else(
            |reason| {
                let reason =
                    Reason { field: field.to_owned(), reason: reason.to_owned(), raw: raw.clone(), detail: None };
                self.out.reasons.push(reason);
                (None, String::new(), None, CellState::Refused)
            },
            |read| match read {
                Some(Read { value, shown, how }) => (Some(value), shown, how, CellState::Ready),
                None => (None, String::new(), (!cell.is_blank()).then_some("nothing"), CellState::Ready),
            },
        );
        let merged = value.is_some() && self.at.part.is_merged_into(self.at.row, field);
        let how = match (by_hand, merged) {
            (true, _) => Some("by_hand"),
            (false, true) => Some("merged_cell"),
            (false, false) => how,
        };
        let from = if by_hand { self.in_file(field) } else { raw.clone() };
        let state = match how {
            Some(how) if state == CellState::Ready => {
                let changed = Changed { field: field.to_owned(), from, to: shown.clone(), how: how.to_owned() };
                self.out.changed.push(changed);
                CellState::Mended
            }
            _ => state,
        };
        self.out.cells.insert(field.to_owned(), CellView { raw, value: shown, state });
        value
    }

    fn in_file(&self, field: &str) -> String {
        let cell = self.at.part.cell(self.at.row, field, self.at.across);
        cell.map(|cell| cell.text().into_owned()).unwrap_or_default()
    }
}
