//! What was changed since a line of the trail, and which records each change names: for whoever must know that nobody has
//! touched a record meanwhile.

use database::{Read, values};
use kernel::{Failure, Moment, Result};
use serde_json::Value;
use std::collections::BTreeSet;

/// A change that was carried out, with every record it tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaterChange {
    pub line: i64,
    pub at: Moment,
    /// The name of who did it; empty where the program did.
    pub by: String,
    pub command: String,
    /// The identifiers of the records, as the line writes them.
    pub records: BTreeSet<String>,
}

/// The changes after a line, the oldest first.
///
/// # Errors
/// What the database refuses; a line that is no line of this program.
pub fn changes_after(db: &Read<'_>, line: i64) -> Result<Vec<LaterChange>> {
    db.rows(include_str!("sql/changes_after.sql"), values![line], |row| {
        let subject: String = row.get("subject")?;
        let mut records: BTreeSet<String> = Some(subject).filter(|subject| !subject.is_empty()).into_iter().collect();
        for side in ["before", "after"] {
            let Some(text) = row.get::<Option<String>>(side)? else { continue };
            // Several changes of one command stand in a list; one alone is named by its subject.
            if text.starts_with('[') {
                let told: Vec<Value> = serde_json::from_str(&text).map_err(Failure::broken)?;
                records
                    .extend(told.iter().filter_map(|one| one.get("id")).filter_map(Value::as_str).map(str::to_owned));
            }
        }
        Ok(LaterChange {
            line: row.get("seq")?,
            at: row.get("at")?,
            by: row.get("by")?,
            command: row.get("command")?,
            records,
        })
    })
}
