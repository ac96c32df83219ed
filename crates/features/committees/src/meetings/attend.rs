//! Who came, who sent word, who stayed away. Whoever has voted stays among those present.

use super::told;
use crate::inputs::{AttendMeeting, WhichMeeting};
use crate::model::MeetingState;
use crate::rules::{self, HAS_VOTED};
use crate::store;
use database::values;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn attend(cx: &Write<'_>, input: AttendMeeting) -> Result<WhichMeeting> {
    store::claimed(cx, input.meeting, input.version, &[MeetingState::Called, MeetingState::Held])?;
    let seats = store::seats(cx, input.meeting)?;
    let mut came = Vec::with_capacity(input.seats.len());
    for one in &input.seats {
        let note = rules::maybe_line(&one.note, "note")?;
        let seat = seats.iter().find(|seat| seat.member == one.member);
        let seat = seat.ok_or(Failure::not_found("committee_member"))?;
        if !one.presence.is_there() {
            let sql = "SELECT 1 AS one FROM meeting_vote v JOIN meeting_item i ON i.id = v.item \
                       WHERE i.meeting = $1 AND v.member = $2 LIMIT 1";
            let voted = cx.row(sql, values![input.meeting, one.member], |_| Ok(()))?.is_some();
            require(!voted, Refusal::new(HAS_VOTED).with("name", &seat.name))?;
        }
        cx.run(
            "UPDATE meeting_attendance SET presence = $1, note = $2 WHERE meeting = $3 AND member = $4",
            values![one.presence, note.as_str(), input.meeting, one.member],
        )?;
        came.push(json!({ "name": seat.name, "presence": one.presence }));
    }
    told(cx, input.meeting, &json!({ "attendance": came }))?;
    Ok(WhichMeeting { meeting: input.meeting })
}
