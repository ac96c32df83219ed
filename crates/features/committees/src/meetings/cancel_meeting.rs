//! A meeting that was called will not be held. What stood on its agenda waits for another one.

use super::told;
use crate::inputs::{CancelMeeting, WhichMeeting};
use crate::model::MeetingState;
use crate::rules::{self, REASON_MISSING};
use crate::store;
use database::values;
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn cancel_meeting(cx: &Write<'_>, input: CancelMeeting) -> Result<WhichMeeting> {
    let reason = rules::said(&input.reason, "reason", REASON_MISSING)?;
    store::claimed(cx, input.meeting, input.version, &[MeetingState::Called])?;
    cx.run(
        "UPDATE meeting_item SET state = 'postponed', note = $1 WHERE meeting = $2 AND state = 'open'",
        values![reason.as_str(), input.meeting],
    )?;
    cx.run(
        "UPDATE committee_meeting SET state = 'cancelled', ended_reason = $1 WHERE id = $2",
        values![reason.as_str(), input.meeting],
    )?;
    told(cx, input.meeting, &json!({ "state": "cancelled", "reason": reason }))?;
    Ok(WhichMeeting { meeting: input.meeting })
}
