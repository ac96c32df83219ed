//! A table with its rows judged.

use crate::answers::{Decision, Draft};
use crate::layout::{Layout, letters};
use crate::reading::Reading;
use crate::style;
use crate::validated::{SkippedRow, Validated, Verdict, can_stand};
use crate::{TableKind, rows};
use kernel::Day;
use serde::{Deserialize, Serialize};
use sheets::Workbook;
use std::cell::LazyCell;
use std::collections::BTreeMap;

/// Where a field was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnAt {
    pub header: String,
    /// The letters of the column.
    pub column: String,
}

/// One sheet's table: the entry of the report for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table<T> {
    pub kind: TableKind,
    /// The name of the sheet.
    pub name: String,
    pub header_row: usize,
    pub columns: BTreeMap<String, ColumnAt>,
    /// Fields without which the table cannot be read; then it has no rows.
    pub missing: Vec<String>,
    /// Columns that are not imported, by their letters.
    pub unmapped: Vec<String>,
    pub counts: BTreeMap<Verdict, usize>,
    pub skipped: Vec<SkippedRow>,
    pub rows: Vec<Validated<T>>,
}

/// Rows read between two looks at whether to go on.
const STEP: usize = 256;

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
        let layout = draft.layouts.iter().find(|layout| layout.kind == kind)?;
        let sheet = book.sheets.iter().find(|sheet| sheet.name == layout.sheet)?;
        let missing: Vec<String> = layout.missing().into_iter().map(str::to_owned).collect();
        let mut table = Self::empty(layout, sheet);
        if missing.is_empty() && layout.header_row > 0 {
            let (data, skipped) = rows::sorted(sheet, layout);
            let usual = style::usual(sheet, layout, &data);
            let corrected = draft.corrected_rows(kind);
            for rows in data.chunks(STEP).take_while(|_| go_on()) {
                table.rows.extend(rows.iter().map(|row| {
                    let corrections = corrected.get(&(row + 1)).copied();
                    let mut reading = Reading::new(sheet, layout, *row, corrections, &usual, today);
                    let values = read(&mut reading);
                    reading.finish(values)
                }));
            }
            table.skipped = skipped;
        }
        table.missing = missing;
        Some(table)
    }

    /// Reads again what a change of the draft touches, where each row is read for itself: rows that were corrected, and
    /// those whose values or reasons another row has a part in. `None` where the table stands elsewhere now.
    pub(crate) fn read_again(
        mut self,
        book: &Workbook,
        (before, draft): (&Draft, &Draft),
        today: Day,
        read: impl Fn(&mut Reading<'_>) -> Option<T>,
    ) -> Option<Self> {
        let layout_of = |draft: &'_ Draft| draft.layouts.iter().find(|layout| layout.kind == self.kind).cloned();
        let layout = layout_of(draft).filter(|layout| layout_of(before).as_ref() == Some(layout))?;
        let sheet = book.sheets.iter().find(|sheet| sheet.name == layout.sheet)?;
        let (old, new) = (before.corrected_rows(self.kind), draft.corrected_rows(self.kind));
        let data: Vec<usize> = self.rows.iter().map(|row| row.row - 1).collect();
        let usual = LazyCell::new(|| style::usual(sheet, &layout, &data));
        for row in &mut self.rows {
            let stands = matches!(row.verdict, Verdict::Clean | Verdict::Normalised | Verdict::Ask);
            let corrections = new.get(&row.row).copied();
            if stands && corrections == old.get(&row.row).copied() {
                row.ask.clear();
                continue;
            }
            let mut reading = Reading::new(sheet, &layout, row.row - 1, corrections, &usual, today);
            let values = read(&mut reading);
            *row = reading.finish(values);
        }
        Some(self)
    }

    fn empty(layout: &Layout, sheet: &sheets::Sheet) -> Self {
        let at = |(field, column): (&String, &usize)| {
            let header = layout.header(sheet, field).into_owned();
            (field.clone(), ColumnAt { header, column: letters(*column) })
        };
        Self {
            kind: layout.kind,
            name: sheet.name.clone(),
            header_row: layout.header_row,
            columns: layout.columns.iter().map(at).collect(),
            missing: Vec::new(),
            unmapped: layout.unmapped(sheet),
            counts: BTreeMap::new(),
            skipped: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Applies the answers and settles the verdicts: an answered question is taken off the row.
    pub(crate) fn settle(&mut self, draft: &Draft) {
        let decisions = draft.decisions(self.kind);
        for row in &mut self.rows {
            let mut left_out = false;
            let number = row.row;
            row.ask.retain(|ask| match decisions.on(number, ask) {
                // Which fund or receipt is meant was taken up where the question arises; still asking, it was no answer.
                None | Some(Decision::Use(_)) => true,
                Some(Decision::Import) => !can_stand(ask.kind()),
                Some(Decision::LeaveOut) => {
                    left_out = true;
                    false
                }
            });
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

    /// The values of the rows to be saved, with the numbers of their rows.
    pub fn ready(&self) -> impl Iterator<Item = (usize, &T)> {
        self.rows.iter().filter(|row| row.is_ready()).filter_map(|row| Some((row.row, row.values.as_ref()?)))
    }
}
