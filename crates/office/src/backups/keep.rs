//! Makes a backup, opens and compares it, and keeps it only if it is whole.

use crate::office::{Office, UnlockedOffice};
use database::backup::{self, BackupFile, Kind};
use database::{rotation, values};
use kernel::id::BackupId;
use kernel::{Failure, Result};

/// A backup that cannot be opened again is no backup: it is removed, and the failure told.
///
/// # Errors
/// What the disk says; a copy that differs from the office.
pub fn keep(office: &Office, unlocked: &UnlockedOffice, kind: Kind) -> Result<BackupFile> {
    let now = office.now();
    let made = backup::make(&unlocked.db, &office.lock, kind, now)?;
    if let Err(failure) = backup::verify(&made.path, &unlocked.key) {
        std::fs::remove_file(&made.path).map_err(Failure::broken)?;
        return Err(failure);
    }
    unlocked.db.write(|db| {
        db.run(
            "INSERT INTO backup (id, made_at, kind, file, size, audit_seq, audit_head, verified_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            values![
                BackupId::new(now, crate::random::bytes()?),
                now,
                kind.word(),
                super::queries::file_name(&made.path),
                i64::try_from(made.size).unwrap_or(i64::MAX),
                made.label.audit_seq,
                made.audit_head.hash.to_vec(),
                now
            ],
        )
    })?;
    remove_old(office)?;
    Ok(made)
}

/// A backup that stays until a person removes it.
///
/// # Errors
/// As [`keep`].
pub fn by_hand(office: &Office, unlocked: &UnlockedOffice) -> Result<()> {
    keep(office, unlocked, Kind::Manual).map(drop)
}

/// Seven days, five weeks, twelve months stay; what a person asked for stays until a person removes it.
fn remove_old(office: &Office) -> Result<()> {
    let files = super::queries::files(office)?;
    let made: Vec<_> =
        files.iter().filter_map(|file| Some((file.label.as_ref()?.made_at, file.label.as_ref()?.kind))).collect();
    let readable: Vec<_> = files.iter().filter(|file| file.label.is_some()).collect();
    for place in rotation::over(&made) {
        std::fs::remove_file(&readable[place].path).map_err(Failure::broken)?;
    }
    Ok(())
}
