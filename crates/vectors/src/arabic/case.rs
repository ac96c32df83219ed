//! One case: its cells by the names of their columns, and what came out otherwise than expected.

use crate::tsv;
use std::fmt::Display;

pub struct Case<'a> {
    columns: &'a [&'a str],
    cells: Vec<String>,
    differences: Vec<String>,
}

impl<'a> Case<'a> {
    pub fn new(columns: &'a [&'a str], line: &str) -> Result<Self, String> {
        Ok(Self { columns, cells: tsv::cells(line, columns.len())?, differences: Vec::new() })
    }

    /// The cell of a column.
    pub fn cell(&self, column: &str) -> Result<&str, String> {
        let place = self.columns.iter().position(|name| *name == column);
        place.map(|place| self.cells[place].as_str()).ok_or_else(|| format!("there is no column {column}"))
    }

    /// Compares what came out with the cell of its column.
    pub fn expect(&mut self, column: &str, found: impl Display) -> Result<(), String> {
        let expected = self.cell(column)?.to_owned();
        self.expect_equal(column, &expected, &found.to_string());
        Ok(())
    }

    /// Compares what has no column of its own.
    pub fn expect_equal(&mut self, what: &str, expected: &str, found: &str) {
        if expected != found {
            self.differences.push(format!("{what}: expected {}, found {}", visible(expected), visible(found)));
        }
    }

    /// Everything that came out otherwise, in one line; none when nothing did.
    pub fn differences(self) -> Option<String> {
        if self.differences.is_empty() { None } else { Some(self.differences.join("; ")) }
    }
}

/// The text in quotes; what cannot be seen, or is seen only on another letter, as its code point.
fn visible(text: &str) -> String {
    format!("{text:?}")
}
