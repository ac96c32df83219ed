//! Moves the write-ahead log into the file a moment after a change, beside the work: whoever records a payment waits until
//! it is safe in the log, and never for the log to be cleared up.

use crate::Key;
use crate::open::{self, Purpose};
use kernel::{Failure, Result};
use rusqlite::Connection;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long nothing must have changed before the log is moved.
const PAUSE: Duration = Duration::from_millis(500);
/// How long it may wait when changes do not stop.
const LONGEST: Duration = Duration::from_secs(5);

/// A thread that waits for changes. It ends, and lets go of the file, when this is dropped.
pub(crate) struct WalCheckpointer {
    changed: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl WalCheckpointer {
    /// # Errors
    /// As [`open::connect`]; [`Failure::Broken`] where no thread can be had.
    pub fn start(path: &Path, key: &Key) -> Result<Self> {
        let connection = open::connect(path, key, Purpose::Writer)?;
        let (changed, changes) = sync_channel(1);
        let thread =
            std::thread::Builder::new().name("checkpointer".to_owned()).spawn(move || settle(&connection, &changes));
        let thread = thread.map_err(|error| Failure::broken(format!("no thread beside the writer: {error}")))?;
        Ok(Self { changed: Some(changed), thread: Some(thread) })
    }

    /// Something was changed. Never waits.
    pub fn changed(&self) {
        // One word is enough, however many changes there were.
        let _ = self.changed.as_ref().map(|changed| changed.try_send(()));
    }
}

impl Drop for WalCheckpointer {
    fn drop(&mut self) {
        self.changed = None;
        // A thread that panicked has let go of the file, too.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

fn settle(connection: &Connection, changes: &Receiver<()>) {
    while changes.recv().is_ok() {
        let since = Instant::now();
        while since.elapsed() < LONGEST {
            match changes.recv_timeout(PAUSE) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        // It moves what it can beside readers and the writer. What the disk refuses stays in the log, where it is safe;
        // the writer is told by its next change.
        let _ = open::quiet(connection, "PRAGMA wal_checkpoint(PASSIVE)");
    }
}
