//! What lies in the backups folder.

use super::UNKNOWN_FILE;
use super::model::BackupLine;
use crate::office::Office;
use database::backup::{self, EXTENSION, Label};
use database::values;
use kernel::{Failure, Moment, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A file of the folder; without a label when it cannot be read.
pub struct Found {
    pub path: PathBuf,
    pub size: u64,
    pub label: Option<Label>,
}

/// Every backup, newest first.
///
/// # Errors
/// The folder cannot be read.
pub fn files(office: &Office) -> Result<Vec<Found>> {
    let folder = office.lock.backups();
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(Failure::broken)? {
        let entry = entry.map_err(Failure::broken)?;
        let path = entry.path();
        if path.extension().is_none_or(|ending| ending != EXTENSION) {
            continue;
        }
        // Of the entry itself: a link is not followed, and a pipe or a device, which would keep a reader waiting, is no
        // backup. One that was removed meanwhile is none either.
        match entry.metadata() {
            Ok(about) if about.is_file() => {
                found.push(Found { label: backup::label(&path).ok(), size: about.len(), path });
            }
            _ => {}
        }
    }
    found.sort_by_key(|file| std::cmp::Reverse((file.label.as_ref().map(|label| label.made_at), file.path.clone())));
    Ok(found)
}

/// The newest backup: when it was made. It was opened and compared then, or it would not be there.
///
/// # Errors
/// The folder cannot be read.
pub fn last(office: &Office) -> Result<Option<(Moment, bool)>> {
    let files = files(office)?;
    Ok(files.first().and_then(|file| file.label.as_ref()).map(|label| (label.made_at, true)))
}

pub fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The file of a name from the list; no other path can be named.
///
/// # Errors
/// There is no such backup.
pub fn find(office: &Office, id: &str) -> Result<Found> {
    files(office)?.into_iter().find(|file| file_name(&file.path) == id).ok_or(UNKNOWN_FILE.into())
}

/// The list as screens show it.
///
/// # Errors
/// The folder or the database cannot be read.
pub fn lines(office: &Office) -> Result<Vec<BackupLine>> {
    let unlocked = office.unlocked()?;
    let verified: BTreeMap<String, Option<Moment>> = unlocked
        .db
        .read(|db| {
            db.rows("SELECT file, max(verified_at) AS verified_at FROM backup GROUP BY file", values![], |row| {
                Ok((row.get("file")?, row.get("verified_at")?))
            })
        })?
        .into_iter()
        .collect();
    Ok(files(office)?.iter().map(|file| line(file, &verified)).collect())
}

fn line(file: &Found, verified: &BTreeMap<String, Option<Moment>>) -> BackupLine {
    let id = file_name(&file.path);
    BackupLine {
        made_at: file.label.as_ref().map_or(Moment::from_micros(0), |label| label.made_at),
        kind: file.label.as_ref().map_or("manual", |label| label.kind.word()).to_owned(),
        size: file.size,
        verified_at: verified.get(&id).copied().flatten(),
        audit_lines: file.label.as_ref().map_or(0, |label| label.audit_seq),
        damaged: file.label.is_none(),
        id,
    }
}

/// One line of the list.
///
/// # Errors
/// There is no such backup any more.
pub fn one(office: &Office, id: &str) -> Result<BackupLine> {
    lines(office)?.into_iter().find(|line| line.id == id).ok_or(UNKNOWN_FILE.into())
}
