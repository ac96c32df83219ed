//! A sheet while it is being read: what is put into it is counted.

use crate::refusals::{
    CELL_TOO_LONG, TOO_MANY_CELLS, TOO_MANY_COLUMNS, TOO_MANY_ROWS, TOO_MANY_SHEETS, UNPACKS_TOO_LARGE,
};
use crate::{Cell, Limits, Merged, Sheet};
use kernel::{Refusal, Result, require};
use std::collections::HashSet;

/// More merged ranges than this are not a table any more.
const MERGED_LIMIT: usize = 20_000;

/// What a whole file may still put down.
pub struct Budget<'a> {
    pub limits: &'a Limits,
    sheets: usize,
    cells: usize,
    text_bytes: usize,
}

impl<'a> Budget<'a> {
    pub fn new(limits: &'a Limits) -> Self {
        Self { limits, sheets: limits.sheets, cells: limits.cells, text_bytes: limits.text_bytes }
    }

    pub fn sheet(&mut self) -> Result<()> {
        self.sheets = self.sheets.checked_sub(1).ok_or(TOO_MANY_SHEETS)?;
        Ok(())
    }

    fn cells(&mut self, count: usize) -> Result<()> {
        self.cells = self.cells.checked_sub(count).ok_or(TOO_MANY_CELLS)?;
        Ok(())
    }

    fn text(&mut self, cell: &Cell, row: usize) -> Result<()> {
        let (Cell::Text(text) | Cell::Number(text) | Cell::Error(text)) = cell else {
            return Ok(());
        };
        require(text.len() <= self.limits.cell_bytes, Refusal::new(CELL_TOO_LONG).with("row", row + 1))?;
        self.text_bytes = self.text_bytes.checked_sub(text.len()).ok_or(UNPACKS_TOO_LARGE)?;
        Ok(())
    }
}

#[derive(Default)]
pub struct Grid {
    rows: Vec<Vec<Cell>>,
    merged: Vec<Merged>,
}

impl Grid {
    /// Puts a cell down at a row and column counted from 0. One in which nothing is to be seen takes no room, wherever
    /// it stands: a lone space far below a table makes no rows.
    pub fn put(&mut self, row: usize, column: usize, cell: Cell, budget: &mut Budget<'_>) -> Result<()> {
        if cell.is_blank() {
            return Ok(());
        }
        require(row < budget.limits.rows, TOO_MANY_ROWS)?;
        require(column < budget.limits.columns, TOO_MANY_COLUMNS)?;
        budget.text(&cell, row)?;
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            budget.cells(column + 1 - cells.len())?;
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
        Ok(())
    }

    pub fn merge(&mut self, range: Merged) {
        let several = range.first_row < range.last_row || range.first_column < range.last_column;
        if several && self.merged.len() < MERGED_LIMIT {
            self.merged.push(range);
        }
    }

    pub fn finish(mut self, name: String, budget: &mut Budget<'_>) -> Result<Sheet> {
        let merged_into = self.apply_merged(budget)?;
        let spanning = self.merged.iter().filter(|range| range.last_column > range.first_column);
        let spanning = spanning.map(|range| (range.first_row, range.first_column)).collect();
        Ok(Sheet { merged_into, spanning, ..Sheet::visible(name, self.rows) })
    }

    /// A merged value counts for all its rows, but only for rows that hold something of their own: a signature merged
    /// over six blank lines stays one line.
    fn apply_merged(&mut self, budget: &mut Budget<'_>) -> Result<HashSet<(usize, usize)>> {
        let mut filled = HashSet::new();
        for range in self.merged.clone() {
            let column = range.first_column;
            let value = self.rows.get(range.first_row).and_then(|cells| cells.get(column)).cloned();
            let Some(value) = value.filter(|value| *value != Cell::Empty) else {
                continue;
            };
            for row in range.first_row + 1..=range.last_row.min(self.rows.len().saturating_sub(1)) {
                // Looking at a row costs as much as filling it, so that ranges lying upon each other run out too.
                budget.cells(1)?;
                if self.rows[row].iter().any(|cell| !cell.is_blank()) && self.blank_at(row, column) {
                    self.put(row, column, value.clone(), budget)?;
                    filled.insert((row, column));
                }
            }
        }
        Ok(filled)
    }

    fn blank_at(&self, row: usize, column: usize) -> bool {
        self.rows[row].get(column).is_none_or(Cell::is_blank)
    }
}
