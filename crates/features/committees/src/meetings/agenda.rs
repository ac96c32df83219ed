//! The invitation with its agenda, on paper.

use crate::inputs::WhichMeeting;
use crate::model::{CommitteeRole, MeetingSeat};
use crate::store;
use kernel::Result;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{Language, word};
use papers::Template;
use serde_json::json;

const AGENDA: Template = Template { name: "meeting_agenda", source: include_str!("../papers/meeting_agenda.typ") };

pub fn agenda(cx: &Read<'_>, input: WhichMeeting) -> Result<Paper> {
    let meeting = store::meeting(cx, input.meeting)?;
    let line = &meeting.line;
    let seats = store::seats(cx, input.meeting)?;
    let items = store::items(cx, input.meeting)?;
    let item = |one: &store::Item| json!({ "no": one.no, "title": one.title, "text": one.text });
    let seat =
        |one: &MeetingSeat| json!([one.name, word(&format!("committee.role.{}", one.role.name()), Language::Ar)]);
    let chair = seats.iter().find(|seat| seat.role == CommitteeRole::Chair).map_or("", |seat| &seat.name);
    let data = json!({
        "committee": line.committee_name,
        "minutes_no": line.minutes_no,
        "no": line.no,
        "term": line.term,
        "day": paper::dates_json(line.on),
        "starts": line.starts,
        "place": line.place,
        "way": word(&format!("meeting.way.{}", line.way.name()), Language::Ar),
        "note": meeting.note,
        "chair": chair,
        "items": items.iter().map(item).collect::<Vec<_>>(),
        "invited": seats.iter().map(seat).collect::<Vec<_>>(),
    });
    cx.saw(store::MEETING, line.meeting, &line.minutes_no, json!({ "agenda": true }));
    paper::print(cx, &AGENDA, &format!("agenda-{}", line.minutes_no.replace('/', "-")), &data)
}
