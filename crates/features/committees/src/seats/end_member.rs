//! A member leaves their seat.

use super::told;
use crate::inputs::{EndCommitteeMember, WhichCommittee};
use crate::rules::{self, MEMBER_ENDED, REASON_MISSING, TERM_DAYS};
use crate::store;
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::{at, has_come};

pub fn end_member(cx: &Write<'_>, input: EndCommitteeMember) -> Result<WhichCommittee> {
    let before = store::member(cx, input.member)?;
    require(before.until.is_none(), MEMBER_ENDED)?;
    let reason = rules::said(&input.reason, "reason", REASON_MISSING)?;
    at("until", has_come(input.until, cx.today()))?;
    require(input.until >= before.since, Refusal::new(TERM_DAYS).at("until"))?;
    cx.claim(store::COMMITTEE, before.committee, input.version)?;
    cx.run(
        "UPDATE committee_member SET until = $1, ended_reason = $2 WHERE id = $3",
        values![input.until, reason.as_str(), input.member],
    )?;
    told(cx, Some(&before), &store::member(cx, input.member)?)?;
    Ok(WhichCommittee { committee: before.committee })
}
