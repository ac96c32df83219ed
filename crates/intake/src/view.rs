//! Tables and rows as a screen shows them, whatever they hold.

use crate::TableKind;
use crate::table::{ColumnAt, Table};
use crate::validated::{Ask, CellView, Changed, Reason, SkippedRow, Validated, Verdict};
use std::collections::BTreeMap;

/// A table without the values of its rows.
#[derive(Debug)]
pub struct TableView<'a> {
    pub kind: TableKind,
    /// The name of the sheet.
    pub sheet: &'a str,
    pub header_row: usize,
    pub columns: &'a BTreeMap<String, ColumnAt>,
    pub missing: &'a [String],
    pub unmapped: &'a [String],
    pub counts: &'a BTreeMap<Verdict, usize>,
    pub skipped: &'a [SkippedRow],
    pub rows: Vec<RowView<'a>>,
}

/// A row without its values.
#[derive(Debug, Clone, Copy)]
pub struct RowView<'a> {
    pub row: usize,
    pub verdict: Verdict,
    pub changed: &'a [Changed],
    pub reasons: &'a [Reason],
    pub ask: &'a [Ask],
    pub warnings: &'a [String],
    pub cells: &'a BTreeMap<String, CellView>,
}

impl<T> Table<T> {
    pub(crate) fn view(&self) -> TableView<'_> {
        TableView {
            kind: self.kind,
            sheet: &self.name,
            header_row: self.header_row,
            columns: &self.columns,
            missing: &self.missing,
            unmapped: &self.unmapped,
            counts: &self.counts,
            skipped: &self.skipped,
            rows: self.rows.iter().map(Validated::view).collect(),
        }
    }
}

impl<T> Validated<T> {
    fn view(&self) -> RowView<'_> {
        RowView {
            row: self.row,
            verdict: self.verdict,
            changed: &self.changed,
            reasons: &self.reasons,
            ask: &self.ask,
            warnings: &self.warnings,
            cells: &self.cells,
        }
    }
}
