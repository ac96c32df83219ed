//! Proof that this program, and no other, has the office: whoever opens the database must show it.

use crate::OfficeFolder;
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
}

impl Deref for OfficeLock {
    type Target = OfficeFolder;

    fn deref(&self) -> &OfficeFolder {
        &self.folder
    }
}
