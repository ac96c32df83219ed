//! A meeting is opened: it has its day, an agenda and its quorum.

use super::led;
use crate::inputs::{HoldMeeting, WhichMeeting};
use crate::model::MeetingState;
use crate::rules::{AGENDA_EMPTY, TOO_EARLY};
use crate::store;
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn hold(cx: &Write<'_>, input: HoldMeeting) -> Result<WhichMeeting> {
    let meeting = store::claimed(cx, input.meeting, input.version, &[MeetingState::Called])?;
    require(meeting.line.on <= cx.today(), TOO_EARLY)?;
    require(meeting.line.items > 0, AGENDA_EMPTY)?;
    let quorum = store::committee(cx, meeting.line.committee)?.quorum;
    store::tally(quorum, &store::seats(cx, input.meeting)?, &[]).must_have_quorum()?;
    cx.run("UPDATE committee_meeting SET state = 'held', held_at = $1 WHERE id = $2", values![cx.now, input.meeting])?;
    led(cx, input.meeting, "held")?;
    Ok(WhichMeeting { meeting: input.meeting })
}
