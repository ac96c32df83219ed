//! Files on their way out. A verb hands one over and answers with a ticket; the host fetches the bytes with it, once, for
//! the session that asked. A file that lies on the disk anyway is handed over as it lies and never held in memory.

use crate::random;
use crate::tray::Limits;
use kernel::{Failure, Result};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, Write};
use std::time::Duration;
use ts_rs::TS;

pub(crate) const LIMITS: Limits =
    Limits { waits: Duration::from_secs(900), most: 16, most_bytes: 128 * 1024 * 1024, all_bytes: 512 * 1024 * 1024 };

/// A file that is ready to be fetched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Handed {
    /// Fetches it, once.
    pub ticket: String,
    /// Fit to be the name of a file on every system.
    pub name: String,
    pub mime: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
}

/// What a file is made of.
#[derive(Debug)]
pub enum Content {
    Bytes(Vec<u8>),
    /// Read from its beginning while it goes out.
    File(File),
}

/// A file and what it is made of.
#[derive(Debug)]
pub struct Outgoing {
    pub handed: Handed,
    pub content: Content,
}

impl Outgoing {
    /// # Errors
    /// Broken, when the machine has no random source.
    pub fn new(name: String, mime: &str, bytes: Vec<u8>) -> Result<Self> {
        let size = u64::try_from(bytes.len()).map_err(Failure::broken)?;
        Ok(Self { handed: handed(name, mime, size)?, content: Content::Bytes(bytes) })
    }

    /// A file on the disk, which may be removed there while it waits.
    ///
    /// # Errors
    /// Broken, when its size cannot be read or the machine has no random source.
    pub fn from_disk(name: String, mime: &str, file: File) -> Result<Self> {
        let size = file.metadata().map_err(Failure::broken)?.len();
        Ok(Self { handed: handed(name, mime, size)?, content: Content::File(file) })
    }

    /// Bytes it holds in memory while it waits.
    pub(crate) fn in_memory(&self) -> usize {
        match &self.content {
            Content::Bytes(bytes) => bytes.len(),
            Content::File(_) => 0,
        }
    }

    /// The whole of it in memory, for what is small: a picture to be shown.
    ///
    /// # Errors
    /// What the disk says.
    pub fn into_bytes(self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.write_to(&mut bytes)?;
        Ok(bytes)
    }

    /// Writes the whole of it, a piece at a time where it lies on the disk.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write_to(self, to: &mut impl Write) -> io::Result<()> {
        match self.content {
            Content::Bytes(bytes) => to.write_all(&bytes),
            Content::File(mut file) => io::copy(&mut file, to).map(drop),
        }
    }
}

fn handed(name: String, mime: &str, size: u64) -> Result<Handed> {
    Ok(Handed { ticket: ticket()?, name, mime: mime.to_owned(), size })
}

/// The secret that stands for a file: 192 random bits in hexadecimal.
pub(crate) fn ticket() -> Result<String> {
    Ok(random::bytes::<24>()?.iter().map(|byte| format!("{byte:02x}")).collect())
}
