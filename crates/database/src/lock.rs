//! Proof that this program, and no other, has the office: whoever opens the database must show it.

use crate::OfficeFolder;
use crate::folder::{remove_if_there, write_atomically};
use kernel::Result;
use std::fs::File;
use std::ops::Deref;

/// The office folder, taken for this program until dropped. The system lets go of it too when the program dies.
#[derive(Debug)]
pub struct OfficeLock {
    folder: OfficeFolder,
    _file: File,
}

impl OfficeLock {
    pub(crate) fn new(folder: OfficeFolder, file: File) -> Self {
        Self { folder, _file: file }
    }

    /// Marks the office as a demonstration, and keeps what is to be known of it before anybody signs in.
    ///
    /// # Errors
    /// What the disk says.
    pub fn mark_demonstration(&self, about: &[u8]) -> Result<()> {
        write_atomically(&self.folder.demonstration(), about)
    }

    /// Takes the mark away.
    ///
    /// # Errors
    /// What the disk says.
    pub fn unmark_demonstration(&self) -> Result<()> {
        remove_if_there(&self.folder.demonstration())
    }
}

impl Deref for OfficeLock {
    type Target = OfficeFolder;

    fn deref(&self) -> &OfficeFolder {
        &self.folder
    }
}
