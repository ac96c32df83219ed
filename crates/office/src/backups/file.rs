//! A backup to take along, as a file. It stays encrypted: without a password of its time it opens nothing.

use super::model::BackupName;
use super::{TOO_LARGE, queries};
use crate::office::{Office, SystemCall};
use crate::tables::File;
use crate::trail;
use base64::Engine;
use kernel::{Failure, Refusal, Result, require};

/// Bytes; larger ones are copied from the folder, whose place the screen shows.
const LARGEST: u64 = 200 * 1024 * 1024;

pub fn file(office: &Office, call: &mut SystemCall, input: BackupName) -> Result<File> {
    let who = office.sessions.holder(&call.caller)?;
    let found = queries::find(office, &input.id)?;
    require(found.size <= LARGEST, Refusal::new(TOO_LARGE).with("most", LARGEST / 1024 / 1024))?;
    let bytes = std::fs::read(&found.path).map_err(Failure::broken)?;
    let seen = trail::seen("backup", &input.id, &input.id);
    office
        .unlocked()?
        .db
        .write(|db| trail::line(db, Some(&who), office.now(), "backups.file", "export", &[seen], "done"))?;
    Ok(File {
        name: input.id,
        mime: "application/octet-stream".to_owned(),
        base64: base64::engine::general_purpose::STANDARD.encode(bytes),
    })
}
