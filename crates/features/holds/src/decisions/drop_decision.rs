//! A hold does not end that way: whoever proposed it takes it back, or whoever may decide says no.

use crate::decisions::told;
use crate::inputs::{DropHold, WhichHold};
use crate::steps::RELEASE;
use crate::{rules, store};
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn drop_decision(cx: &Write<'_>, input: DropHold) -> Result<WhichHold> {
    let line = store::line(cx, input.hold)?;
    let reason = rules::reason(&input.reason)?;
    let request = approvals::require_waiting(cx, &RELEASE, *line.hold.as_bytes())?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &RELEASE, &request, &reason)?;
    } else {
        approvals::refuse(cx, &RELEASE, &request, &reason)?;
    }
    told(cx, &line, &json!({ "decision": "dropped", "reason": reason }))?;
    Ok(WhichHold { hold: line.hold })
}
