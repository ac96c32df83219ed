//! A backup now, by hand.

use super::model::BackupLine;
use super::{keep, queries};
use crate::input::Nothing;
use crate::office::{Office, SystemCall};
use crate::trail;
use database::backup::Kind;
use kernel::Result;

pub fn make(office: &Office, call: &mut SystemCall, _: Nothing) -> Result<BackupLine> {
    let who = office.sessions.holder(&call.caller)?;
    let unlocked = office.unlocked()?;
    let made = keep::keep(office, &unlocked, Kind::Manual)?;
    let id = queries::file_name(&made.path);
    let seen = trail::seen("backup", &id, &id);
    unlocked.db.write(|db| trail::line(db, Some(&who), office.now(), "backups.make", "change", &[seen], "done"))?;
    queries::one(office, &id)
}
