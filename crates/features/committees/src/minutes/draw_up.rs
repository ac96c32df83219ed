//! The meeting ends, and its minutes stand: from here on members say what they think of them, and nothing of it is changed.

use super::confirm_by;
use crate::inputs::{HoldMeeting, WhichMeeting};
use crate::meetings::led;
use crate::model::{AgendaItemState, MeetingState};
use crate::rules::ITEMS_OPEN;
use crate::store;
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn draw_up(cx: &Write<'_>, input: HoldMeeting) -> Result<WhichMeeting> {
    let meeting = store::claimed(cx, input.meeting, input.version, &[MeetingState::Held])?;
    let open = store::items(cx, input.meeting)?.iter().filter(|item| item.state == AgendaItemState::Open).count();
    require(open == 0, Refusal::new(ITEMS_OPEN).with("n", open))?;
    let committee = store::committee(cx, meeting.line.committee)?;
    cx.run(
        "UPDATE committee_meeting SET state = 'minuted', minuted_by = $1, minuted_at = $2, confirm_by = $3 WHERE id = $4",
        values![cx.who.id, cx.now, confirm_by(cx, &committee)?, input.meeting],
    )?;
    led(cx, input.meeting, "minuted")?;
    Ok(WhichMeeting { meeting: input.meeting })
}
