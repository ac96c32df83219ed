//! A table of counts whose sums are printed beside it.

use crate::Settings;
use kernel::{Failure, Result, require};
use serde::Serialize;

/// A cell as it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "TableCell")]
pub enum Cell {
    #[ts(type = "number")]
    Count(u64),
    Hidden,
}

/// Which cells of a table can be printed beside the sums of its rows and columns. Cells below `suppress_under` are hidden
/// (0 is not); where one stands hidden alone in a row or column, the smallest other one above 0 (the first of equals) is
/// hidden with it: rows from the top, then columns, again until nothing changes. A row whose other cells are all 0 has
/// none to hide.
///
/// # Errors
/// Broken when the rows are not equally long.
pub fn printed(counts: &[Vec<u64>], settings: &Settings) -> Result<Vec<Vec<Cell>>> {
    let width = counts.first().map_or(0, Vec::len);
    require(counts.iter().all(|row| row.len() == width), Failure::broken("rows of a table that differ in length"))?;
    let few = u64::from(settings.suppress_under);
    let mut hidden: Vec<Vec<bool>> =
        counts.iter().map(|row| row.iter().map(|count| 0 < *count && *count < few).collect()).collect();
    let rows = (0..counts.len()).map(|row| (0..width).map(|column| (row, column)).collect());
    let columns = (0..width).map(|column| (0..counts.len()).map(|row| (row, column)).collect());
    let lines: Vec<Vec<(usize, usize)>> = rows.chain(columns).collect();
    loop {
        let mut changed = false;
        for line in &lines {
            if let Some((row, column)) = drawn_in(counts, &hidden, line) {
                hidden[row][column] = true;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let cell = |(count, hidden): (&u64, &bool)| if *hidden { Cell::Hidden } else { Cell::Count(*count) };
    Ok(counts.iter().zip(&hidden).map(|(counts, hidden)| counts.iter().zip(hidden).map(cell).collect()).collect())
}

/// The cell that must hide beside the only hidden one of a row or column.
fn drawn_in(counts: &[Vec<u64>], hidden: &[Vec<bool>], line: &[(usize, usize)]) -> Option<(usize, usize)> {
    if line.iter().filter(|(row, column)| hidden[*row][*column]).count() != 1 {
        return None;
    }
    let others = line.iter().filter(|(row, column)| !hidden[*row][*column] && counts[*row][*column] > 0);
    others.min_by_key(|(row, column)| counts[*row][*column]).copied()
}
