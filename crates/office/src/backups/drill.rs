//! Practises a restore in an empty place beside the office, step by step, and leaves nothing behind.

use super::model::{BackupName, DrillReport, DrillStep};
use super::queries;
use crate::office::{Office, SystemCall};
use crate::trail;
use database::restore::{self, Credential};
use database::values;
use kernel::Result;

pub fn drill(office: &Office, call: &mut SystemCall, input: BackupName) -> Result<DrillReport> {
    let who = office.sessions.holder(&call.caller)?;
    let unlocked = office.unlocked()?;
    let found = queries::find(office, &input.id)?;
    let now = office.now();
    let (label, steps) = restore::drill(&found.path, &Credential::Key(&unlocked.key), now)?;
    unlocked.db.write(|db| {
        db.run("UPDATE backup SET verified_at = $1 WHERE file = $2", values![now, input.id.as_str()])?;
        trail::line(
            db,
            Some(&who),
            now,
            "backups.drill",
            "view",
            &[trail::seen("backup", &input.id, &input.id)],
            "done",
        )
    })?;
    Ok(DrillReport {
        id: input.id,
        made_at: label.made_at,
        rows: label.rows.values().sum(),
        audit_lines: label.audit_seq,
        steps: steps
            .into_iter()
            .map(|step| DrillStep {
                name: step.name.to_owned(),
                milliseconds: u64::try_from(step.took.as_millis()).unwrap_or(u64::MAX),
            })
            .collect(),
    })
}
