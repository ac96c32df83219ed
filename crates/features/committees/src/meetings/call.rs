//! A meeting is called: it gets its number, and everybody who sits is invited.

use super::{NewMeeting, insert, led};
use crate::inputs::{CallMeeting, WhichMeeting};
use crate::rules::{self, DAY_PASSED, PLACE_MISSING};
use crate::store;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn call(cx: &Write<'_>, input: CallMeeting) -> Result<WhichMeeting> {
    let committee = store::going_on(cx, input.committee)?;
    let (starts, note) = (rules::time(&input.starts)?, rules::text(&input.note, "note")?);
    let place = rules::line(&input.place, "place", PLACE_MISSING)?;
    require(input.planned_on >= cx.today(), Refusal::new(DAY_PASSED).at("planned_on"))?;
    let new = NewMeeting {
        id: input.id,
        on: input.planned_on,
        field: "planned_on",
        starts: &starts,
        place: &place,
        way: input.way,
        note: &note,
        elsewhere: false,
    };
    insert(cx, &committee, &new)?;
    led(cx, input.id, "called")?;
    Ok(WhichMeeting { meeting: input.id })
}
