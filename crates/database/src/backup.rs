//! Backups: a copy of the whole office in one file that says what it holds.
//!
//! A `.sharaka` file is a zip, stored and not compressed (what is encrypted does not shrink), of three parts: the
//! database under its own key, the key slots, and a label with the fingerprints of both, the rows of each table and the
//! head of the audit trail at that moment.

use crate::audit_chain::{self, Head};
use crate::failures::{BACKUP_DAMAGED, BACKUP_DIFFERS, BACKUP_OTHER_KEY, engine, file_system};
use crate::open::{self, Purpose};
use crate::scratch::Scratch;
use crate::{Database, Key, OfficeFolder, Read, WRONG_KEY, folder, migrate};
use kernel::{Failure, Moment, Result, day::Day};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

pub(crate) const DATABASE: &str = "office.db";
pub(crate) const KEYS: &str = "office.keys";
const LABEL: &str = "label.json";
/// What follows the last dot of a backup's name.
pub const EXTENSION: &str = "sharaka";

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Daily,
    Weekly,
    Monthly,
    /// A person asked for it; the rotation leaves it alone.
    Manual,
    /// Made before the tables are brought up to today.
    BeforeUpgrade,
    /// Made before another backup takes the office's place.
    BeforeRestore,
}

impl Kind {
    pub const ALL: [Self; 6] =
        [Self::Daily, Self::Weekly, Self::Monthly, Self::Manual, Self::BeforeUpgrade, Self::BeforeRestore];

    /// As it stands in the `backup` table and in file names.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Manual => "manual",
            Self::BeforeUpgrade => "before_upgrade",
            Self::BeforeRestore => "before_restore",
        }
    }
}

/// What a backup says of itself. It names nobody: only counts and fingerprints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    pub made_at: Moment,
    pub kind: Kind,
    /// The number of the tables, see [`NEWEST`](crate::NEWEST).
    pub schema: i64,
    pub audit_seq: i64,
    /// The seal of the newest line of the audit trail, in hexadecimal.
    pub audit_head: String,
    /// How many rows each table held.
    pub rows: BTreeMap<String, i64>,
    /// The SHA-256 of each part, in hexadecimal.
    pub parts: BTreeMap<String, String>,
}

/// A backup on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupFile {
    pub path: PathBuf,
    /// In bytes.
    pub size: u64,
    pub label: Label,
    pub audit_head: Head,
}

/// Makes a backup of an open office into its `backups` folder, while work goes on: it holds one moment.
///
/// # Errors
/// What the disk says; a half-made file is removed.
pub fn make(database: &Database, office: &OfficeFolder, kind: Kind, now: Moment) -> Result<BackupFile> {
    database.with_reader(|connection| make_from(connection, database.key(), office, kind, now))
}

/// The backup of an office whose tables are older than the program.
pub(crate) fn before_upgrade(connection: &Connection, office: &OfficeFolder, key: &Key) -> Result<()> {
    let elapsed = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let now = Moment::from_micros(0).after(elapsed);
    let made = make_from(connection, key, office, Kind::BeforeUpgrade, now)?;
    verify(&made.path, key).map(drop)
}

fn make_from(connection: &Connection, key: &Key, office: &OfficeFolder, kind: Kind, now: Moment) -> Result<BackupFile> {
    folder::create_private_dir(&office.backups())?;
    let scratch = Scratch::within(&office.backups())?;
    let database = scratch.path().join(DATABASE);
    let state = {
        // One snapshot for the label and for the copy.
        let _snapshot = connection.unchecked_transaction().map_err(|error| engine(&error))?;
        let state = State::of(connection)?;
        copy(connection, &database, key)?;
        state
    };
    let keys = std::fs::read(office.keys()).map_err(|error| file_system(&error, KEYS))?;
    let parts = BTreeMap::from([
        (DATABASE.to_owned(), fingerprint_of(&database).map_err(|error| file_system(&error, DATABASE))?),
        (KEYS.to_owned(), audit_chain::fingerprint(&keys)),
    ]);
    let label = Label {
        made_at: now,
        kind,
        schema: state.schema,
        audit_seq: state.head.seq,
        audit_head: state.head.printed(),
        rows: state.rows,
        parts,
    };
    let packed = scratch.path().join("packed");
    pack(&packed, &label, &database, &keys).map_err(|error| file_system(&error, "packing a backup"))?;
    let path = free_name(&office.backups(), kind, now);
    let size = std::fs::rename(&packed, &path)
        .and_then(|()| folder::sync_parent(&path))
        .and_then(|()| std::fs::metadata(&path))
        .map_err(|error| file_system(&error, "a backup"))?
        .len();
    Ok(BackupFile { path, size, label, audit_head: state.head })
}

/// What is compared between an office and its copy.
pub(crate) struct State {
    schema: i64,
    rows: BTreeMap<String, i64>,
    head: Head,
}

impl State {
    pub(crate) fn of(connection: &Connection) -> Result<Self> {
        Ok(Self {
            schema: migrate::version(connection)?,
            rows: open::row_counts(connection)?,
            head: audit_chain::head(&Read::new(connection))?,
        })
    }
}

/// Copies a whole database, as of one moment, into a new file under `key`; on the disk when this returns.
pub(crate) fn copy(from: &Connection, to: &Path, key: &Key) -> Result<()> {
    let mut target = open::make(to, key, Purpose::Copy)?;
    let backup = rusqlite::backup::Backup::new(from, &mut target).map_err(|error| engine(&error))?;
    loop {
        use rusqlite::backup::StepResult;
        match backup.step(-1).map_err(|error| engine(&error))? {
            StepResult::Done => break,
            // Another connection holds the file for a moment.
            _ => std::thread::sleep(std::time::Duration::from_millis(20)),
        }
    }
    drop(backup);
    // A copy stands alone: no log beside it that could be forgotten.
    open::quiet(&target, "PRAGMA journal_mode = DELETE")?;
    target.close().map_err(|(_, error)| engine(&error))?;
    File::options()
        .write(true)
        .open(to)
        .and_then(|file| file.sync_all())
        .map_err(|error| file_system(&error, "a copy of the database"))
}

fn pack(to: &Path, label: &Label, database: &Path, keys: &[u8]) -> std::io::Result<()> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    let mut zip = ZipWriter::new(folder::create_private_file(to)?);
    zip.start_file(LABEL, stored)?;
    zip.write_all(&serde_json::to_vec_pretty(label)?)?;
    zip.start_file(KEYS, stored)?;
    zip.write_all(keys)?;
    zip.start_file(DATABASE, stored)?;
    std::io::copy(&mut File::open(database)?, &mut zip)?;
    zip.finish()?.sync_all()
}

/// `2026-11-21-220340-daily.sharaka` by the clock of Riyadh, or the next free one.
fn free_name(directory: &Path, kind: Kind, now: Moment) -> PathBuf {
    let base = format!("{}-{}", stamp(now), kind.word());
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let names = std::iter::once(base.clone()).chain(numbered).map(|name| directory.join(format!("{name}.{EXTENSION}")));
    let mut free = names.skip_while(|path| path.exists());
    free.next().unwrap_or_else(|| directory.join(base))
}

/// An instant for the name of a file, by the clock of Riyadh.
pub(crate) fn stamp(now: Moment) -> String {
    let day = Day::in_riyadh(now);
    let seconds = now.riyadh_micros_of_day() / 1_000_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{:04}-{:02}-{:02}-{hours:02}{minutes:02}{seconds:02}", day.year(), day.month(), day.day_of_month())
}

fn fingerprint_of(path: &Path) -> std::io::Result<String> {
    let (mut file, mut digest) = (File::open(path)?, Sha256::new());
    let mut piece = vec![0; 64 * 1_024];
    loop {
        match file.read(&mut piece)? {
            0 => break,
            length => digest.update(&piece[..length]),
        }
    }
    Ok(audit_chain::hexadecimal(&digest.finalize().into()))
}

/// Reads what a backup says of itself, without opening anything.
///
/// # Errors
/// [`BACKUP_DAMAGED`]; what the disk says.
pub fn label(file: &Path) -> Result<Label> {
    let mut zip = archive(file)?;
    read_label(&mut zip)
}

fn archive(file: &Path) -> Result<ZipArchive<File>> {
    // Opening a pipe would wait for whoever writes into it.
    let about = std::fs::metadata(file).map_err(|error| file_system(&error, "a backup"))?;
    kernel::require(about.is_file(), BACKUP_DAMAGED)?;
    let opened = File::open(file).map_err(|error| file_system(&error, "a backup"))?;
    ZipArchive::new(opened).map_err(|_| BACKUP_DAMAGED.into())
}

fn read_label(zip: &mut ZipArchive<File>) -> Result<Label> {
    let mut bytes = Vec::new();
    let part = zip.by_name(LABEL).map_err(|_| BACKUP_DAMAGED)?;
    // A label is small; anything longer is not one of ours.
    part.take(1 << 20).read_to_end(&mut bytes).map_err(|_| BACKUP_DAMAGED)?;
    serde_json::from_slice(&bytes).map_err(|_| BACKUP_DAMAGED.into())
}

/// Takes a backup apart into a folder and compares the fingerprints of its parts.
///
/// # Errors
/// [`BACKUP_DAMAGED`]; what the disk says.
pub(crate) fn unpack(file: &Path, into: &Path) -> Result<Label> {
    let mut zip = archive(file)?;
    let label = read_label(&mut zip)?;
    for name in [KEYS, DATABASE] {
        let mut part = zip.by_name(name).map_err(|_| BACKUP_DAMAGED)?;
        // Stored parts cannot grow beyond the file they come in.
        kernel::require(part.compression() == CompressionMethod::Stored, BACKUP_DAMAGED)?;
        let path = into.join(name);
        let mut unpacked =
            folder::create_private_file(&path).map_err(|error| file_system(&error, "unpacking a backup"))?;
        std::io::copy(&mut part, &mut unpacked).and_then(|_| unpacked.sync_all()).map_err(|error| {
            match error.kind() {
                std::io::ErrorKind::InvalidData | std::io::ErrorKind::UnexpectedEof => BACKUP_DAMAGED.into(),
                _ => file_system(&error, "unpacking a backup"),
            }
        })?;
        let found = fingerprint_of(&path).map_err(|error| file_system(&error, "unpacking a backup"))?;
        kernel::require(label.parts.get(name) == Some(&found), BACKUP_DAMAGED)?;
    }
    Ok(label)
}

/// Opens the copy in a backup and compares it with its label: every page, every table, the rows of each, the head and
/// the chain of the audit trail.
///
/// # Errors
/// [`BACKUP_DAMAGED`]; [`BACKUP_DIFFERS`]; [`BACKUP_OTHER_KEY`], for one made before the key was changed.
pub fn verify(file: &Path, key: &Key) -> Result<Label> {
    let beside = file.parent().ok_or_else(|| Failure::broken("a backup lies in a folder"))?;
    let scratch = Scratch::within(beside)?;
    let label = unpack(file, scratch.path())?;
    compare(&scratch.path().join(DATABASE), key, &label)?;
    Ok(label)
}

/// Opens an unpacked copy and compares it with its label.
pub(crate) fn compare(database: &Path, key: &Key, label: &Label) -> Result<()> {
    let connection = open::connect(database, key, Purpose::Copy).map_err(|failure| match failure.code() {
        // The fingerprint agrees, so the file is whole: it is the key that is another one.
        Some(WRONG_KEY) => BACKUP_OTHER_KEY.into(),
        _ => failure,
    })?;
    kernel::require(open::complaints(&connection)?.is_empty(), BACKUP_DAMAGED)?;
    let state = State::of(&connection)?;
    let agrees = state.schema == label.schema
        && state.rows == label.rows
        && state.head.seq == label.audit_seq
        && state.head.printed() == label.audit_head;
    kernel::require(agrees && audit_chain::check(&Read::new(&connection))?.is_intact(), BACKUP_DIFFERS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Cost, Keys, OfficeLock, values};
    use kernel::id::PersonId;

    fn office() -> (tempfile::TempDir, OfficeLock, Database) {
        let scratch = tempfile::tempdir().unwrap();
        let lock = OfficeFolder::at(scratch.path()).lock().unwrap();
        let key = Key::random().unwrap();
        let mut keys = Keys::create(Cost::cheap()).unwrap();
        keys.add_slot(&key, PersonId::from_bytes([1; 16]), "noura", "a password").unwrap();
        keys.save(&lock, &key).unwrap();
        let database = Database::create(&lock, &key).unwrap();
        (scratch, lock, database)
    }

    fn put(database: &Database, key: &str) {
        database.write(|tx| tx.run("INSERT INTO setting (key, value) VALUES ($1, $2)", values![key, "نورة"])).unwrap();
    }

    /// Where in the file the label, the slots and the database stand.
    fn contents(file: &Path) -> Vec<std::ops::Range<usize>> {
        let mut zip = archive(file).unwrap();
        let part = |name: &str| {
            let part = zip.by_name(name).unwrap();
            let start = usize::try_from(part.data_start().unwrap()).unwrap();
            start..start + usize::try_from(part.compressed_size()).unwrap()
        };
        [LABEL, KEYS, DATABASE].map(part).into()
    }

    #[test]
    fn a_backup_holds_one_moment_and_agrees_with_its_label() {
        let (_scratch, lock, database) = office();
        put(&database, "a");
        let now = Moment::from_micros(1_795_298_620_000_000);
        let made = make(&database, &lock, Kind::Daily, now).unwrap();
        put(&database, "b");
        assert_eq!(made.path.file_name().unwrap(), "2026-11-22-010340-daily.sharaka", "by the clock of Riyadh");
        assert_eq!(made.label.rows["setting"], 1);
        assert_eq!(verify(&made.path, database.key()).unwrap(), made.label);
        assert_eq!(label(&made.path).unwrap(), made.label);
        let second = make(&database, &lock, Kind::Daily, now).unwrap();
        assert_ne!(second.path, made.path, "a backup never overwrites another");
        assert_eq!(std::fs::read_dir(lock.backups()).unwrap().count(), 2, "nothing is left lying about");
    }

    #[test]
    fn a_backup_that_is_not_what_was_made_is_refused() {
        let (_scratch, lock, database) = office();
        put(&database, "a");
        let made = make(&database, &lock, Kind::Manual, Moment::from_micros(0)).unwrap();
        let code = |key: &Key| verify(&made.path, key).err().and_then(|failure| failure.code());
        assert_eq!(code(&Key::random().unwrap()), Some(BACKUP_OTHER_KEY));

        let whole = std::fs::read(&made.path).unwrap();
        let held = contents(&made.path);
        let places =
            (0..whole.len()).step_by(whole.len() / 40).chain(held.iter().flat_map(|part| [part.start, part.end - 1]));
        for place in places {
            let mut damaged = whole.clone();
            damaged[place] ^= 0x10;
            std::fs::write(&made.path, &damaged).unwrap();
            let noticed = code(database.key());
            if held.iter().any(|part| part.contains(&place)) {
                assert!(
                    matches!(noticed, Some(BACKUP_DAMAGED | BACKUP_DIFFERS)),
                    "byte {place} of what it holds: {noticed:?}"
                );
            } else {
                // Around the parts a flipped bit may harm nothing, as in a date of the zip.
                assert!(matches!(noticed, None | Some(BACKUP_DAMAGED | BACKUP_DIFFERS)), "byte {place}: {noticed:?}");
            }
            std::fs::write(&made.path, &whole[..place]).unwrap();
            assert_eq!(code(database.key()), Some(BACKUP_DAMAGED), "cut at {place}");
        }
        std::fs::write(&made.path, &whole).unwrap();
        assert_eq!(code(database.key()), None);
    }

    #[test]
    fn a_label_that_tells_another_story_is_refused() {
        let (_scratch, lock, database) = office();
        let made = make(&database, &lock, Kind::Manual, Moment::from_micros(0)).unwrap();
        let scratch = Scratch::within(lock.root()).unwrap();
        let mut label = unpack(&made.path, scratch.path()).unwrap();
        label.rows.insert("setting".into(), 1);
        let refused = compare(&scratch.path().join(DATABASE), database.key(), &label).unwrap_err();
        assert_eq!(refused.code(), Some(BACKUP_DIFFERS));
    }
}
