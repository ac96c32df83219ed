//! Files on their way in. Before the first byte is read it is known which command will take the file, whose session sends
//! it, whether they may, and how large it may be. The command then names the ticket; the bytes go when it is done.

use crate::office::Caller;
use crate::outbox;
use crate::tray::{Limits, Tray};
use kernel::{Refusal, Result};
use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

kernel::refusals! {
    /// Larger than what the command takes; `most` in mebibytes.
    FILE_TOO_LARGE = "office.file_too_large";
    /// No such ticket: used, another session's, or it waited too long.
    FILE_GONE = "office.file_gone";
}

pub(crate) const LIMITS: Limits =
    Limits { waits: Duration::from_secs(1800), most: 16, most_bytes: 64 * 1024 * 1024, all_bytes: 256 * 1024 * 1024 };

/// A command that takes a file, and how large it may be; a row of a manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Upload {
    pub command: &'static str,
    /// Bytes.
    pub largest: usize,
}

/// Leave to bring one file in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admitted {
    pub(crate) owner: Caller,
    /// Bytes.
    pub largest: usize,
}

impl Admitted {
    /// What is answered to a larger file.
    pub fn too_large(&self) -> Refusal {
        Refusal::new(FILE_TOO_LARGE).with("most", self.largest / 1024 / 1024).at("file")
    }
}

/// The bytes of a file that came in.
pub type Bytes = Arc<Vec<u8>>;

/// What waits for one session, as its verb sees it.
pub struct Arrivals<'a> {
    tray: &'a Tray<Bytes>,
    owner: &'a Caller,
    now: Duration,
    /// Tickets that were named; they are used once the verb has done its work.
    named: RefCell<Vec<String>>,
}

impl<'a> Arrivals<'a> {
    pub(crate) const fn new(tray: &'a Tray<Bytes>, owner: &'a Caller, now: Duration) -> Self {
        Self { tray, owner, now, named: RefCell::new(Vec::new()) }
    }

    /// # Errors
    /// [`FILE_GONE`].
    pub fn bytes(&self, ticket: &str) -> Result<Bytes> {
        let bytes = self.tray.look(ticket, self.owner, self.now).ok_or_else(gone)?;
        self.named.borrow_mut().push(ticket.to_owned());
        Ok(bytes)
    }

    /// The tickets that were named, to be used up once the work is done.
    pub(crate) fn into_named(self) -> Vec<String> {
        self.named.into_inner()
    }
}

pub(crate) fn gone() -> Refusal {
    Refusal::new(FILE_GONE).at("file")
}

pub(crate) fn put(tray: &Tray<Bytes>, owner: &Caller, bytes: Vec<u8>, now: Duration) -> Result<String> {
    let ticket = outbox::ticket()?;
    tray.put(ticket.clone(), owner, bytes.len(), Arc::new(bytes), now);
    Ok(ticket)
}
