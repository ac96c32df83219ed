//! An item is not decided in this meeting. What waits may come onto the agenda of another one.

use crate::inputs::{PostponeItem, WhichMeeting};
use crate::meetings::told;
use crate::model::{AgendaItemState, MeetingState};
use crate::rules::{self, ITEM_DECIDED, REASON_MISSING};
use crate::store;
use database::values;
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn postpone(cx: &Write<'_>, input: PostponeItem) -> Result<WhichMeeting> {
    let item = store::item(cx, input.item)?;
    let reason = rules::said(&input.reason, "reason", REASON_MISSING)?;
    store::claimed(cx, item.meeting, input.version, &[MeetingState::Held])?;
    require(item.state == AgendaItemState::Open, ITEM_DECIDED)?;
    cx.run(
        "UPDATE meeting_item SET state = 'postponed', note = $1 WHERE id = $2",
        values![reason.as_str(), input.item],
    )?;
    told(cx, item.meeting, &json!({ "item": item.no, "postponed": reason }))?;
    Ok(WhichMeeting { meeting: item.meeting })
}
