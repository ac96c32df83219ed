//! A list as the house knows it: the command that gives its rows, how each column is written, and its filters in words.

use crate::context::Read;
use crate::words::{Language, word};
use kernel::Result;
use serde_json::Value;
use sheets::{ColumnKind, Value as Cell};

/// A list of a feature that can be taken along.
pub struct List {
    /// The command that gives its rows.
    pub command: &'static str,
    /// Key of the words that name it.
    pub title: &'static str,
    /// Where the rows stand in the answer, a path between dots.
    pub rows: &'static str,
    /// The fields that name a row; none: its place names it.
    pub key: &'static [&'static str],
    pub pages: Pages,
    pub columns: &'static [Column],
    pub filters: &'static [Filter],
}

/// How a list comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pages {
    /// All at once.
    Whole,
    /// By `offset` and `limit`.
    Offset,
    /// From the newest on: `next` of the answer is the question's `before`, which may stand in a field.
    Newest { before: &'static str },
}

pub struct Column {
    /// As the screen knows it.
    pub key: &'static str,
    /// Key of the words over it.
    pub title: &'static str,
    /// The field of a row, a path between dots.
    pub field: &'static str,
    pub written: Written,
}

/// How the value of a field is written into a sheet.
pub enum Written {
    Text,
    Whole,
    Money,
    Day,
    /// The day and time in Riyadh, as text: a sheet knows no other.
    Moment,
    /// One of a controlled list, whose words stand below this key.
    Word(&'static str),
    /// The words of these keys for true and for false.
    Either(&'static str, &'static str),
    /// The name of the record whose identifier it is.
    Named(fn(&Read<'_>, &str) -> Result<String>),
    /// What is put together from several fields of the row.
    Made(ColumnKind, fn(&Value, Language) -> Cell),
}

impl Written {
    pub const fn kind(&self) -> ColumnKind {
        match self {
            Self::Text | Self::Moment | Self::Word(_) | Self::Either(..) | Self::Named(_) => ColumnKind::Text,
            Self::Whole => ColumnKind::Whole,
            Self::Money => ColumnKind::Money,
            Self::Day => ColumnKind::Day,
            Self::Made(kind, _) => *kind,
        }
    }
}

/// A column of a row's own field.
pub const fn column(key: &'static str, title: &'static str, field: &'static str, written: Written) -> Column {
    Column { key, title, field, written }
}

/// A part of the question that narrows the list.
pub struct Filter {
    /// The field of the question, a path between dots.
    pub field: &'static str,
    /// Key of the words that name it.
    pub title: &'static str,
    pub said: Said,
}

/// How the value of a filter is told.
pub enum Said {
    /// As it is: a text that was typed, a day.
    Plain,
    /// One or several of a controlled list, whose words stand below this key.
    Word(&'static str),
    /// On or off: its title says it all.
    Flag,
    /// The name of the record whose identifier it is.
    ///
    /// # Errors
    /// What the database refuses.
    Named(fn(&Read<'_>, &str) -> Result<String>),
}

pub const fn filter(field: &'static str, title: &'static str, said: Said) -> Filter {
    Filter { field, title, said }
}

/// The value at a path; null where there is none.
pub fn at<'v>(value: &'v Value, path: &str) -> &'v Value {
    path.split('.').fold(value, |place, step| place.get(step).unwrap_or(&Value::Null))
}

/// The words of a controlled list's value.
pub fn named(prefix: &str, value: &Value, language: Language) -> String {
    match value.as_str() {
        None | Some("") => String::new(),
        Some(name) => word(&format!("{prefix}.{}", name.to_lowercase().replace('-', "_")), language),
    }
}
