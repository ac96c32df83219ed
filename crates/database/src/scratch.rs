//! A folder for a while, beside what it is about and so on the same disk; gone when it is no longer needed.

use crate::failures::file_system;
use crate::folder;
use kernel::Result;
use std::path::{Path, PathBuf};

const PREFIX: &str = ".scratch-";

pub(crate) struct Scratch {
    path: PathBuf,
}

impl Scratch {
    pub(crate) fn within(parent: &Path) -> Result<Self> {
        let name = u64::from_be_bytes(crate::key::random()?);
        let path = parent.join(format!("{PREFIX}{name:016x}"));
        folder::create_private_dir(&path)?;
        Ok(Self { path })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // One that stays is swept up when the office is next taken.
        let _ = std::fs::remove_dir_all(&self.path);
    }
}

/// Removes the folders that a program which was killed has left.
pub(crate) fn sweep(parent: &Path) -> Result<()> {
    let entries = match std::fs::read_dir(parent) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(file_system(&error, "a folder of the office")),
    };
    for entry in entries.flatten() {
        // Of the entry itself: what only bears the name, a link or a file, is not ours.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && entry.file_name().to_string_lossy().starts_with(PREFIX) {
            std::fs::remove_dir_all(entry.path()).map_err(|error| file_system(&error, "sweeping up"))?;
        }
    }
    Ok(())
}
