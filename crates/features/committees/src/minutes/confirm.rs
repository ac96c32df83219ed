//! Somebody who was there confirms minutes, or objects; an objection stands beneath the text.

use crate::inputs::{ConfirmMinutes, WhichMeeting};
use crate::meetings::told;
use crate::model::{MeetingState, MinutesAnswer};
use crate::rules::{self, CONFIRMED_ALREADY, NOT_PRESENT, OBJECTION_MISSING};
use crate::seats::declare::speaks_for;
use crate::store;
use database::values;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn confirm(cx: &Write<'_>, input: ConfirmMinutes) -> Result<WhichMeeting> {
    let meeting = store::meeting(cx, input.meeting)?;
    store::stands(&meeting, &[MeetingState::Minuted])?;
    let note = match input.answer {
        MinutesAnswer::Objected => rules::said(&input.note, "note", OBJECTION_MISSING)?,
        MinutesAnswer::Confirmed => rules::text(&input.note, "note")?,
    };
    let seats = store::seats(cx, input.meeting)?;
    let seat = seats.iter().find(|seat| seat.member == input.member).ok_or(Failure::not_found("committee_member"))?;
    require(seat.presence.is_there(), Refusal::new(NOT_PRESENT).with("name", &seat.name))?;
    require(seat.answer.is_none(), Refusal::new(CONFIRMED_ALREADY).with("name", &seat.name))?;
    speaks_for(cx, seat.person, input.on_paper)?;
    cx.run(
        "INSERT INTO meeting_confirmation (meeting, member, answer, note, on_paper, recorded_by, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![input.meeting, input.member, input.answer, note.as_str(), input.on_paper, cx.who.id, cx.now],
    )?;
    told(cx, input.meeting, &json!({ "member": seat.name, "answer": input.answer, "note": note }))?;
    Ok(WhichMeeting { meeting: input.meeting })
}
