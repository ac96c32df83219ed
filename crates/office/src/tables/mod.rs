//! Whatever a list shows, as a spreadsheet to take along. Leaving the office is a deed of its own: it needs a permission
//! and leaves a line that says what went out and how many rows.

mod export;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

kernel::refusals! {
    TOO_LARGE = "tables.too_large";
    UNEVEN = "tables.uneven";
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TableFormat {
    Xlsx,
    Csv,
}

/// How a column is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    Text,
    /// Whole numbers.
    Number,
    /// Whole halalas.
    Money,
    /// `yyyy-mm-dd`
    Day,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TableColumn {
    pub title: String,
    pub kind: TableKind,
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(untagged)]
#[ts(untagged)]
pub enum TableCell {
    Number(i64),
    Text(String),
    Empty(Option<()>),
}

/// What the list showed, as it showed it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExportTable {
    pub title: String,
    pub columns: Vec<TableColumn>,
    pub rows: Vec<Vec<TableCell>>,
    pub format: TableFormat,
}

/// A file to be saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct File {
    pub name: String,
    pub mime: String,
    pub base64: String,
}

use crate::feature::Feature;
use crate::permission::TABLES_EXPORT;

/// What the house is told of this feature.
pub const FEATURE: Feature =
    Feature { name: "tables", commands: COMMANDS, refusals: &[REFUSALS, sheets::refusals::REFUSALS], ..Feature::EMPTY };

crate::commands! { "tables",
    export export (ExportTable) -> File, needs TABLES_EXPORT, touches [audit];
}
