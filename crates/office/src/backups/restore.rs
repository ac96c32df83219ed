//! Puts a backup in the office's place. Everybody is signed out; the office of before is kept in a folder beside it.

use super::model::{RestoreBackup, Restored};
use super::queries;
use crate::office::{Office, SessionChange, SystemCall, UnlockedOffice};
use crate::staff;
use database::backup::Kind;
use database::restore::{self, Credential};
use kernel::Result;
use std::path::Path;
use std::sync::Mutex;

pub fn restore(office: &Office, call: &mut SystemCall, input: RestoreBackup) -> Result<Restored> {
    let password = zeroize::Zeroizing::new(input.password);
    let who = office.sessions.holder(&call.caller)?;
    let found = queries::find(office, &input.id)?;
    // Practised first: a password that is not of the backup's time, or a damaged file, signs nobody out.
    restore::drill(&found.path, &Credential::Password { login: &who.login, password: &password }, office.now())?;
    super::keep::keep(office, &*office.unlocked()?, Kind::BeforeRestore)?;
    let restored = office.restore_from(&found.path, &who.login, &password)?;
    call.change = SessionChange::Ended;
    Ok(restored)
}

impl Office {
    /// The trail of the restored office tells that it was restored, from which backup and by whom: the restore has left a
    /// note of it, which the first opening settles.
    fn note_restore(&self, restored: &restore::Restored) -> Result<()> {
        let db = database::Database::open(&self.lock, &restored.key)?;
        let keys = Mutex::new(database::Keys::load(&self.lock)?);
        let unlocked = UnlockedOffice { db, keys, key: restored.key.clone() };
        crate::integrity::begin(self, &unlocked)?;
        unlocked.db.close()
    }

    /// Restores a backup file without opening what stands there now, which may be what is broken.
    ///
    /// # Errors
    /// The file is damaged; the password is not one of its time; what the disk says. The office is untouched then.
    pub fn restore_from(&self, file: &Path, login: &str, password: &str) -> Result<Restored> {
        let login = staff::login(login)?;
        self.shut_for_good()?;
        let credential = Credential::Password { login: &login, password };
        let restored = restore::restore(file, &self.lock, &credential, self.now())?;
        self.note_restore(&restored)?;
        Ok(Restored {
            made_at: restored.label.made_at,
            audit_lines: restored.label.audit_seq,
            kept: restored.kept.map(|path| path.display().to_string()),
        })
    }
}
