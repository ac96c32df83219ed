//! A table with its rows judged.

use crate::answers::{Decision, Draft};
use crate::layout::{Found, Given, Layout, letters};
use crate::part::Part;
use crate::reading::{At, Decided, Reading};
use crate::style::{self, Usual};
use crate::validated::{Place, SkippedRow, Validated, Verdict, can_stand};
use crate::{TableKind, rows};
use kernel::Day;
use serde::{Deserialize, Serialize};
use sheets::{Sheet, Workbook};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Where a field was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnAt {
    pub header: String,
    /// The letters of the column; of a value spread over several of the first.
    pub column: String,
    /// The letters of all of them, in the order of the value's parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// Why it is taken for this field, and how sure that is.
    #[serde(flatten)]
    pub found: Option<Found>,
}

/// A column that is not imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOutColumn {
    pub column: String,
    /// Empty where the column has none.
    pub header: String,
}

/// A table's part on one sheet: the entry of the report for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TablePart {
    pub sheet: String,
    pub header_row: usize,
    pub header_rows: usize,
    pub columns: BTreeMap<String, ColumnAt>,
    /// Values that stand in no column, by field.
    pub given: BTreeMap<String, Given>,
    /// The columns of which each filled cell is a row of its own, by their letters: those that months, funds or tranches
    /// head.
    pub across: Vec<String>,
    /// Fields without which it cannot be read; then it has no rows.
    pub missing: Vec<String>,
    /// Columns that are not imported.
    pub left_out: Vec<LeftOutColumn>,
    /// Rows of data.
    pub rows: usize,
}

/// A table: all its parts, one sheet after the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table<T> {
    pub kind: TableKind,
    /// The name of the first sheet.
    pub name: String,
    /// Of the first sheet, as its columns and what is left out of it.
    pub header_row: usize,
    pub columns: BTreeMap<String, ColumnAt>,
    /// Fields without which a sheet cannot be read; then it has no rows.
    pub missing: Vec<String>,
    /// Columns of the first sheet that are not imported, by their letters.
    pub unmapped: Vec<String>,
    pub parts: Vec<TablePart>,
    pub counts: BTreeMap<Verdict, usize>,
    pub skipped: Vec<SkippedRow>,
    pub rows: Vec<Validated<T>>,
}

/// Rows read between two looks at whether to go on.
const STEP: usize = 256;

/// The parts of a table that stand in the workbook.
pub(crate) fn parts<'a>(book: &'a Workbook, draft: &'a Draft, kind: TableKind) -> Vec<Part<'a>> {
    let sheet = |layout: &Layout| book.sheets.iter().find(|sheet| sheet.name == layout.sheet);
    draft.parts(kind).filter_map(|layout| Some(Part::new(layout, sheet(layout)?))).collect()
}

impl<T> Table<T> {
    /// Reads the rows of one table, each for itself. `None` when no table of this kind was found.
    pub(crate) fn read(
        book: &Workbook,
        draft: &Draft,
        kind: TableKind,
        today: Day,
        go_on: &dyn Fn() -> bool,
        read: impl Fn(&mut Reading<'_>) -> Option<T>,
    ) -> Option<Self> {
        let parts = parts(book, draft, kind);
        let mut table = Self::empty(kind, &parts, draft)?;
        let (corrected, answers) = (draft.corrected_rows(kind), draft.decisions(kind));
        for (part, told) in parts.iter().zip(&mut table.parts) {
            if !told.missing.is_empty() || told.header_row == 0 {
                continue;
            }
            let (data, skipped) = rows::sorted(part);
            let usual = style::usual(part, &data);
            for rows in data.chunks(STEP).take_while(|_| go_on()) {
                table.rows.extend(rows.iter().map(|(row, across)| {
                    let at = At { part, row: *row, across: *across };
                    let corrections = if corrected.is_empty() { None } else { corrected.get(&at.place()).copied() };
                    let mut reading = Reading::new(at, Decided { answers: &answers, corrections }, &usual, today);
                    let values = read(&mut reading);
                    reading.finish(values)
                }));
            }
            told.rows = data.len();
            table.skipped.extend(skipped);
        }
        Some(table)
    }

    /// Reads again what a change of the draft touches, where each row is read for itself: rows that were corrected, and
    /// those whose values or reasons another row has a part in. `None` where the table stands elsewhere now, or an answer
    /// counts for many rows.
    pub(crate) fn read_again(
        mut self,
        book: &Workbook,
        (before, draft): (&Draft, &Draft),
        today: Day,
        read: impl Fn(&mut Reading<'_>) -> Option<T>,
    ) -> Option<Self> {
        let same =
            before.parts(self.kind).eq(draft.parts(self.kind)) && before.shared_answers().eq(draft.shared_answers());
        let parts = parts(book, draft, self.kind);
        if !same || parts.is_empty() {
            return None;
        }
        let places: HashMap<&str, usize> = parts.iter().enumerate().map(|(at, part)| (&*part.name, at)).collect();
        let usual: Vec<OnceCell<Usual>> = parts.iter().map(|_| OnceCell::new()).collect();
        let (old, new) = (before.corrected_rows(self.kind), draft.corrected_rows(self.kind));
        let answers = draft.decisions(self.kind);
        for row in &mut self.rows {
            let stands = matches!(row.verdict, Verdict::Clean | Verdict::Normalised);
            let place = if old.is_empty() && new.is_empty() { None } else { Some(row.place()) };
            let corrections = place.as_ref().and_then(|place| new.get(place).copied());
            if stands && corrections == place.as_ref().and_then(|place| old.get(place).copied()) {
                row.ask.clear();
                // What is seen across rows is seen anew.
                row.warnings.retain(|warning| warning != "namesakes_not_all");
                continue;
            }
            let at = *places.get(&*row.sheet)?;
            let part = &parts[at];
            let usual = usual[at].get_or_init(|| style::usual(part, &rows::sorted(part).0));
            let across = part.layout.across().find(|column| row.column.as_ref() == Some(&letters(*column)));
            let here = At { part, row: row.row - 1, across };
            let mut reading = Reading::new(here, Decided { answers: &answers, corrections }, usual, today);
            let values = read(&mut reading);
            *row = reading.finish(values);
        }
        Some(self)
    }

    fn empty(kind: TableKind, parts: &[Part<'_>], draft: &Draft) -> Option<Self> {
        // A sheet may hold two tables: a column that one of them takes is left out of none.
        let elsewhere = |part: &Part<'_>| -> BTreeSet<usize> {
            let others = draft.layouts.iter().filter(|other| other.kind != kind && other.sheet == part.layout.sheet);
            others.flat_map(Layout::used).collect()
        };
        let told: Vec<TablePart> = parts.iter().map(|part| told(part.layout, part.sheet, &elsewhere(part))).collect();
        let first = told.first()?.clone();
        let mut missing: Vec<String> = Vec::new();
        for field in told.iter().flat_map(|part| &part.missing) {
            if !missing.contains(field) {
                missing.push(field.clone());
            }
        }
        Some(Self {
            kind,
            name: first.sheet,
            header_row: first.header_row,
            columns: first.columns,
            missing,
            unmapped: first.left_out.into_iter().map(|left_out| left_out.column).collect(),
            parts: told,
            counts: BTreeMap::new(),
            skipped: Vec::new(),
            rows: Vec::new(),
        })
    }

    /// Applies the answers and settles the verdicts: an answered question is taken off the row.
    pub(crate) fn settle(&mut self, draft: &Draft) {
        let decisions = draft.decisions(self.kind);
        for row in &mut self.rows {
            let mut left_out = false;
            if !row.ask.is_empty() {
                let place = row.place();
                row.ask.retain(|ask| match decisions.on(&place, ask) {
                    // Which fund or receipt is meant was taken up where the question arises; still asking, it was no answer.
                    None | Some(Decision::Use(_)) => true,
                    Some(Decision::Import) => !can_stand(ask.kind()),
                    Some(Decision::LeaveOut) => {
                        left_out = true;
                        false
                    }
                });
            }
            row.settle(left_out);
        }
    }

    /// The counts, and the values only of rows that may go in.
    pub(crate) fn finish(&mut self) {
        self.counts.clear();
        for row in &mut self.rows {
            *self.counts.entry(row.verdict).or_default() += 1;
            if matches!(row.verdict, Verdict::Refused | Verdict::Skipped) {
                row.values = None;
            }
        }
    }

    /// Takes rows out of the data, because they are none: each with the reason.
    pub(crate) fn skip(&mut self, reason: &str, is_none: impl Fn(&Validated<T>) -> bool) {
        let (none, rows): (Vec<_>, Vec<_>) = std::mem::take(&mut self.rows).into_iter().partition(is_none);
        self.rows = rows;
        self.tell_skipped(reason, none);
    }

    /// Names rows that were taken out of the data, with the reason.
    pub(crate) fn tell_skipped(&mut self, reason: &str, rows: Vec<Validated<T>>) {
        let skipped = |row: Validated<T>| SkippedRow { sheet: row.sheet, row: row.row, reason: reason.to_owned() };
        self.skipped.extend(rows.into_iter().map(skipped));
        let order = self.order();
        self.skipped.sort_by_key(|skipped| (order.get(&skipped.sheet).copied(), skipped.row));
    }

    /// Puts rows back among the data, each in its place.
    pub(crate) fn put_back(&mut self, rows: Vec<Validated<T>>) {
        let order = self.order();
        self.rows.extend(rows);
        self.rows.sort_by_key(|row| (order.get(&row.sheet).copied(), row.row));
    }

    /// The sheets in their order.
    fn order(&self) -> HashMap<Arc<str>, usize> {
        self.parts.iter().enumerate().map(|(at, part)| (Arc::from(part.sheet.as_str()), at)).collect()
    }

    /// The row at a place.
    pub fn row_at(&self, place: &Place) -> Option<&Validated<T>> {
        self.rows.iter().find(|row| row.is_at(place))
    }

    /// The values of the rows to be saved, with their places.
    pub fn ready(&self) -> impl Iterator<Item = (Place, &T)> {
        self.rows.iter().filter(|row| row.is_ready()).filter_map(|row| Some((row.place(), row.values.as_ref()?)))
    }
}

/// What is told of a part; `elsewhere` are the columns of its sheet that another table takes.
fn told(layout: &Layout, sheet: &Sheet, elsewhere: &BTreeSet<usize>) -> TablePart {
    let headers = layout.headers(sheet);
    let head = |column: usize| headers.get(&column).map(crate::headers::Header::text).unwrap_or_default();
    let at = |(field, columns): (&String, &Vec<usize>)| {
        let first = columns.first().copied().unwrap_or_default();
        let several = columns.len() > 1;
        let header = match (several, headers.get(&first)) {
            (true, Some(header)) if !header.group.is_empty() => header.group.clone(),
            (true, _) => columns.iter().map(|column| head(*column)).collect::<Vec<_>>().join(" · "),
            (false, _) => head(first),
        };
        let parts = if several { columns.iter().map(|column| letters(*column)).collect() } else { Vec::new() };
        let found = layout.found.get(field).copied();
        (field.clone(), ColumnAt { header, column: letters(first), parts, found })
    };
    let left_out = |column: usize| LeftOutColumn { column: letters(column), header: head(column) };
    TablePart {
        sheet: sheet.name.clone(),
        header_row: layout.header_row,
        header_rows: layout.header_rows,
        columns: layout.columns.iter().map(at).collect(),
        given: layout.given.clone(),
        across: layout.across().map(letters).collect(),
        missing: layout.missing().into_iter().map(str::to_owned).collect(),
        left_out: layout
            .unmapped(sheet)
            .into_iter()
            .filter(|column| !elsewhere.contains(column))
            .map(left_out)
            .collect(),
        rows: 0,
    }
}
