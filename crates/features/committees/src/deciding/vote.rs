//! A member who is there votes, or steps aside.

use crate::inputs::{VoteOnItem, WhichMeeting};
use crate::meetings::told;
use crate::model::{AgendaItemState, MeetingState, VoteKind};
use crate::rules::{self, ITEM_DECIDED, NO_VOTE, NOT_PRESENT, REASON_MISSING};
use crate::store;
use database::values;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn vote(cx: &Write<'_>, input: VoteOnItem) -> Result<WhichMeeting> {
    let item = store::item(cx, input.item)?;
    store::claimed(cx, item.meeting, input.version, &[MeetingState::Held])?;
    require(item.state == AgendaItemState::Open, ITEM_DECIDED)?;
    let seats = store::seats(cx, item.meeting)?;
    let seat = seats.iter().find(|seat| seat.member == input.member).ok_or(Failure::not_found("committee_member"))?;
    require(seat.presence.is_there(), Refusal::new(NOT_PRESENT).with("name", &seat.name))?;
    require(seat.votes, Refusal::new(NO_VOTE).with("name", &seat.name))?;
    let reason = match input.vote {
        Some(VoteKind::Recused) => rules::said(&input.reason, "reason", REASON_MISSING)?,
        _ => String::new(),
    };
    match input.vote {
        Some(vote) => cx.run(
            "INSERT INTO meeting_vote (item, member, vote, reason, recorded_by, recorded_at) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (item, member) DO UPDATE SET vote = excluded.vote, \
             reason = excluded.reason, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at",
            values![input.item, input.member, vote, reason.as_str(), cx.who.id, cx.now],
        )?,
        None => {
            cx.run("DELETE FROM meeting_vote WHERE item = $1 AND member = $2", values![input.item, input.member])?
        }
    };
    let what = json!({ "item": item.no, "member": seat.name, "vote": input.vote, "reason": reason });
    told(cx, item.meeting, &what)?;
    Ok(WhichMeeting { meeting: item.meeting })
}
