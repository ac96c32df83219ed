//! Tables and rows as a screen shows them, whatever they hold.

use crate::TableKind;
use crate::table::{Table, TablePart};
use crate::validated::{Ask, CellView, Changed, Place, Reason, SkippedRow, Validated, Verdict};
use std::collections::BTreeMap;

/// A table without the values of its rows.
#[derive(Debug)]
pub struct TableView<'a> {
    pub kind: TableKind,
    pub parts: &'a [TablePart],
    pub missing: &'a [String],
    pub counts: &'a BTreeMap<Verdict, usize>,
    pub skipped: &'a [SkippedRow],
    pub rows: Vec<RowView<'a>>,
}

/// A row without its values.
#[derive(Debug, Clone)]
pub struct RowView<'a> {
    pub place: Place,
    pub verdict: Verdict,
    pub changed: &'a [Changed],
    pub reasons: &'a [Reason],
    pub ask: &'a [Ask],
    pub warnings: &'a [String],
    pub cells: &'a BTreeMap<String, CellView>,
}

impl TableView<'_> {
    /// The row at a place.
    pub fn row_at(&self, place: &Place) -> Option<&RowView<'_>> {
        self.rows.iter().find(|row| row.place == *place)
    }
}

impl<T> Table<T> {
    pub(crate) fn view(&self) -> TableView<'_> {
        TableView {
            kind: self.kind,
            parts: &self.parts,
            missing: &self.missing,
            counts: &self.counts,
            skipped: &self.skipped,
            rows: self.rows.iter().map(Validated::view).collect(),
        }
    }
}

impl<T> Validated<T> {
    fn view(&self) -> RowView<'_> {
        RowView {
            place: self.place(),
            verdict: self.verdict,
            changed: &self.changed,
            reasons: &self.reasons,
            ask: &self.ask,
            warnings: &self.warnings,
            cells: &self.cells,
        }
    }
}
