//! The office folder: where its parts lie, and how a small file is written so that a power cut leaves the old one or
//! the new one, never half of either.

use crate::failures::{IN_USE, file_system};
use crate::{OfficeLock, private, restore};
use kernel::Result;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// One association's folder. Holding one says nothing about what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeFolder {
    root: PathBuf,
}

impl OfficeFolder {
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The encrypted database.
    pub fn database(&self) -> PathBuf {
        self.root.join("office.db")
    }

    /// The key slots.
    pub fn keys(&self) -> PathBuf {
        self.root.join("office.keys")
    }

    /// The counting of wrong passwords.
    pub fn login_attempts(&self) -> PathBuf {
        self.root.join("office.tries")
    }

    /// The mark of a demonstration, in the open.
    pub fn demonstration(&self) -> PathBuf {
        self.root.join("office.demo")
    }

    /// The file whose lock says that a program has the office open.
    pub fn lock_file(&self) -> PathBuf {
        self.root.join("office.lock")
    }

    pub fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }

    /// Is there an office here, open or not?
    pub fn is_set_up(&self) -> bool {
        self.keys().is_file() && self.database().is_file()
    }

    /// Puts aside what a first run left that was cut off before its key slots were written. Nobody can open that file,
    /// unless it is an old office whose slots got lost and lie in a backup: so it is moved into a folder of its own,
    /// never removed.
    ///
    /// # Errors
    /// What the file system says.
    pub fn put_aside_unfinished(&self) -> Result<()> {
        let database = self.database();
        if self.keys().exists() || !database.exists() {
            return Ok(());
        }
        let mut aside = (1..).map(|number| self.root.join(format!("without-keys-{number}")));
        let Some(aside) = aside.find(|path| !path.exists()) else { return Ok(()) };
        create_private_dir(&aside)?;
        for part in [restore::log_of(&database), restore::index_of(&database), database] {
            if part.exists() {
                fs::rename(&part, aside.join(part.file_name().unwrap_or_default()))
                    .map_err(|error| file_system(&error, "putting an unfinished office aside"))?;
            }
        }
        Ok(())
    }

    /// Takes the office for this program, waiting a moment for one that is just closing. A restore that was
    /// interrupted half way is finished first.
    ///
    /// # Errors
    /// [`IN_USE`], when another program keeps it for longer than a second and a half; what the file system says
    /// otherwise.
    pub fn lock(&self) -> Result<OfficeLock> {
        const PATIENCE: Duration = Duration::from_millis(1_500);
        create_private_dir(&self.root)?;
        let path = self.lock_file();
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| file_system(&error, "office.lock"))?;
        let begun = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(fs::TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(50));
                }
                Err(fs::TryLockError::WouldBlock) => return Err(IN_USE.into()),
                Err(fs::TryLockError::Error(error)) => return Err(file_system(&error, "office.lock")),
            }
        }
        let lock = OfficeLock::new(self.clone(), file);
        restore::finish_interrupted(&lock)?;
        private::keep(self)?;
        Ok(lock)
    }
}

/// Makes a folder only its owner may look into, where the system knows such a thing.
pub(crate) fn create_private_dir(path: &Path) -> Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|error| file_system(&error, "a folder of the office"))
}

/// Makes a file only its owner may read, refusing one that is there.
pub(crate) fn create_private_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Writes a whole file: a new one beside it, on the disk before it takes the place of the old.
pub(crate) fn write_atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    let beside = beside(path, "new");
    // One left over from an interrupted writing is of no use to anybody.
    remove_if_there(&beside)?;
    let written = (|| {
        let mut file = create_private_file(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)?;
        sync_parent(path)
    })();
    written.map_err(|error| {
        // The reason is what counts; that the leftover may stay too adds nothing to it.
        let _ = fs::remove_file(&beside);
        file_system(&error, "writing a file of the office")
    })
}

/// `office.keys` → `office.keys.new`.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    PathBuf::from(name)
}

pub(crate) fn remove_if_there(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(file_system(&error, "removing a file")),
        _ => Ok(()),
    }
}

/// A rename is on the disk only when the folder is.
pub(crate) fn sync_parent(path: &Path) -> std::io::Result<()> {
    // Windows has no such call; there the rename itself is journalled.
    #[cfg(unix)]
    if let Some(parent) = path.parent() {
        File::open(parent)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_program_is_refused_within_two_seconds_and_let_in_when_the_first_has_gone() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::at(scratch.path().join("office"));
        let first = folder.lock().unwrap();
        let begun = Instant::now();
        let second = folder.lock().err().and_then(|failure| failure.code());
        assert_eq!(second, Some(IN_USE), "two programs must never have one office open");
        assert!(begun.elapsed() < Duration::from_secs(2), "the person must not wait for the answer");
        drop(first);
        assert!(folder.lock().is_ok(), "a lock must go with its program");
    }

    #[test]
    fn a_file_is_replaced_whole_and_leaves_nothing_beside_it() {
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("office.keys");
        fs::write(beside(&path, "new"), "half of an interrupted writing").unwrap();
        write_atomically(&path, b"one").unwrap();
        write_atomically(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 1);
        #[cfg(unix)]
        {
            let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&path).unwrap().permissions());
            assert_eq!(mode & 0o077, 0, "no other user of the machine may read the slots");
        }
    }

    #[test]
    fn a_database_without_its_slots_is_put_aside_and_never_removed() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::at(scratch.path());
        for round in 1..=2 {
            fs::write(folder.database(), format!("office {round}")).unwrap();
            folder.put_aside_unfinished().unwrap();
            assert!(!folder.database().exists());
            let kept = scratch.path().join(format!("without-keys-{round}")).join("office.db");
            assert_eq!(fs::read_to_string(kept).unwrap(), format!("office {round}"));
        }
        fs::write(folder.database(), "office").unwrap();
        fs::write(folder.keys(), "slots").unwrap();
        folder.put_aside_unfinished().unwrap();
        assert!(folder.database().exists(), "an office with its slots stays where it is");
    }
}
