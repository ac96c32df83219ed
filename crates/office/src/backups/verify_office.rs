//! Looks the whole office over: the file, the chain of its audit trail, and whether a fresh copy opens.

use super::model::OfficeCheck;
use crate::context::Change;
use crate::input::Nothing;
use crate::office::{Office, SystemCall};
use crate::{integrity, trail};
use database::backup::{self, Kind};
use kernel::{Failure, Result};
use serde_json::{Value, json};

pub fn verify_office(office: &Office, call: &mut SystemCall, _: Nothing) -> Result<OfficeCheck> {
    let who = office.sessions.holder(&call.caller)?;
    let unlocked = office.unlocked()?;
    let report = unlocked.db.verify()?;
    let whole = integrity::whole(office, &unlocked)?;
    let now = office.now();
    let copy = backup::make(&unlocked.db, &office.lock, Kind::Manual, now)?;
    let copy_opens = backup::verify(&copy.path, &unlocked.key).is_ok();
    std::fs::remove_file(&copy.path).map_err(Failure::broken)?;
    let sound = report.is_sound() && copy_opens && whole.complaints.is_empty();
    let seen = Change {
        after: json!({ "sound": sound, "complaints": report.complaints.len(), "found": whole.complaints.len() }),
        before: Value::Null,
        ..trail::seen("office", "office", "")
    };
    unlocked.db.write(|db| trail::line(db, Some(&who), now, "backups.verify_office", "view", &[seen], "done"))?;
    Ok(OfficeCheck {
        sound,
        complaints: report.complaints,
        audit_lines: report.chain.lines,
        audit_broken_at: report.chain.broken_at,
        rows: report.rows.values().sum(),
        copy_opens,
        found: whole.complaints,
        differences: whole.differences,
    })
}
