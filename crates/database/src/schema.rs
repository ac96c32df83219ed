//! The tables of today, written down for people.

use crate::failures::engine;
use crate::{migrate, open};
use kernel::Result;
use rusqlite::Connection;

const HEAD: &str = "\
-- The tables of today, in the order in which the migrations first laid them, each with its indices and triggers.
-- Written by `cargo xtask bindings` from crates/database/src/migrations. Do not edit.
";

/// What the migrations lead to, as SQL that lays the same: every table with its indices and its triggers, then the
/// views. The same steps always give the same text.
///
/// # Errors
/// What a migration says that does not run.
pub fn schema() -> Result<String> {
    let connection = open::in_memory()?;
    migrate::lay(&connection)?;
    written(&connection)
}

fn written(connection: &Connection) -> Result<String> {
    // A table comes before what stands on it; whatever was made by the engine itself has no text.
    let sql = "SELECT s.type, s.sql FROM sqlite_schema s JOIN sqlite_schema t ON t.name = s.tbl_name \
               AND t.type IN ('table', 'view') WHERE s.sql IS NOT NULL AND s.name NOT GLOB 'sqlite_*' \
               ORDER BY t.type = 'view', t.rowid, s.type NOT IN ('table', 'view'), s.type, s.rowid";
    let mut statement = connection.prepare(sql).map_err(|error| engine(&error))?;
    let mut rows = statement.query([]).map_err(|error| engine(&error))?;
    let mut written = HEAD.to_owned();
    while let Some(row) = rows.next().map_err(|error| engine(&error))? {
        let kind: String = row.get(0).map_err(|error| engine(&error))?;
        let text: String = row.get(1).map_err(|error| engine(&error))?;
        if matches!(kind.as_str(), "table" | "view" | "trigger") {
            written.push('\n');
        }
        written.push_str(&text);
        written.push_str(";\n");
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid(connection: &Connection) -> Vec<(String, String, Option<String>)> {
        let sql = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name";
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
        rows.map(std::result::Result::unwrap).collect()
    }

    #[test]
    fn what_is_written_lays_the_same_tables_again() {
        let stepped = open::in_memory().unwrap();
        migrate::lay(&stepped).unwrap();
        // A view, and a table that was changed and has everything that can stand on one.
        let more = "CREATE TABLE late (id BLOB PRIMARY KEY) STRICT; CREATE VIEW early AS SELECT id FROM late; \
                    CREATE INDEX late_again ON late (id); ALTER TABLE late ADD COLUMN day INTEGER; \
                    CREATE TRIGGER late_stays BEFORE DELETE ON late BEGIN SELECT RAISE(ABORT, 'no'); END;";
        stepped.execute_batch(more).unwrap();
        let again = open::in_memory().unwrap();
        again.execute_batch(&written(&stepped).unwrap()).unwrap();
        assert_eq!(laid(&stepped), laid(&again));
    }
}
