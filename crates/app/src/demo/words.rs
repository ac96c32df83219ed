//! The words of the demonstration: names, towns, trades and donors, all invented, in `data/words.tsv`.

use kernel::{Failure, Result};
use std::collections::BTreeMap;

/// A line of the file after its first column.
pub type Row = Vec<&'static str>;

pub struct Words(BTreeMap<&'static str, Vec<Row>>);

impl Words {
    pub fn load() -> Self {
        let mut lists: BTreeMap<&'static str, Vec<Row>> = BTreeMap::new();
        for line in include_str!("data/words.tsv").lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let Some(list) = columns.next() else { continue };
            lists.entry(list).or_default().push(columns.collect());
        }
        Self(lists)
    }

    /// # Errors
    /// Broken: the file has no such list.
    pub fn list(&self, name: &str) -> Result<&[Row]> {
        self.0.get(name).map(Vec::as_slice).ok_or_else(|| Failure::broken(format!("words.tsv has no list {name}")))
    }

    /// # Errors
    /// Broken: the file has no such text.
    pub fn text(&self, key: &str) -> Result<&'static str> {
        let row = self.list("text")?.iter().find(|row| row.first() == Some(&key));
        row.and_then(|row| row.get(1)).copied().ok_or_else(|| Failure::broken(format!("words.tsv has no text {key}")))
    }
}

/// A column of a row; empty where the row is short.
pub fn column(row: &Row, place: usize) -> &'static str {
    row.get(place).copied().unwrap_or_default()
}
