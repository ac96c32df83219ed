//! Putting a backup in the office's place, and practising it.
//!
//! The backup is unpacked beside the office, opened and compared there; only then a marker is written, and from it on
//! every step is a rename that can be repeated. A power cut leaves the old office or the new one: the next program that
//! takes the office finishes what was begun. The old office stays in a folder of its own.

use crate::backup::{self, DATABASE, KEYS, Label};
use crate::failures::file_system;
use crate::scratch::{self, Scratch};
use crate::{Database, Key, Keys, OfficeFolder, OfficeLock, RecoveryCode, folder};
use kernel::id::PersonId;
use kernel::{Failure, Moment, Result};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What opens a backup.
pub enum Credential<'a> {
    /// A name and a password of the time it was made.
    Password { login: &'a str, password: &'a str },
    /// The recovery code of the time it was made.
    Code(&'a RecoveryCode),
    /// The key of the open office.
    Key(&'a Key),
}

/// What came of a restore.
#[derive(Debug)]
pub struct Restored {
    /// The key of the restored office.
    pub key: Key,
    /// Whose password opened it.
    pub person: Option<PersonId>,
    pub label: Label,
    /// Where the old office lies, if there was one.
    pub kept: Option<PathBuf>,
}

/// Puts a backup in the office's place. The database must be closed; the lock says that nobody else has it.
///
/// # Errors
/// [`BACKUP_DAMAGED`](crate::BACKUP_DAMAGED), [`BACKUP_DIFFERS`](crate::BACKUP_DIFFERS),
/// [`BACKUP_OTHER_KEY`](crate::BACKUP_OTHER_KEY), [`WRONG_PASSWORD`](crate::WRONG_PASSWORD),
/// [`WRONG_CODE`](crate::WRONG_CODE), [`NEWER`](crate::NEWER), what the disk says. The office is untouched then.
pub fn restore(file: &Path, lock: &OfficeLock, credential: &Credential<'_>, now: Moment) -> Result<Restored> {
    let staging = staging(lock);
    remove_dir_if_there(&staging)?;
    folder::create_private_dir(&staging)?;
    let prepared = prepare(file, &staging, credential);
    if prepared.is_err() {
        remove_dir_if_there(&staging)?;
    }
    let (key, person, label) = prepared?;
    let kept = free_folder(lock, &format!("before-restore-{}", backup::stamp(now)));
    leave_note(lock, &key, person, &label, now)?;
    let had_office = lock.database().exists() || lock.keys().exists();
    let name = kept.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    folder::write_atomically(&marker(lock), name.as_bytes())?;
    finish_interrupted(lock)?;
    Ok(Restored { key, person, label, kept: had_office.then_some(kept) })
}

/// What a restore leaves beside the office before anything is moved, so that whoever opens it next, also after a power
/// cut, can tell a restore of this program from an older database that somebody put there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub made_at: Moment,
    pub at: Moment,
    pub person: Option<PersonId>,
    /// Lines of the trail in what was restored, and the seal of the newest.
    pub audit_seq: i64,
    pub audit_head: String,
    /// The heads of the other backups that lay there: they tell of what was left behind.
    pub left: Vec<String>,
    seal: String,
}

impl Note {
    fn sealed_by(&self, key: &Key) -> String {
        let whole =
            serde_json::to_vec(&(&self.made_at, &self.at, &self.person, self.audit_seq, &self.audit_head, &self.left));
        crate::audit_chain::hexadecimal(&key.keyed_hash("restored", &[&whole.unwrap_or_default()]))
    }
}

fn leave_note(lock: &OfficeLock, key: &Key, person: Option<PersonId>, label: &Label, now: Moment) -> Result<()> {
    let left = backup::files(lock).into_iter().filter_map(|path| backup::label(&path).ok());
    let mut note = Note {
        made_at: label.made_at,
        at: now,
        person,
        audit_seq: label.audit_seq,
        audit_head: label.audit_head.clone(),
        left: left.map(|label| label.audit_head).collect(),
        seal: String::new(),
    };
    note.seal = note.sealed_by(key);
    let bytes = serde_json::to_vec(&note).map_err(Failure::broken)?;
    folder::write_atomically(&lock.restored(), &bytes)
}

/// The note of a restore that no line tells of yet, where it was sealed with the key that opens the office.
pub fn note(lock: &OfficeLock, key: &Key) -> Option<Note> {
    let about = fs::symlink_metadata(lock.restored()).ok()?;
    let small = about.is_file() && about.len() < 1 << 20;
    let note: Note = serde_json::from_slice(&small.then(|| fs::read(lock.restored()).ok())??).ok()?;
    (note.sealed_by(key) == note.seal).then_some(note)
}

/// Removes the note: a line tells of the restore now.
///
/// # Errors
/// What the file system says.
pub fn forget_note(lock: &OfficeLock) -> Result<()> {
    folder::remove_if_there(&lock.restored())
}

/// The folder for the old office; never one that holds another already.
fn free_folder(office: &OfficeFolder, name: &str) -> PathBuf {
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered).map(|name| office.root().join(name));
    names.find(|path| !path.exists()).unwrap_or_else(|| office.root().join(name))
}

fn prepare(file: &Path, staging: &Path, credential: &Credential<'_>) -> Result<(Key, Option<PersonId>, Label)> {
    let label = backup::unpack(file, staging)?;
    let newer = kernel::Refusal::new(crate::NEWER).with("found", label.schema).with("known", crate::NEWEST);
    kernel::require(label.schema <= crate::NEWEST, newer)?;
    let keys = || {
        let bytes = fs::read(staging.join(KEYS)).map_err(|error| file_system(&error, KEYS))?;
        Keys::from_bytes(&bytes)
    };
    let (key, person) = match credential {
        Credential::Password { login, password } => {
            let (person, key) = keys()?.unlock_with_password(login, password)?;
            (key, Some(person))
        }
        Credential::Code(code) => (keys()?.unlock_with_code(code)?, None),
        Credential::Key(key) => ((*key).clone(), None),
    };
    backup::compare(&staging.join(DATABASE), &key, &label)?;
    Ok((key, person, label))
}

/// Finishes a restore that was interrupted after its marker, and sweeps up one that was interrupted before. Called
/// whenever an office is taken.
pub(crate) fn finish_interrupted(lock: &OfficeLock) -> Result<()> {
    scratch::sweep(lock.root())?;
    scratch::sweep(&lock.backups())?;
    let staging = staging(lock);
    let kept = match fs::read_to_string(marker(lock)) {
        Ok(name) if name.starts_with("before-restore-") && !name.contains(['/', '\\']) => lock.root().join(name),
        Ok(name) => return Err(Failure::broken(format!("a restore names a strange folder: {name}"))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return remove_dir_if_there(&staging),
        Err(error) => return Err(file_system(&error, "a restore that was begun")),
    };
    let swapped = swap(lock, &staging, &kept);
    swapped.map_err(|error| file_system(&error, "putting a backup in the office's place"))?;
    remove_dir_if_there(&staging)
}

/// Every step is done only where it is not done yet, so the whole can be begun again at any point.
fn swap(lock: &OfficeLock, staging: &Path, kept: &Path) -> std::io::Result<()> {
    let (database, log, index) = (lock.database(), log_of(&lock.database()), index_of(&lock.database()));
    // The old log belongs to the old database: it leaves first, and never lies beside the new one.
    let parts = [(staging.join(DATABASE), vec![log, index, database]), (staging.join(KEYS), vec![lock.keys()])];
    for (new, old) in parts {
        if !new.exists() {
            continue;
        }
        for part in old.iter().filter(|part| part.exists()) {
            fs::create_dir_all(kept)?;
            fs::rename(part, kept.join(part.file_name().unwrap_or_default()))?;
        }
        if let Some(place) = old.last() {
            fs::rename(&new, place)?;
        }
    }
    if kept.exists() {
        folder::sync_parent(&kept.join(DATABASE))?;
    }
    folder::sync_parent(&lock.database())
}

/// What a drill did, step by step, and how long each took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The key of its words: `backup.step.<name>`.
    pub name: &'static str,
    pub took: Duration,
}

/// Practises a restore: puts the backup into an empty office beside it, opens that one as the program would, compares
/// it with its label, and removes it. The real office is not touched.
///
/// # Errors
/// As [`restore`] and [`Database::open`].
pub fn drill(file: &Path, credential: &Credential<'_>, now: Moment) -> Result<(Label, Vec<Step>)> {
    let beside = file.parent().ok_or_else(|| Failure::broken("a backup lies in a folder"))?;
    let mut steps = Vec::new();
    let mut begun = Instant::now();
    let mut done = |name| {
        steps.push(Step { name, took: begun.elapsed() });
        begun = Instant::now();
    };
    let scratch = Scratch::within(beside)?;
    let lock = OfficeFolder::at(scratch.path().join("office")).lock()?;
    done("prepared");
    let restored = restore(file, &lock, credential, now)?;
    done("restored");
    let database = Database::open(&lock, &restored.key)?;
    done("opened");
    let report = database.verify()?;
    kernel::require(report.is_sound(), crate::BACKUP_DIFFERS)?;
    done("compared");
    database.close()?;
    drop(lock);
    drop(scratch);
    done("removed");
    Ok((restored.label, steps))
}

fn staging(office: &OfficeFolder) -> PathBuf {
    office.root().join("restoring")
}

fn marker(office: &OfficeFolder) -> PathBuf {
    staging(office).join("ready")
}

fn remove_dir_if_there(path: &Path) -> Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(file_system(&error, "removing a folder")),
        _ => Ok(()),
    }
}

/// The write-ahead log beside a database.
pub(crate) fn log_of(database: &Path) -> PathBuf {
    with_ending(database, "-wal")
}

/// The index of that log.
pub(crate) fn index_of(database: &Path) -> PathBuf {
    with_ending(database, "-shm")
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::{Kind, make};
    use crate::{BACKUP_DAMAGED, Cost, WRONG_PASSWORD, values};

    const NOW: Moment = Moment::from_micros(1_795_298_620_000_000);
    const PASSWORD: Credential<'static> = Credential::Password { login: "noura", password: "a password" };

    /// An office with one setting, a backup of it, and a second setting made after.
    fn office() -> (tempfile::TempDir, OfficeLock, Database, PathBuf) {
        let scratch = tempfile::tempdir().unwrap();
        let lock = OfficeFolder::at(scratch.path().join("office")).lock().unwrap();
        let key = Key::random().unwrap();
        let mut keys = Keys::create(Cost::cheap()).unwrap();
        keys.add_slot(&key, PersonId::from_bytes([1; 16]), "noura", "a password").unwrap();
        keys.save(&lock, &key).unwrap();
        let database = Database::create(&lock, &key).unwrap();
        put(&database, "before");
        let made = make(&database, &lock, Kind::Manual, NOW).unwrap();
        put(&database, "after");
        (scratch, lock, database, made.path)
    }

    fn put(database: &Database, key: &str) {
        let sql = "INSERT INTO setting (key, value) VALUES ($1, $2)";
        database.write(|tx| tx.run(sql, values![key, ""])).unwrap();
    }

    fn settings(lock: &OfficeLock, key: &Key) -> Vec<String> {
        let database = Database::open(lock, key).unwrap();
        let sql = "SELECT key FROM setting ORDER BY key";
        database.read(|tx| tx.rows(sql, values![], |row| row.get("key"))).unwrap()
    }

    #[test]
    fn a_backup_takes_the_place_of_the_office_and_the_old_one_is_kept_whole() {
        let (_scratch, lock, database, file) = office();
        database.close().unwrap();
        let restored = restore(&file, &lock, &PASSWORD, NOW).unwrap();
        assert_eq!(restored.person, Some(PersonId::from_bytes([1; 16])));
        assert_eq!(settings(&lock, &restored.key), ["before"]);
        let kept = OfficeFolder::at(restored.kept.unwrap()).lock().unwrap();
        assert_eq!(kept.root().file_name().unwrap(), "before-restore-2026-11-22-010340");
        assert_eq!(settings(&kept, &restored.key), ["after", "before"]);
        let again = restore(&file, &lock, &PASSWORD, NOW).unwrap();
        assert_ne!(again.kept.unwrap(), kept.root(), "an office that was kept is never overwritten");
    }

    #[test]
    fn a_backup_opens_on_a_new_machine_with_the_password_of_its_time() {
        let (scratch, _lock, database, file) = office();
        drop(database);
        let elsewhere = OfficeFolder::at(scratch.path().join("elsewhere")).lock().unwrap();
        let restored = restore(&file, &elsewhere, &PASSWORD, NOW).unwrap();
        assert_eq!(restored.kept, None);
        let (_, key) = Keys::load(&elsewhere).unwrap().unlock_with_password("noura", "a password").unwrap();
        assert_eq!(settings(&elsewhere, &key), ["before"]);
    }

    #[test]
    fn a_refused_restore_leaves_the_office_as_it_was() {
        let (_scratch, lock, database, file) = office();
        let key = database.key().clone();
        database.close().unwrap();
        let wrong = Credential::Password { login: "noura", password: "not it" };
        let refused = restore(&file, &lock, &wrong, NOW).unwrap_err();
        assert_eq!(refused.code(), Some(WRONG_PASSWORD));
        fs::write(&file, "not a backup").unwrap();
        assert_eq!(restore(&file, &lock, &PASSWORD, NOW).unwrap_err().code(), Some(BACKUP_DAMAGED));
        assert_eq!(settings(&lock, &key), ["after", "before"]);
        assert!(!staging(&lock).exists());
    }

    #[test]
    fn a_restore_that_stopped_at_any_step_is_finished_or_forgotten_when_the_office_is_taken() {
        // How far the swap came before the power went: nothing, the old log, the old file, the new file, the old keys.
        for steps in 0..5 {
            let (_scratch, lock, database, file) = office();
            let key = database.key().clone();
            database.close().unwrap();
            let staging = staging(&lock);
            folder::create_private_dir(&staging).unwrap();
            prepare(&file, &staging, &PASSWORD).unwrap();
            let folder = OfficeFolder::at(lock.root());
            fs::write(log_of(&lock.database()), "an old log").unwrap();
            fs::write(marker(&lock), "before-restore-x").unwrap();
            let kept = lock.root().join("before-restore-x");
            fs::create_dir_all(&kept).unwrap();
            let renames = [
                (log_of(&lock.database()), log_of(&kept.join(DATABASE))),
                (lock.database(), kept.join(DATABASE)),
                (staging.join(DATABASE), lock.database()),
                (lock.keys(), kept.join(KEYS)),
            ];
            for (from, to) in renames.iter().take(steps) {
                fs::rename(from, to).unwrap();
            }
            drop(lock);
            let lock = folder.lock().unwrap();
            assert_eq!(settings(&lock, &key), ["before"], "stopped after {steps} steps");
            assert!(lock.keys().exists() && !staging.exists());
            let left: Vec<_> = [DATABASE, KEYS].iter().map(|part| kept.join(part).exists()).collect();
            assert_eq!(left, [true, true], "the old office is kept whole");
        }
        // Without its marker it was never decided: the old office stays.
        let (_scratch, lock, database, file) = office();
        let key = database.key().clone();
        database.close().unwrap();
        folder::create_private_dir(&staging(&lock)).unwrap();
        prepare(&file, &staging(&lock), &PASSWORD).unwrap();
        let folder = OfficeFolder::at(lock.root());
        drop(lock);
        let lock = folder.lock().unwrap();
        assert_eq!(settings(&lock, &key), ["after", "before"]);
        assert!(!staging(&lock).exists());
    }

    #[test]
    fn a_drill_goes_the_whole_way_and_leaves_no_trace() {
        let (_scratch, lock, database, file) = office();
        let (label, steps) = drill(&file, &Credential::Key(database.key()), NOW).unwrap();
        assert_eq!(label.rows["setting"], 1);
        let names: Vec<_> = steps.iter().map(|step| step.name).collect();
        assert_eq!(names, ["prepared", "restored", "opened", "compared", "removed"]);
        assert_eq!(fs::read_dir(lock.backups()).unwrap().count(), 1, "only the backup itself");
        drop(database);
        fs::write(&file, &fs::read(&file).unwrap()[..5_000]).unwrap();
        assert!(drill(&file, &PASSWORD, NOW).is_err());
        assert_eq!(fs::read_dir(lock.backups()).unwrap().count(), 1);
    }
}
