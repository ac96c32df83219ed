//! Makes a backup, opens and compares it, and keeps it only if it is whole.

use crate::office::{Office, UnlockedOffice};
use database::backup::{self, BackupFile, Kind};
use database::{rotation, values};
use kernel::id::BackupId;
use kernel::{Failure, Result};
use std::path::Path;

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
    remove_old(office, &made.path, kind)?;
    Ok(made)
}

/// A backup that stays until a person removes it.
///
/// # Errors
/// As [`keep`].
pub fn by_hand(office: &Office, unlocked: &UnlockedOffice) -> Result<()> {
    keep(office, unlocked, Kind::Manual).map(drop)
}

/// Seven days, five weeks, twelve months stay, and the one just made in any case; what a person asked for stays until a
/// person removes it.
fn remove_old(office: &Office, just_made: &Path, kind: Kind) -> Result<()> {
    let files = super::queries::files(office)?;
    let others = files.iter().filter(|file| file.path != just_made);
    let others: Vec<_> = others.filter_map(|file| Some((file, file.label.as_ref()?))).collect();
    let made: Vec<_> = others.iter().map(|(_, label)| (label.made_at, label.kind)).collect();
    for place in rotation::over(&made, kind, office.now()) {
        std::fs::remove_file(&others[place].0.path).map_err(Failure::broken)?;
    }
    Ok(())
}
