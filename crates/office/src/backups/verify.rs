//! Opens a backup and compares it with what its label promises.

use super::model::{BackupLine, BackupName};
use super::queries;
use crate::office::{Office, SystemCall};
use crate::trail;
use database::{backup, values};
use kernel::Result;

pub fn verify(office: &Office, call: &mut SystemCall, input: BackupName) -> Result<BackupLine> {
    let who = office.sessions.holder(&call.caller)?;
    let unlocked = office.unlocked()?;
    let found = queries::find(office, &input.id)?;
    backup::verify(&found.path, &unlocked.key)?;
    let now = office.now();
    unlocked.db.write(|db| {
        db.run("UPDATE backup SET verified_at = $1 WHERE file = $2", values![now, input.id.as_str()])?;
        trail::line(
            db,
            Some(&who),
            now,
            "backups.verify",
            "view",
            &[trail::seen("backup", &input.id, &input.id)],
            "done",
        )
    })?;
    queries::one(office, &input.id)
}
