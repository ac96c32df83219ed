//! What encryption costs: the same work in an encrypted file and in a plain one, in turns, with the same settings.

use crate::data::folder;
use crate::size::Asked;
use crate::table::{Budget, Table, Timings};
use rusqlite::Connection;
use std::path::Path;
use std::time::{Duration, Instant};

const ROWS: i64 = 5_000;
const ROUNDS: usize = 12;

pub fn measure(_: &Asked, table: &mut Table) -> Result<(), String> {
    let folder = folder()?;
    let mut figures: [[Vec<Duration>; 2]; 2] = Default::default();
    for round in 0..ROUNDS {
        for (kind, key) in
            [None, Some("x'0101010101010101010101010101010101010101010101010101010101010101'")].into_iter().enumerate()
        {
            let path = folder.path().join(format!("{round}-{kind}.db"));
            let (write, read) = work(&path, key).map_err(|error| error.to_string())?;
            figures[kind][0].push(write);
            figures[kind][1].push(read);
        }
    }
    let [plain, encrypted] = figures;
    for (name, [write, read]) in [("plain SQLite", plain), ("SQLCipher", encrypted)] {
        table.add(&format!("{name}: {ROWS} rows in one commit"), &Timings::from(write), Budget::None);
        table.add(&format!("{name}: open, read {ROWS} rows"), &Timings::from(read), Budget::None);
    }
    Ok(())
}

/// Writes the rows in one transaction, closes, opens again and reads them all.
fn work(path: &Path, key: Option<&str>) -> rusqlite::Result<(Duration, Duration)> {
    let mut connection = open(path, key)?;
    connection.execute_batch("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, note TEXT) STRICT")?;
    let started = Instant::now();
    let transaction = connection.transaction()?;
    {
        let mut insert = transaction.prepare("INSERT INTO person (name, note) VALUES ($1, $2)")?;
        for number in 0..ROWS {
            insert.execute((
                format!("نورة عبدالله القحطاني {number}"),
                "أرملة تعول أربعة أبناء في حي الصفراء".repeat(4),
            ))?;
        }
    }
    transaction.commit()?;
    let write = started.elapsed();
    connection.close().map_err(|(_, error)| error)?;
    let started = Instant::now();
    let connection = open(path, key)?;
    let letters: i64 =
        connection.query_row("SELECT sum(length(name) + length(note)) FROM person", (), |row| row.get(0))?;
    let read = started.elapsed();
    assert!(letters > ROWS, "the rows that were written are the rows that are read");
    Ok((write, read))
}

fn open(path: &Path, key: Option<&str>) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    if let Some(key) = key {
        connection.execute_batch(&format!("PRAGMA key = \"{key}\""))?;
    }
    connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY")?;
    Ok(connection)
}
