//! A backup to take along, as a file. It stays encrypted: without a password of its time it opens nothing.

use super::model::BackupName;
use super::queries;
use crate::office::{Office, SystemCall};
use crate::outbox::{Handed, Outgoing};
use crate::trail;
use kernel::{Failure, Result};

pub fn file(office: &Office, call: &mut SystemCall, input: BackupName) -> Result<Handed> {
    let who = office.sessions.holder(&call.caller)?;
    let found = queries::find(office, &input.id)?;
    // Opened now and read while it goes out: rotation may remove its name meanwhile, and memory never holds the whole.
    let open = std::fs::File::open(&found.path).map_err(Failure::broken)?;
    let outgoing = Outgoing::from_disk(input.id.clone(), "application/octet-stream", open)?;
    let seen = trail::seen("backup", &input.id, &input.id);
    office
        .unlocked()?
        .db
        .write(|db| trail::line(db, Some(&who), office.now(), "backups.file", "export", &[seen], "done"))?;
    Ok(office.hand(&call.caller, outgoing))
}
