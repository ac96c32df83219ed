//! Words of the rules as columns hold them: the name at the edge is the name in the database.

use database::Row;
use kernel::{Failure, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The name of a kind, a state, an outcome, a stage.
///
/// # Errors
/// Broken: it has no name of one word.
pub fn name(one: &impl Serialize) -> Result<String> {
    match serde_json::to_value(one).map_err(Failure::broken)? {
        Value::String(name) => Ok(name),
        other => Err(Failure::broken(format!("no word: {other}"))),
    }
}

/// The names of several, where there may be none.
///
/// # Errors
/// As [`name`].
pub fn maybe(one: Option<&impl Serialize>) -> Result<Option<String>> {
    one.map(name).transpose()
}

/// # Errors
/// Broken: the database holds a name the rules do not know.
pub fn named<T: DeserializeOwned>(name: String) -> Result<T> {
    serde_json::from_value(Value::String(name)).map_err(Failure::broken)
}

/// A column with a name.
///
/// # Errors
/// As [`named`].
pub fn column<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<T> {
    named(row.get(column)?)
}

/// A column that may be empty.
///
/// # Errors
/// As [`named`].
pub fn optional<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<Option<T>> {
    row.get::<Option<String>>(column)?.map(named).transpose()
}
