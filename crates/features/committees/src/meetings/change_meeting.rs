//! A meeting that was called is put on another day or place.

use super::told;
use crate::inputs::{ChangeMeeting, WhichMeeting};
use crate::model::MeetingState;
use crate::rules::{self, DAY_PASSED, OUTSIDE_TERM, PLACE_MISSING};
use crate::store;
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn change_meeting(cx: &Write<'_>, input: ChangeMeeting) -> Result<WhichMeeting> {
    let (starts, note) = (rules::time(&input.starts)?, rules::text(&input.note, "note")?);
    let place = rules::line(&input.place, "place", PLACE_MISSING)?;
    let meeting = store::claimed(cx, input.meeting, input.version, &[MeetingState::Called])?;
    require(input.planned_on >= cx.today(), Refusal::new(DAY_PASSED).at("planned_on"))?;
    let committee = store::committee(cx, meeting.line.committee)?;
    require(
        input.planned_on >= committee.term_from && input.planned_on <= committee.term_to,
        Refusal::new(OUTSIDE_TERM).at("planned_on"),
    )?;
    cx.run(
        "UPDATE committee_meeting SET on_day = $1, starts = $2, place = $3, way = $4, note = $5 WHERE id = $6",
        values![input.planned_on, starts.as_str(), place.as_str(), input.way, note.as_str(), input.meeting],
    )?;
    told(cx, input.meeting, &json!({ "on": input.planned_on, "starts": starts, "place": place, "way": input.way }))?;
    Ok(WhichMeeting { meeting: input.meeting })
}
