//! Changing the key of the database.
//!
//! The order survives a power cut at every line: first the next key is sealed to every slot beside the present one;
//! then a copy of the database under the next key is made and compared; then it takes the place of the old; then the
//! slots let go of the old key. Whoever opens the office in between has both keys and finds out which one fits.

use crate::failures::{BACKUP_DIFFERS, file_system};
use crate::open::{self, Purpose};
use crate::restore::log_of;
use crate::{Database, Key, Keys, OfficeLock, backup, folder};
use kernel::{Failure, Result};

impl Database {
    /// Puts the database under a new key and seals it to every slot of today: after a person was removed, a copy of
    /// the old key or of the old slots opens nothing that is written from now on. Backups made before stay under the
    /// old key, and open with the passwords of their time.
    ///
    /// # Errors
    /// What the disk says; the office is then closed and opens as before.
    pub fn rekey(self, lock: &OfficeLock) -> Result<Self> {
        let present = self.key().clone();
        let next = Key::random()?;
        let mut keys = Keys::load(lock)?;
        keys.offer(&next.current)?;
        keys.save(lock, &present)?;

        let path = lock.database();
        let beside = folder::beside(&path, "rekey");
        folder::remove_if_there(&beside)?;
        let counted = self.with_reader(|from| {
            backup::copy(from, &beside, &next)?;
            open::row_counts(from)
        })?;
        let copied = open::connect(&beside, &next, Purpose::Copy)?;
        let agrees = open::complaints(&copied)?.is_empty() && open::row_counts(&copied)? == counted;
        drop(copied);
        kernel::require(agrees, BACKUP_DIFFERS)?;

        self.close()?;
        // A log left beside the new file would be taken for its own, and it is under the old key.
        kernel::require(!log_of(&path).exists(), Failure::broken("the log was not moved into the file"))?;
        std::fs::rename(&beside, &path)
            .and_then(|()| folder::sync_parent(&path))
            .map_err(|error| file_system(&error, "putting the new file in its place"))?;
        Self::open(lock, &Key { current: present.current, next: Some(next.current) })
    }
}

/// Ends a change of the key at opening: the slots keep the key that fits the file, and let go of the other.
pub(crate) fn settle(lock: &OfficeLock, opened_with: &Key, accepted: bool) -> Result<()> {
    if !lock.keys().exists() {
        return Ok(());
    }
    let mut keys = Keys::load(lock)?;
    if keys.has_offer() {
        keys.settle(accepted);
        keys.save(lock, opened_with)?;
    }
    folder::remove_if_there(&folder::beside(&lock.database(), "rekey"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Cost, OfficeFolder, WRONG_KEY, values};
    use kernel::id::PersonId;

    const PASSWORD: &str = "a password";

    fn office() -> (tempfile::TempDir, OfficeLock, Key) {
        let scratch = tempfile::tempdir().unwrap();
        let lock = OfficeFolder::at(scratch.path()).lock().unwrap();
        let key = Key::random().unwrap();
        let mut keys = Keys::create(Cost::cheap()).unwrap();
        keys.add_slot(&key, PersonId::from_bytes([1; 16]), "noura", PASSWORD).unwrap();
        keys.save(&lock, &key).unwrap();
        let database = Database::create(&lock, &key).unwrap();
        database.write(|tx| tx.run("INSERT INTO setting (key, value) VALUES ($1, $2)", values!["a", "1"])).unwrap();
        database.close().unwrap();
        (scratch, lock, key)
    }

    fn sign_in(lock: &OfficeLock) -> Database {
        let (_, key) = Keys::load(lock).unwrap().unlock_with_password("noura", PASSWORD).unwrap();
        let database = Database::open(lock, &key).unwrap();
        let kept: String = database
            .read(|tx| tx.one("SELECT value FROM setting WHERE key = $1", values!["a"], |row| row.get("value")))
            .unwrap();
        assert_eq!(kept, "1");
        database
    }

    #[test]
    fn after_a_change_of_key_the_same_passwords_open_and_the_old_key_does_not() {
        let (_scratch, lock, old) = office();
        let changed = sign_in(&lock).rekey(&lock).unwrap();
        assert_ne!(changed.key(), &old);
        changed.close().unwrap();
        assert_eq!(Database::open(&lock, &old).err().and_then(|failure| failure.code()), Some(WRONG_KEY));
        sign_in(&lock);
        assert!(!Keys::load(&lock).unwrap().has_offer());
    }

    #[test]
    fn a_change_that_stopped_before_the_swap_leaves_the_old_key_in_force() {
        let (_scratch, lock, old) = office();
        let next = Key::random().unwrap();
        let mut keys = Keys::load(&lock).unwrap();
        keys.offer(&next.current).unwrap();
        keys.save(&lock, &old).unwrap();
        std::fs::write(folder::beside(&lock.database(), "rekey"), "half a copy").unwrap();
        assert_eq!(sign_in(&lock).key(), &old);
        assert!(!Keys::load(&lock).unwrap().has_offer(), "the offer is withdrawn");
        assert!(!folder::beside(&lock.database(), "rekey").exists());
    }

    #[test]
    fn a_change_that_stopped_after_the_swap_is_finished_at_the_next_opening() {
        let (_scratch, lock, old) = office();
        let before = std::fs::read(lock.keys()).unwrap();
        let next = Key::random().unwrap();
        let mut keys = Keys::load(&lock).unwrap();
        keys.offer(&next.current).unwrap();
        keys.save(&lock, &old).unwrap();
        let beside = folder::beside(&lock.database(), "rekey");
        let from = open::connect(&lock.database(), &old, Purpose::Reader).unwrap();
        backup::copy(&from, &beside, &next).unwrap();
        drop(from);
        std::fs::rename(&beside, lock.database()).unwrap();

        assert_eq!(sign_in(&lock).key(), &next);
        assert_eq!(sign_in(&lock).key(), &next, "and it is settled for good");
        // Who kept the old slots can open them, and what they hold opens nothing any more.
        let (_, kept) = Keys::from_bytes(&before).unwrap().unlock_with_password("noura", PASSWORD).unwrap();
        assert_eq!(Database::open(&lock, &kept).err().and_then(|failure| failure.code()), Some(WRONG_KEY));
    }
}
