//! Computes the whole chain of the trail again and says whether every line is as it was written.

use super::model::ChainState;
use crate::context::Change;
use crate::input::Nothing;
use crate::office::{Office, SystemCall};
use crate::trail;
use kernel::Result;
use serde_json::{Value, json};

pub fn verify(office: &Office, call: &mut SystemCall, _: Nothing) -> Result<ChainState> {
    let who = office.admit(&call.caller, crate::permission::AUDIT_VIEW)?;
    let unlocked = office.unlocked()?;
    let state = unlocked.db.read(chain)?;
    let seen = Change {
        noun: "audit",
        subject: "audit".to_owned(),
        label: String::new(),
        before: Value::Null,
        after: json!({ "lines": state.lines, "intact": state.intact }),
    };
    unlocked.db.write(|db| trail::line(db, Some(&who), office.now(), "audit.verify", "view", &[seen], "done"))?;
    Ok(state)
}

/// The state of the chain as it stands in this snapshot.
pub(super) fn chain(db: &database::Read<'_>) -> Result<ChainState> {
    let report = database::audit_chain::check(db)?;
    Ok(ChainState {
        lines: report.lines,
        intact: report.broken_at.is_none(),
        broken_at: report.broken_at,
        head: report.head.printed(),
    })
}
