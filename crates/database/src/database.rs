//! The office's database: one connection that writes, a few that read.

use crate::failures::{EXISTS, engine};
use crate::high_water::HighWater;
use crate::open::{self, Purpose};
use crate::wal_checkpointer::WalCheckpointer;
use crate::{Key, OfficeLock, Read, Write, audit_chain, migrate, rekey};
use kernel::Result;
use rusqlite::Connection;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// How many snapshots can be read at the same time.
const READERS: usize = 3;

/// An open office. It can be shared between threads: writes happen one after the other, reads beside them.
pub struct Database {
    writer: Mutex<Connection>,
    /// None at all for a database in memory, which lives in the writer's connection alone.
    readers: Vec<Mutex<Connection>>,
    /// Whose turn it is to be waited for when all readers are busy.
    turn: AtomicUsize,
    /// None for a database in memory.
    checkpointer: Option<WalCheckpointer>,
    /// Notes after each commit how far the trail has come; nothing until whoever opened the office has compared it.
    high_water: OnceLock<HighWater>,
    key: Key,
}

impl Database {
    /// Makes the database of a new office.
    ///
    /// # Errors
    /// [`EXISTS`], when there is one; what the disk says.
    pub fn create(lock: &OfficeLock, key: &Key) -> Result<Self> {
        let path = lock.database();
        kernel::require(!path.exists(), EXISTS)?;
        let made = open::make(&path, key, Purpose::Writer).and_then(|connection| migrate::lay(&connection));
        if made.is_err() {
            // A half-made database would stand in the way of the next attempt.
            remove_database(&path);
        }
        made?;
        crate::folder::sync_parent(&path).map_err(|error| crate::failures::file_system(&error, "the office folder"))?;
        Self::open(lock, key)
    }

    /// Opens the database of an office, and brings an older one up to today on a verified copy made before.
    ///
    /// # Errors
    /// [`MISSING`](crate::MISSING), [`WRONG_KEY`](crate::WRONG_KEY), [`NEWER`](crate::NEWER),
    /// [`DAMAGED`](crate::DAMAGED), what the disk says.
    pub fn open(lock: &OfficeLock, key: &Key) -> Result<Self> {
        let path = lock.database();
        let (writer, key, accepted) = match open::connect(&path, key, Purpose::Writer) {
            // The key was being changed when the program ended, and the file is under the next one already.
            Err(failure) if failure.code() == Some(crate::WRONG_KEY) && key.next.is_some() => {
                let next = key.after_change().ok_or(failure)?;
                (open::connect(&path, &next, Purpose::Writer)?, next, true)
            }
            other => (other?, Key::from_bytes(key.current), false),
        };
        rekey::settle(lock, &key, accepted)?;
        migrate::up(&writer, lock, &key)?;
        let readers =
            (0..READERS).map(|_| open::connect(&path, &key, Purpose::Reader).map(Mutex::new)).collect::<Result<_>>()?;
        let checkpointer = Some(WalCheckpointer::start(&path, &key)?);
        Ok(Self {
            writer: Mutex::new(writer),
            readers,
            turn: AtomicUsize::new(0),
            checkpointer,
            high_water: OnceLock::new(),
            key,
        })
    }

    /// A database in memory with today's tables: for tests of rooms that need no file.
    ///
    /// # Errors
    /// [`Failure::Broken`](kernel::Failure::Broken) only.
    pub fn in_memory() -> Result<Self> {
        let connection = open::in_memory()?;
        migrate::lay(&connection)?;
        Ok(Self {
            writer: Mutex::new(connection),
            readers: Vec::new(),
            turn: AtomicUsize::new(0),
            checkpointer: None,
            high_water: OnceLock::new(),
            key: Key::random()?,
        })
    }

    /// Reads from one snapshot.
    ///
    /// # Errors
    /// What `look` says, or the engine.
    pub fn read<T>(&self, look: impl FnOnce(&Read<'_>) -> Result<T>) -> Result<T> {
        let connection = self.reader();
        let transaction = Transaction::begin(&connection, "BEGIN")?;
        let found = look(&Read::new(&connection))?;
        transaction.commit()?;
        Ok(found)
    }

    /// Changes something: everything `change` does is on the disk when this returns Ok, and none of it is otherwise,
    /// be it that `change` fails, panics or the machine stops.
    ///
    /// # Errors
    /// What `change` says, or the engine.
    pub fn write<T>(&self, change: impl FnOnce(&Write<'_>) -> Result<T>) -> Result<T> {
        let connection = self.writer();
        let transaction = Transaction::begin(&connection, "BEGIN IMMEDIATE")?;
        let done = change(&Write::new(&connection))?;
        transaction.commit()?;
        self.note(&connection);
        if let Some(checkpointer) = &self.checkpointer {
            checkpointer.changed();
        }
        Ok(done)
    }

    /// From now on each commit is noted there.
    pub fn keep_mark(&self, mark: HighWater) {
        if self.high_water.set(mark).is_ok() {
            self.note(&self.writer());
        }
    }

    /// The mark this office keeps, once it keeps one.
    pub fn mark(&self) -> Option<&HighWater> {
        self.high_water.get()
    }

    fn note(&self, connection: &Connection) {
        let Some(mark) = self.high_water.get() else { return };
        // What was committed is committed; the next commit notes it.
        if let Ok(head) = audit_chain::head(&Read::new(connection)) {
            mark.note(head);
        }
    }

    /// Moves the write-ahead log into the file and lets go of it.
    ///
    /// # Errors
    /// What the disk says; everything acknowledged is safe in the log even then.
    pub fn close(self) -> Result<()> {
        drop((self.checkpointer, self.readers));
        let writer = self.writer.into_inner().unwrap_or_else(PoisonError::into_inner);
        writer.flush_prepared_statement_cache();
        open::quiet(&writer, "PRAGMA wal_checkpoint(TRUNCATE)")?;
        writer.close().map_err(|(_, error)| engine(&error))
    }

    /// The key the file is under: what slots are made with.
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// Lends a connection that reads, for a whole copy or a check.
    pub(crate) fn with_reader<T>(&self, with: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        with(&self.reader())
    }

    /// An idle reader, or the one whose turn it is to be waited for.
    fn reader(&self) -> MutexGuard<'_, Connection> {
        if self.readers.is_empty() {
            return self.writer();
        }
        let idle = self.readers.iter().find_map(|reader| reader.try_lock().ok());
        idle.unwrap_or_else(|| {
            let turn = self.turn.fetch_add(1, Ordering::Relaxed) % self.readers.len();
            self.readers[turn].lock().unwrap_or_else(PoisonError::into_inner)
        })
    }

    /// The writer is never left inside a transaction, so one whose holder panicked can be used again.
    fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Removes a database that never became one, with what lies beside it.
fn remove_database(path: &std::path::Path) {
    for part in [path.to_owned(), crate::restore::log_of(path), crate::restore::index_of(path)] {
        // What stays in the way is reported by the next attempt.
        let _ = std::fs::remove_file(part);
    }
}

/// A transaction that undoes itself when it is dropped uncommitted, also by a panic.
struct Transaction<'c> {
    connection: &'c Connection,
    open: bool,
}

impl<'c> Transaction<'c> {
    fn begin(connection: &'c Connection, sql: &str) -> Result<Self> {
        open::quiet(connection, sql)?;
        Ok(Self { connection, open: true })
    }

    fn commit(mut self) -> Result<()> {
        self.connection.execute_batch("COMMIT").map_err(|error| crate::failures::commit(&error))?;
        self.open = false;
        Ok(())
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        // After some failures (a full disk) the engine has rolled back by itself.
        if self.open && !self.connection.is_autocommit() {
            // If even this fails the connection is beyond use, and the next BEGIN says so.
            let _ = open::quiet(self.connection, "ROLLBACK");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MISSING, OfficeFolder, values};
    use kernel::{Code, Failure};

    const STOP: Code = Code("example.stop");

    fn office() -> (tempfile::TempDir, OfficeLock, Key) {
        let scratch = tempfile::tempdir().unwrap();
        let lock = OfficeFolder::at(scratch.path()).lock().unwrap();
        (scratch, lock, Key::random().unwrap())
    }

    fn put(tx: &Write<'_>, key: &str) -> Result<usize> {
        tx.run("INSERT INTO setting (key, value) VALUES ($1, $2)", values![key, ""])
    }

    fn keys(database: &Database) -> Vec<String> {
        let sql = "SELECT key FROM setting ORDER BY key";
        database.read(|tx| tx.rows(sql, values![], |row| row.get("key"))).unwrap()
    }

    #[test]
    fn a_change_that_fails_or_panics_leaves_nothing_and_the_next_one_works() {
        let (_scratch, lock, key) = office();
        let database = Database::create(&lock, &key).unwrap();
        let failed = database.write(|tx| put(tx, "a").and(Err::<(), _>(STOP.into())));
        assert_eq!(failed, Err(STOP.into()));
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            database.write(|tx| -> Result<()> {
                put(tx, "b")?;
                panic!("a bug in a verb")
            })
        }));
        assert!(panicked.is_err());
        database.write(|tx| put(tx, "c")).unwrap();
        assert_eq!(keys(&database), ["c"]);
    }

    #[test]
    fn a_read_sees_one_moment_and_does_not_wait_for_a_change() {
        let (_scratch, lock, key) = office();
        let database = Database::create(&lock, &key).unwrap();
        database
            .write(|tx| {
                put(tx, "a")?;
                assert!(keys(&database).is_empty(), "a change under way is not seen");
                Ok(())
            })
            .unwrap();
        database
            .read(|tx| {
                let count = || tx.one("SELECT count(*) AS n FROM setting", values![], |row| row.get::<i64>("n"));
                assert_eq!(count()?, 1);
                database.write(|tx| put(tx, "b"))?;
                assert_eq!(count()?, 1, "the snapshot stays what it was");
                Ok(())
            })
            .unwrap();
        assert_eq!(keys(&database), ["a", "b"]);
    }

    #[test]
    fn a_read_cannot_change_anything() {
        let (_scratch, lock, key) = office();
        let database = Database::create(&lock, &key).unwrap();
        let tried = database
            .read(|tx| tx.rows("INSERT INTO setting (key, value) VALUES ($1, $2)", values!["a", ""], |_| Ok(())));
        assert!(tried.is_err());
        assert!(keys(&database).is_empty());
    }

    #[test]
    fn more_readers_than_connections_wait_their_turn() {
        let (_scratch, lock, key) = office();
        let database = Database::create(&lock, &key).unwrap();
        std::thread::scope(|scope| {
            for number in 0..16 {
                let database = &database;
                scope.spawn(move || {
                    for round in 0..20 {
                        database.write(|tx| put(tx, &format!("{number}-{round}"))).unwrap();
                        assert!(!keys(database).is_empty());
                    }
                });
            }
        });
        assert_eq!(keys(&database).len(), 320, "no write was lost between threads");
    }

    #[test]
    fn a_moment_after_a_change_the_log_is_in_the_file() {
        let (_scratch, lock, key) = office();
        let database = Database::create(&lock, &key).unwrap();
        let alone = || std::fs::read(lock.database()).unwrap();
        let before = alone();
        database.write(|tx| put(tx, "a")).unwrap();
        assert_eq!(alone(), before, "whoever writes does not wait for it");
        let began = std::time::Instant::now();
        while alone() == before {
            assert!(began.elapsed() < std::time::Duration::from_secs(60), "the log stays where it is");
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }

    #[test]
    fn an_office_is_made_once_and_opened_where_it_is() {
        let (_scratch, lock, key) = office();
        assert_eq!(Database::open(&lock, &key).err(), Some(Failure::from(MISSING)));
        Database::create(&lock, &key).unwrap().close().unwrap();
        assert!(!crate::restore::log_of(&lock.database()).exists(), "a closed office is one file");
        assert_eq!(Database::create(&lock, &key).err(), Some(Failure::from(EXISTS)));
        Database::open(&lock, &key).unwrap();
    }
}
