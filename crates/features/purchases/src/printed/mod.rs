//! Papers of purchases: the order, the record of what came, and what a project owns.

pub mod assets_paper;
pub mod delivery_paper;
pub mod order_paper;

use kernel::Day;
use office::paper::dates_json;
use office::words::{Language, word};
use serde_json::Value;

/// Both dates of a day, or none.
pub fn day_or_none(day: Option<Day>) -> Value {
    day.map_or(Value::Null, dates_json)
}

/// A word of a controlled list, in the language of papers.
pub fn said(list: &str, name: &str) -> String {
    word(&format!("{list}.{name}"), Language::Ar)
}
