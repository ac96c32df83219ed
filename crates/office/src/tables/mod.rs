//! Whatever a list shows, as a spreadsheet to take along. Leaving the office is an action of its own: it needs a permission,
//! runs the list's own question again, and leaves a line that says which list went out, narrowed to what, and how many
//! rows. The interface names columns and rows; it sends none.

mod export;
mod file_name;
pub(crate) mod frame;
pub mod list;
mod write;

pub use file_name::safe_file_name;

use crate::feature::Feature;
use crate::order::Order;
use crate::outbox::Handed;
use crate::permission::TABLES_EXPORT;
use crate::words::Language;
use serde::Deserialize;
use serde_json::Value;
use ts_rs::TS;

kernel::refusals! {
    TOO_LARGE = "tables.too_large";
    /// The list, or a column of it, is not known.
    UNKNOWN = "tables.unknown";
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TableFormat {
    Xlsx,
    Csv,
}

/// A list as a screen shows it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExportTable {
    /// The command that gives its rows.
    pub list: String,
    /// What that command is asked: the filters and the order of the screen.
    #[ts(type = "unknown")]
    pub question: Value,
    /// Keys of the columns, in their order.
    pub columns: Vec<String>,
    /// The rows that were chosen, by their keys; all that fit where none is given.
    #[serde(default)]
    pub only: Option<Vec<String>>,
    /// The order of a list that is not asked for in one.
    #[serde(default)]
    pub order: Option<Order>,
    pub format: TableFormat,
    /// Names the sheet and the file.
    pub title: String,
    #[serde(default)]
    pub language: Language,
}

/// What the house is told of this feature.
pub const FEATURE: Feature =
    Feature { name: "tables", commands: COMMANDS, refusals: &[REFUSALS, sheets::refusals::REFUSALS], ..Feature::EMPTY };

crate::commands! { "tables",
    export export (ExportTable) -> Handed, needs TABLES_EXPORT, touches [audit] up_to CHOSEN_ROWS;
}
