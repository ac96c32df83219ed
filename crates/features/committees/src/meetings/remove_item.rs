//! An item that nobody has decided is taken from the agenda.

use super::told;
use crate::inputs::{RemoveAgendaItem, WhichMeeting};
use crate::model::{AgendaItemState, MeetingState};
use crate::rules::ITEM_DECIDED;
use crate::store;
use database::values;
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn remove_item(cx: &Write<'_>, input: RemoveAgendaItem) -> Result<WhichMeeting> {
    let item = store::item(cx, input.item)?;
    store::claimed(cx, item.meeting, input.version, &[MeetingState::Called, MeetingState::Held])?;
    require(item.state == AgendaItemState::Open, ITEM_DECIDED)?;
    cx.run("DELETE FROM meeting_vote WHERE item = $1", values![input.item])?;
    cx.run("DELETE FROM meeting_item WHERE id = $1", values![input.item])?;
    told(cx, item.meeting, &json!({ "removed": item.title }))?;
    Ok(WhichMeeting { meeting: item.meeting })
}
