//! An item that is open is said otherwise. What waits in the program keeps its name.

use super::told;
use crate::inputs::{ChangeAgendaItem, WhichMeeting};
use crate::model::{AgendaItemState, MeetingState};
use crate::rules::{self, ITEM_DECIDED, TITLE_MISSING};
use crate::store;
use database::values;
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn change_item(cx: &Write<'_>, input: ChangeAgendaItem) -> Result<WhichMeeting> {
    let item = store::item(cx, input.item)?;
    let typed = if item.request.is_some() { &item.title } else { &input.title };
    let (title, text) = (rules::line(typed, "title", TITLE_MISSING)?, rules::text(&input.text, "text")?);
    store::claimed(cx, item.meeting, input.version, &[MeetingState::Called, MeetingState::Held])?;
    require(item.state == AgendaItemState::Open, ITEM_DECIDED)?;
    cx.run(
        "UPDATE meeting_item SET title = $1, text = $2 WHERE id = $3",
        values![title.as_str(), text.as_str(), input.item],
    )?;
    told(cx, item.meeting, &json!({ "item": item.no, "title": title, "text": text }))?;
    Ok(WhichMeeting { meeting: item.meeting })
}
