//! What can go wrong at the file, said so that a person can act; the rest is [`Failure::Broken`].

use kernel::{Code, Failure};
use rusqlite::ffi;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

kernel::refusals! {
    /// Another program has this office open.
    IN_USE = "database.in_use";
    /// The disk is full.
    DISK_FULL = "database.disk_full";
    /// The file or its folder may not be written.
    READ_ONLY = "database.read_only";
    /// The disk does not do what it is told.
    DISK_TROUBLE = "database.disk_trouble";
    /// The file is not what was written.
    DAMAGED = "database.damaged";
    /// The key does not open the file.
    WRONG_KEY = "database.wrong_key";
    /// A newer version of the program made the file.
    NEWER = "database.newer";
    /// There is no office in the folder, or a part of it is missing.
    MISSING = "database.missing";
    /// There is an office in the folder already.
    EXISTS = "database.exists";
    /// A value of another kind than its column, such as an amount that is not whole.
    WRONG_KIND = "database.wrong_kind";
    /// What was to be written is not complete, such as an entry of the books without its seal.
    LOOSE_END = "database.loose_end";
    /// A record with this identifier, which the caller made, is written already: a second click.
    RECORDED_ALREADY = "database.recorded_already";

    /// The name or the password is not right; never says which.
    WRONG_PASSWORD = "vault.wrong_password";
    /// The recovery code is not right.
    WRONG_CODE = "vault.wrong_code";
    /// What was typed cannot be a recovery code: its length or a letter is not right.
    NOT_A_CODE = "vault.not_a_code";
    /// Too many wrong passwords; `seconds` says how long to wait.
    WAIT = "vault.wait";
    /// More than a thousand and twenty-four bytes.
    PASSWORD_TOO_LONG = "vault.password_too_long";
    /// The file of key slots is not what was written.
    KEYS_DAMAGED = "vault.keys_damaged";
    /// A person with this name for signing in has a slot already.
    LOGIN_TAKEN = "vault.login_taken";

    /// The backup file is damaged or not one of ours.
    BACKUP_DAMAGED = "backup.damaged";
    /// The backup was made before the key was changed; it opens with a password of that time.
    BACKUP_OTHER_KEY = "backup.other_key";
    /// The copy does not agree with what its label says.
    BACKUP_DIFFERS = "backup.differs";
}

/// Turns what the engine says into what a person can act on.
pub(crate) fn engine(error: &rusqlite::Error) -> Failure {
    let rusqlite::Error::SqliteFailure(code, message) = error else {
        return Failure::broken(error);
    };
    if let Some(failure) = by_extended_code(code.extended_code) {
        return failure;
    }
    if code.extended_code == ffi::SQLITE_CONSTRAINT_PRIMARYKEY && message.as_deref().is_some_and(names_an_identifier) {
        return RECORDED_ALREADY.into();
    }
    match code.extended_code & 0xff {
        ffi::SQLITE_FULL => DISK_FULL.into(),
        ffi::SQLITE_READONLY | ffi::SQLITE_PERM | ffi::SQLITE_CANTOPEN => READ_ONLY.into(),
        ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB => DAMAGED.into(),
        ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => IN_USE.into(),
        ffi::SQLITE_IOERR => DISK_TROUBLE.into(),
        _ => message
            .as_deref()
            .and_then(|message| message.strip_prefix("refused: "))
            .map_or_else(|| Failure::broken(error), |code| Failure::from(interned(code))),
    }
}

/// Where the finer code says more than the coarse one.
fn by_extended_code(code: std::ffi::c_int) -> Option<Failure> {
    match code {
        // The shared-memory file of the write-ahead log could not grow; on a local disk that is a full disk.
        ffi::SQLITE_IOERR_SHMSIZE => Some(DISK_FULL.into()),
        ffi::SQLITE_CONSTRAINT_DATATYPE => Some(WRONG_KIND.into()),
        // A page that does not read back whole was cut off: the file is shorter than it says it is.
        ffi::SQLITE_IOERR_SHORT_READ | ffi::SQLITE_IOERR_CORRUPTFS | ffi::SQLITE_IOERR_DATA => Some(DAMAGED.into()),
        _ => None,
    }
}

/// Whether `UNIQUE constraint failed: loan.id` speaks of the identifier of a record alone. Identifiers are made by the
/// caller for the one thing it asks for; numbers that are counted here must never meet, so a clash of those stays broken.
fn names_an_identifier(message: &str) -> bool {
    message
        .strip_prefix("UNIQUE constraint failed: ")
        .is_some_and(|columns| !columns.contains(',') && columns.ends_with(".id"))
}

/// Turns what the engine says to a commit: a link that is checked only then has no other end.
pub(crate) fn commit(error: &rusqlite::Error) -> Failure {
    match error.sqlite_error() {
        Some(code) if code.extended_code == ffi::SQLITE_CONSTRAINT_FOREIGNKEY => LOOSE_END.into(),
        _ => engine(error),
    }
}

/// Turns what the file system says into what a person can act on.
pub(crate) fn file_system(error: &std::io::Error, what: &str) -> Failure {
    use std::io::ErrorKind as Kind;
    match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => DISK_FULL.into(),
        Kind::ReadOnlyFilesystem | Kind::PermissionDenied => READ_ONLY.into(),
        Kind::NotFound => MISSING.into(),
        _ => Failure::broken(format!("{what}: {error}")),
    }
}

/// A trigger refuses with `RAISE(ABORT, 'refused: ledger.unbalanced')`. A schema has a bounded number of those, so
/// each text is kept once for the life of the program.
fn interned(code: &str) -> Code {
    static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = known.get(code).copied().unwrap_or_else(|| {
        let leaked: &'static str = Box::leak(code.to_owned().into_boxed_str());
        known.insert(leaked);
        leaked
    });
    Code(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_engine(extended: std::ffi::c_int, message: &str) -> Failure {
        engine(&rusqlite::Error::SqliteFailure(ffi::Error::new(extended), Some(message.into())))
    }

    #[test]
    fn a_failure_a_person_can_act_on_has_its_code() {
        let cases = [
            (ffi::SQLITE_FULL, DISK_FULL),
            (ffi::SQLITE_IOERR_SHMSIZE, DISK_FULL),
            (ffi::SQLITE_READONLY, READ_ONLY),
            (ffi::SQLITE_READONLY_DIRECTORY, READ_ONLY),
            (ffi::SQLITE_CORRUPT, DAMAGED),
            (ffi::SQLITE_NOTADB, DAMAGED),
            (ffi::SQLITE_BUSY, IN_USE),
            (ffi::SQLITE_IOERR_FSYNC, DISK_TROUBLE),
            (ffi::SQLITE_CONSTRAINT_DATATYPE, WRONG_KIND),
        ];
        for (engine_code, code) in cases {
            assert_eq!(from_engine(engine_code, "x").code(), Some(code), "engine code {engine_code}");
        }
    }

    #[test]
    fn a_trigger_names_the_refusal_and_anything_else_is_ours() {
        let refused = from_engine(ffi::SQLITE_CONSTRAINT_TRIGGER, "refused: ledger.unbalanced");
        assert_eq!(refused, Failure::from(Code("ledger.unbalanced")));
        assert_eq!(from_engine(ffi::SQLITE_CONSTRAINT_UNIQUE, "UNIQUE constraint failed").code(), None);
    }

    #[test]
    fn an_identifier_that_is_taken_is_a_second_click_and_a_number_that_is_taken_is_ours() {
        let clash =
            |what: &str| from_engine(ffi::SQLITE_CONSTRAINT_PRIMARYKEY, &format!("UNIQUE constraint failed: {what}"));
        assert_eq!(clash("loan.id").code(), Some(RECORDED_ALREADY));
        for counted in ["loan_event.loan, loan_event.place", "audit.seq", "a.id, b.id"] {
            assert_eq!(clash(counted).code(), None, "{counted}");
        }
        let other = from_engine(ffi::SQLITE_CONSTRAINT_UNIQUE, "UNIQUE constraint failed: loan.id");
        assert_eq!(other.code(), None, "a rule of uniqueness is not the identifier");
    }
}
