//! A member takes another role, or gets or loses their vote.

use super::{role_is_free, told};
use crate::inputs::{ChangeCommitteeMember, WhichCommittee};
use crate::rules::MEMBER_ENDED;
use crate::store;
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn change_member(cx: &Write<'_>, input: ChangeCommitteeMember) -> Result<WhichCommittee> {
    let before = store::member(cx, input.member)?;
    store::going_on(cx, before.committee)?;
    require(before.until.is_none(), MEMBER_ENDED)?;
    let members = store::members(cx, before.committee)?;
    role_is_free(&members, input.role, input.votes, Some(input.member))?;
    cx.claim(store::COMMITTEE, before.committee, input.version)?;
    cx.run(
        "UPDATE committee_member SET role = $1, votes = $2 WHERE id = $3",
        values![input.role, input.votes, input.member],
    )?;
    told(cx, Some(&before), &store::member(cx, input.member)?)?;
    Ok(WhichCommittee { committee: before.committee })
}
