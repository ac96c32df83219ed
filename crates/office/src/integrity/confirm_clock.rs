//! Somebody says that the clock of this machine is right. Everybody is told who said so.

use super::model::complaint;
use super::{clock, daily, store};
use crate::context::Change;
use crate::input::Nothing;
use crate::office::{Office, SystemCall};
use crate::trail;
use kernel::Result;
use serde_json::json;

pub fn confirm_clock(office: &Office, call: &mut SystemCall, _: Nothing) -> Result<Nothing> {
    let who = office.sessions.holder(&call.caller)?;
    let unlocked = office.unlocked()?;
    let Some(doubt) = office.clock_doubt(&unlocked)? else { return Ok(Nothing {}) };
    let now = office.now();
    unlocked.db.write(|db| {
        let change = Change {
            before: json!({ "newest": doubt.newest }),
            after: json!({ "now": now }),
            ..trail::seen("office", "office", "")
        };
        clock::confirm(office, db, now)?;
        let args =
            [("by", who.name.clone()), ("now_at", daily::moment(now)), ("newest_at", daily::moment(doubt.newest))];
        store::keep(db, &[complaint("clock_confirmed", now.micros(), args)], now)?;
        trail::line(db, Some(&who), now, "integrity.confirm_clock", "change", &[change], "done")
    })?;
    Ok(Nothing {})
}
