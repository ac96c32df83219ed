//! Minutes are sealed: nothing of the meeting changes any more. A mistake is corrected by a later meeting.

use super::may_seal;
use crate::inputs::{SealMinutes, WhichMeeting};
use crate::meetings::led;
use crate::model::MeetingState;
use crate::store;
use database::values;
use kernel::Result;
use kernel::id::SubjectId;
use office::context::Write;

pub fn seal(cx: &Write<'_>, input: SealMinutes) -> Result<WhichMeeting> {
    let meeting = store::claimed(cx, input.meeting, input.version, &[MeetingState::Minuted])?;
    let seats = store::seats(cx, input.meeting)?;
    let papers = documents::hanging_on(cx, store::MEETING, SubjectId::from_bytes(*input.meeting.as_bytes()))?;
    may_seal(cx, &meeting, &seats, papers.iter().any(|one| one.removed_at.is_none()))?;
    cx.run(
        "UPDATE committee_meeting SET state = 'sealed', sealed_by = $1, sealed_at = $2 WHERE id = $3",
        values![cx.who.id, cx.now, input.meeting],
    )?;
    led(cx, input.meeting, "sealed")?;
    Ok(WhichMeeting { meeting: input.meeting })
}
