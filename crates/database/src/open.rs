//! Opening a connection: keyed, set, and every setting read back before anybody may use it.

use crate::Key;
use crate::failures::{DAMAGED, MISSING, READ_ONLY, WRONG_KEY, engine};
use kernel::{Failure, Result};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::Once;
use std::time::Duration;

/// «SHRK»: tells an office from any other SQLite file.
pub(crate) const APPLICATION: i64 = 0x5348_524b;

/// How long a connection waits for another one of this program to finish.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many statements a connection keeps prepared.
const PREPARED: usize = 256;

/// Who a connection is for; each kind has one setting of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Writes to the file; there is one.
    Writer,
    /// Reads a snapshot of the file, and the engine refuses it every change.
    Reader,
    /// A copy being made or looked at: one connection, one file, nothing beside it.
    Copy,
    /// Lives in memory only; for tests of rooms that need tables and no file.
    Memory,
}

impl Purpose {
    fn journal(self) -> &'static str {
        match self {
            Self::Writer | Self::Reader => "wal",
            Self::Copy => "delete",
            Self::Memory => "memory",
        }
    }
}

/// What every connection must say of itself. `synchronous` 2 is FULL: a commit is on the disk before it is told to
/// anybody. `recursive_triggers` closes INSERT OR REPLACE, which would otherwise rewrite an append-only row without
/// its delete trigger. `fullfsync` is macOS's own word for a sync that reaches the disk; elsewhere it changes nothing.
/// `cache_size` is in KiB where it is below zero: what lists and sums read again and again stays decrypted in memory, and
/// all connections together stay far below what an office machine has. `wal_autocheckpoint` is in pages: the log is moved into
/// the file beside the work, and by the one who writes only when that has not kept up for 64 MiB.
const SETTINGS: &[(&str, i64)] = &[
    ("synchronous", 2),
    ("foreign_keys", 1),
    ("recursive_triggers", 1),
    ("trusted_schema", 0),
    ("secure_delete", 1),
    ("temp_store", 2),
    ("cache_size", -65_536),
    ("cell_size_check", 1),
    ("fullfsync", 1),
    ("checkpoint_fullfsync", 1),
    ("wal_autocheckpoint", 16_384),
    ("ignore_check_constraints", 0),
    ("read_uncommitted", 0),
    ("writable_schema", 0),
    ("busy_timeout", 5_000),
];

/// Opens a file that is there.
///
/// # Errors
/// [`MISSING`], when it is not; [`WRONG_KEY`](crate::WRONG_KEY), when the key does not open it; a setting that does not
/// hold.
pub(crate) fn connect(path: &Path, key: &Key, purpose: Purpose) -> Result<Connection> {
    if !path.is_file() {
        return Err(MISSING.into());
    }
    open(path, key, purpose, OpenFlags::SQLITE_OPEN_READ_WRITE)
}

/// Makes a file where none is.
pub(crate) fn make(path: &Path, key: &Key, purpose: Purpose) -> Result<Connection> {
    crate::folder::create_private_file(path).map_err(|error| crate::failures::file_system(&error, "a database"))?;
    open(path, key, purpose, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
}

/// The engine calls itself ready a moment before its cipher is: of two threads that open their first files at once, the
/// second could find no cipher. One of them makes it ready here, alone, and the others wait.
fn ready() {
    static READY: Once = Once::new();
    // What is wrong with the engine shows itself at the opening that follows.
    READY.call_once(|| drop(Connection::open_in_memory()));
}

/// A database in memory.
pub(crate) fn in_memory() -> Result<Connection> {
    ready();
    let connection = Connection::open_in_memory().map_err(|error| engine(&error))?;
    configure(&connection, Purpose::Memory)?;
    Ok(connection)
}

fn open(path: &Path, key: &Key, purpose: Purpose, flags: OpenFlags) -> Result<Connection> {
    ready();
    let connection =
        Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(|error| engine(&error))?;
    require_cipher(&connection)?;
    connection.execute_batch(&key.pragma()).map_err(|error| engine(&error))?;
    // The first read decrypts the first page: here a wrong key shows itself.
    integer(&connection, "SELECT count(*) FROM sqlite_schema").map_err(|failure| match failure.code() {
        Some(DAMAGED) => WRONG_KEY.into(),
        _ => failure,
    })?;
    // The engine opens a file it may not write all the same, and would say so only at the first change.
    let read_only = connection.is_readonly(rusqlite::MAIN_DB).map_err(|error| engine(&error))?;
    kernel::require(!read_only, READ_ONLY)?;
    configure(&connection, purpose)?;
    Ok(connection)
}

/// Without the cipher built in, the key would be ignored in silence and the file written in the clear.
fn require_cipher(connection: &Connection) -> Result<()> {
    quiet(connection, "PRAGMA cipher_log_level = NONE")?;
    let version = text(connection, "PRAGMA cipher_version")?;
    kernel::require(
        version.as_deref().is_some_and(|version| version.starts_with("4.")),
        Failure::broken("the database engine was built without its cipher"),
    )
}

fn configure(connection: &Connection, purpose: Purpose) -> Result<()> {
    connection.busy_timeout(PATIENCE).map_err(|error| engine(&error))?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    quiet(connection, &format!("PRAGMA journal_mode = {}", purpose.journal()))?;
    for (name, value) in SETTINGS {
        quiet(connection, &format!("PRAGMA {name} = {value}"))?;
    }
    // A long-lived log is cut back after a large import instead of keeping its size for ever.
    quiet(connection, "PRAGMA journal_size_limit = 67108864")?;
    for (config, value) in CONFIGS {
        connection.set_db_config(*config, *value).map_err(|error| engine(&error))?;
    }
    // No second file can be attached, so no statement can carry rows out of the encrypted one.
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0).map_err(|error| engine(&error))?;
    if purpose == Purpose::Reader {
        quiet(connection, "PRAGMA query_only = 1")?;
    }
    check_settings(connection, purpose)
}

/// Switches of the engine that are not pragmas: a schema that cannot be rewritten by hand, text in double quotes never
/// taken for a string.
const CONFIGS: &[(DbConfig, bool)] = &[
    (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true),
    (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
];

/// Reads every setting back.
///
/// # Errors
/// [`Failure::Broken`], naming the first that does not hold: the books are better closed than kept without it.
pub(crate) fn check_settings(connection: &Connection, purpose: Purpose) -> Result<()> {
    let journal = text(connection, "PRAGMA journal_mode")?.unwrap_or_default();
    must_be("journal_mode", &journal.as_str(), &purpose.journal())?;
    for (name, value) in SETTINGS {
        must_be(name, &integer(connection, &format!("PRAGMA {name}"))?, value)?;
    }
    for (config, value) in CONFIGS {
        let held = connection.db_config(*config).map_err(|error| engine(&error))?;
        must_be(&format!("{config:?}"), &held, value)?;
    }
    let attached = connection.limit(Limit::SQLITE_LIMIT_ATTACHED).map_err(|error| engine(&error))?;
    must_be("attached databases", &attached, &0)?;
    let query_only = integer(connection, "PRAGMA query_only")?;
    must_be("query_only", &query_only, &i64::from(purpose == Purpose::Reader))
}

fn must_be<T: PartialEq + std::fmt::Display>(name: &str, held: &T, wanted: &T) -> Result<()> {
    kernel::require(held == wanted, Failure::broken(format!("the setting {name} is {held} and must be {wanted}")))
}

/// Runs a pragma whose answer does not matter; what it set is read back later.
pub(crate) fn quiet(connection: &Connection, sql: &str) -> Result<()> {
    connection.execute_batch(sql).map_err(|error| engine(&error))
}

/// The first column of the first row, where it is an integer.
pub(crate) fn integer(connection: &Connection, sql: &str) -> Result<i64> {
    connection.query_row(sql, [], |row| row.get(0)).map_err(|error| engine(&error))
}

fn text(connection: &Connection, sql: &str) -> Result<Option<String>> {
    use rusqlite::OptionalExtension;
    connection.query_row(sql, [], |row| row.get(0)).optional().map_err(|error| engine(&error))
}

/// What the engine finds wrong with a whole file: nothing, or its complaints. Looks at the seal of every page first
/// and then at the tables and indices in them.
pub(crate) fn complaints(connection: &Connection) -> Result<Vec<String>> {
    let mut found = lines(connection, "PRAGMA cipher_integrity_check")?;
    found.extend(lines(connection, "PRAGMA integrity_check(20)")?.into_iter().filter(|line| line != "ok"));
    found.extend(complaints_of_links(connection)?);
    Ok(found)
}

/// The tables with rows that point at nothing.
pub(crate) fn complaints_of_links(connection: &Connection) -> Result<Vec<String>> {
    let tables = lines(connection, "PRAGMA foreign_key_check")?;
    Ok(tables.into_iter().map(|table| format!("a row of {table} points at nothing")).collect())
}

fn lines(connection: &Connection, sql: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare(sql).map_err(|error| engine(&error))?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0)).map_err(|error| engine(&error))?;
    lines.collect::<Result<_, _>>().map_err(|error| engine(&error))
}

/// The tables of the schema with the number of their rows, in the order of their names.
pub(crate) fn row_counts(connection: &Connection) -> Result<std::collections::BTreeMap<String, i64>> {
    let tables =
        lines(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'")?;
    let counted = tables.into_iter().map(|table| {
        let count = integer(connection, &format!("SELECT count(*) FROM \"{}\"", table.replace('"', "\"\"")))?;
        Ok((table, count))
    });
    counted.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connected(purpose: Purpose) -> (tempfile::TempDir, Connection) {
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("office.db");
        let key = Key::random().unwrap();
        drop(make(&path, &key, Purpose::Writer).unwrap());
        let connection = connect(&path, &key, purpose).unwrap();
        (scratch, connection)
    }

    #[test]
    fn each_setting_turned_the_other_way_is_refused() {
        let flips = [
            ("journal_mode", "delete"),
            ("synchronous", "1"),
            ("synchronous", "0"),
            ("foreign_keys", "0"),
            ("recursive_triggers", "0"),
            ("trusted_schema", "1"),
            ("secure_delete", "0"),
            ("temp_store", "1"),
            ("cache_size", "-2000"),
            ("cell_size_check", "0"),
            ("fullfsync", "0"),
            ("checkpoint_fullfsync", "0"),
            ("wal_autocheckpoint", "0"),
            ("ignore_check_constraints", "1"),
            ("read_uncommitted", "1"),
            ("busy_timeout", "0"),
            ("query_only", "1"),
        ];
        for (name, other) in flips {
            let (_scratch, connection) = connected(Purpose::Writer);
            check_settings(&connection, Purpose::Writer).unwrap();
            connection.execute_batch(&format!("PRAGMA {name} = {other}")).unwrap();
            let refused = check_settings(&connection, Purpose::Writer).unwrap_err();
            assert!(refused.to_string().contains(name), "{name} = {other} must be refused by name: {refused}");
        }
        let named: Vec<&str> = flips.iter().map(|(name, _)| *name).collect();
        let unflipped: Vec<&str> =
            SETTINGS.iter().map(|(name, _)| *name).filter(|name| !named.contains(name)).collect();
        assert_eq!(unflipped, ["writable_schema"], "a new setting needs its flip here; this one cannot be flipped");
    }

    #[test]
    fn each_switch_turned_the_other_way_is_refused() {
        for (config, value) in CONFIGS {
            let (_scratch, connection) = connected(Purpose::Writer);
            connection.set_db_config(*config, !value).unwrap();
            assert!(check_settings(&connection, Purpose::Writer).is_err(), "{config:?} must be refused");
        }
        let (_scratch, connection) = connected(Purpose::Writer);
        connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1).unwrap();
        assert!(check_settings(&connection, Purpose::Writer).is_err(), "a second file must not be attachable");
    }

    #[test]
    fn a_reader_cannot_write_and_nothing_can_be_attached_or_loaded() {
        let (scratch, connection) = connected(Purpose::Reader);
        assert!(connection.execute_batch("CREATE TABLE extra(id INTEGER)").is_err(), "query_only");
        connection.execute_batch("PRAGMA query_only = 0").unwrap();
        assert!(check_settings(&connection, Purpose::Reader).is_err(), "a reader that may write is refused");
        let plain = scratch.path().join("plain.db");
        let attach = format!("ATTACH '{}' AS plain KEY ''", plain.display());
        assert!(connection.execute_batch(&attach).is_err(), "rows must not leave the encrypted file");
        let load = connection.query_row("SELECT load_extension('x')", [], |_| Ok(()));
        assert!(load.unwrap_err().to_string().contains("not authorized"), "no code is loaded into the engine");
    }

    #[test]
    fn another_key_opens_nothing() {
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("office.db");
        let connection = make(&path, &Key::random().unwrap(), Purpose::Writer).unwrap();
        connection.execute_batch("CREATE TABLE thing(id INTEGER)").unwrap();
        drop(connection);
        let refused = connect(&path, &Key::random().unwrap(), Purpose::Writer).unwrap_err();
        assert_eq!(refused.code(), Some(crate::WRONG_KEY));
    }

    #[test]
    fn a_row_that_points_at_nothing_and_a_damaged_page_are_complained_about() {
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("office.db");
        let key = Key::random().unwrap();
        let connection = make(&path, &key, Purpose::Copy).unwrap();
        let tables = "CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a (id));";
        connection.execute_batch(tables).unwrap();
        assert_eq!(complaints(&connection).unwrap(), Vec::<String>::new());
        connection.execute_batch("PRAGMA foreign_keys = 0; INSERT INTO b VALUES (1);").unwrap();
        assert_eq!(complaints(&connection).unwrap(), ["a row of b points at nothing"]);
        drop(connection);

        let mut bytes = std::fs::read(&path).unwrap();
        // The second page belongs to table `a`, which is empty: only the page's own seal can tell.
        bytes[4_096 + 2_000] ^= 1;
        std::fs::write(&path, bytes).unwrap();
        let connection = connect(&path, &key, Purpose::Copy).unwrap();
        let found = complaints(&connection);
        assert!(found.is_err() || found.unwrap().len() > 1, "a flipped bit must not pass");
    }
}
