//! Files on their way out. A verb hands one over and answers with a ticket; the host fetches the bytes with it, once, for
//! the person who asked. Nothing of it lies on the disk, and nothing large travels through a call.

use crate::random;
use kernel::id::PersonId;
use kernel::{Failure, Result};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;
use ts_rs::TS;

/// How long a file waits to be fetched.
const WAITS: Duration = Duration::from_secs(300);
/// Files that wait at once; an older one is forgotten.
const MOST: usize = 16;

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

/// A file and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    pub handed: Handed,
    pub bytes: Vec<u8>,
}

impl Outgoing {
    /// # Errors
    /// Broken, when the machine has no random source.
    pub fn new(name: String, mime: &str, bytes: Vec<u8>) -> Result<Self> {
        let ticket = random::bytes::<24>()?.iter().map(|byte| format!("{byte:02x}")).collect();
        let size = u64::try_from(bytes.len()).map_err(Failure::broken)?;
        Ok(Self { handed: Handed { ticket, name, mime: mime.to_owned(), size }, bytes })
    }
}

struct Waiting {
    file: Outgoing,
    owner: PersonId,
    since: Duration,
}

/// What waits to be fetched, the oldest first.
#[derive(Default)]
pub(crate) struct Outbox {
    waiting: Mutex<VecDeque<Waiting>>,
}

impl Outbox {
    pub fn put(&self, files: Vec<Outgoing>, owner: PersonId, now: Duration) {
        let mut waiting = crate::office::guard(&self.waiting);
        waiting.retain(|one| now.saturating_sub(one.since) < WAITS);
        for file in files {
            if waiting.len() >= MOST {
                waiting.pop_front();
            }
            waiting.push_back(Waiting { file, owner, since: now });
        }
    }

    /// # Errors
    /// Not found: there is no such file, it was fetched already, it waited too long, or it is somebody else's.
    pub fn take(&self, ticket: &str, owner: PersonId, now: Duration) -> Result<Outgoing> {
        let mut waiting = crate::office::guard(&self.waiting);
        let place = waiting.iter().position(|one| {
            one.file.handed.ticket == ticket && one.owner == owner && now.saturating_sub(one.since) < WAITS
        });
        place.and_then(|place| waiting.remove(place)).map(|one| one.file).ok_or(Failure::not_found("file"))
    }

    pub fn clear(&self) {
        crate::office::guard(&self.waiting).clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_fetched_once_by_whoever_asked_for_it_and_in_time() {
        let (nouf, saad) = (PersonId::from_bytes([1; 16]), PersonId::from_bytes([2; 16]));
        let now = Duration::from_secs(1000);
        let outbox = Outbox::default();
        let file = |name: &str| Outgoing::new(name.to_owned(), "text/csv", vec![1, 2, 3]).unwrap();
        let (first, second) = (file("a.csv"), file("b.csv"));
        let (one, two) = (first.handed.ticket.clone(), second.handed.ticket.clone());
        outbox.put(vec![first.clone(), second], nouf, now);
        assert!(outbox.take(&one, saad, now).is_err(), "a ticket is no use to anybody else");
        assert_eq!(outbox.take(&one, nouf, now).unwrap(), first);
        assert!(outbox.take(&one, nouf, now).is_err(), "once");
        assert!(outbox.take(&two, nouf, now + WAITS).is_err(), "in time");
        for _ in 0..=MOST {
            outbox.put(vec![file("c.csv")], nouf, now);
        }
        assert_eq!(outbox.waiting.lock().unwrap().len(), MOST, "what nobody fetches does not pile up");
    }
}
