//! What marks an office folder as a demonstration before anybody can open the encrypted file: its people with their
//! passwords, which protect nothing, for the sign-in screen to show.

use crate::permission::Role;
use database::OfficeLock;
use kernel::{Failure, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person of the demonstration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DemoPerson {
    pub name: String,
    pub role: Role,
    pub login: String,
    pub password: String,
}

/// Marks the folder.
///
/// # Errors
/// What the disk says.
pub fn mark(lock: &OfficeLock, people: &[DemoPerson]) -> Result<()> {
    lock.mark_demonstration(&serde_json::to_vec_pretty(people).map_err(Failure::broken)?)
}

/// Takes the mark away: another office was put into the folder.
///
/// # Errors
/// What the disk says.
pub fn unmark(lock: &OfficeLock) -> Result<()> {
    lock.unmark_demonstration()
}

/// The people of the demonstration; none where the folder is not marked as one.
pub fn marked(lock: &OfficeLock) -> Option<Vec<DemoPerson>> {
    let text = std::fs::read(lock.demonstration()).ok()?;
    // A mark that cannot be read is a mark still.
    Some(serde_json::from_slice(&text).unwrap_or_default())
}
