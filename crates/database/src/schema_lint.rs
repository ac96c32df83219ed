//! The rules every table keeps, read from the schema itself; `cargo xtask check` watches the statements of the
//! features.

use crate::open;
use rusqlite::Connection;

/// What a schema may not say: floats, counters that hide gaps, functions another engine has not or means otherwise.
const BANNED: [&str; 12] = [
    "AUTOINCREMENT",
    "OR REPLACE",
    "STRFTIME",
    "JULIANDAY",
    "DATE(",
    "DATETIME(",
    "UNIXEPOCH",
    "CURRENT_",
    "JSON",
    "->",
    "RANDOM",
    "COLLATE NOCASE",
];

fn texts(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn findings(connection: &Connection) -> Vec<String> {
    let mut found = texts(
        connection,
        "SELECT name || ' is not STRICT' FROM pragma_table_list \
         WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT GLOB 'sqlite_*'",
    );
    found.extend(texts(
        connection,
        "SELECT m.name || '.' || c.name || ' is ' || c.type FROM sqlite_schema m, pragma_table_info(m.name) c \
         WHERE m.type = 'table' AND m.name NOT GLOB 'sqlite_*' AND c.type NOT IN ('INTEGER', 'TEXT', 'BLOB')",
    ));
    // A row is looked up from the other side whenever its target changes: without an index that reads the whole table.
    found.extend(texts(
        connection,
        "SELECT m.name || '.' || f.\"from\" || ' points at ' || f.\"table\" || ' and leads no index' \
         FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND m.name <> 'request' AND f.seq = 0 AND \
         NOT EXISTS (SELECT 1 FROM pragma_index_list(m.name) i, pragma_index_info(i.name) c \
         WHERE c.seqno = 0 AND c.name = f.\"from\")",
    ));
    for sql in texts(connection, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL") {
        let without_comments: String =
            sql.lines().map(|line| line.split("--").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
        let upper = without_comments.to_uppercase();
        found.extend(BANNED.iter().filter(|word| upper.contains(**word)).map(|word| format!("{word} in: {sql}")));
    }
    found
}

#[test]
fn every_table_keeps_the_rules() {
    let connection = open::in_memory().unwrap();
    crate::migrate::lay(&connection).unwrap();
    assert_eq!(findings(&connection), Vec::<String>::new());
}

#[test]
fn a_table_that_breaks_a_rule_is_found() {
    for bad in [
        "CREATE TABLE a (id INTEGER PRIMARY KEY)",
        "CREATE TABLE a (id INTEGER PRIMARY KEY, amount REAL) STRICT",
        "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT) STRICT",
        "CREATE TABLE a (id INTEGER PRIMARY KEY, at INTEGER DEFAULT (unixepoch())) STRICT",
        "CREATE TABLE b (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE a (b INTEGER REFERENCES b (id)) STRICT",
    ] {
        let connection = open::in_memory().unwrap();
        connection.execute_batch(bad).unwrap();
        assert_eq!(findings(&connection).len(), 1, "{bad}: {:?}", findings(&connection));
    }
}
