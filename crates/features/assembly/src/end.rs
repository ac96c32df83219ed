//! A membership ends, for a reason.

use crate::inputs::{EndAssemblyMember, WhichAssemblyMember};
use crate::rules::{self, DAYS_ORDER, ENDED};
use crate::store;
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::{at, has_come};

pub fn end(cx: &Write<'_>, input: EndAssemblyMember) -> Result<WhichAssemblyMember> {
    let (before, _) = store::member(cx, input.member, i64::from(cx.today().year()))?;
    require(before.ended_on.is_none(), ENDED)?;
    let reason = rules::reason(&input.reason)?;
    at("ended_on", has_come(input.ended_on, cx.today()))?;
    require(input.ended_on >= before.joined_on, Refusal::new(DAYS_ORDER).at("ended_on"))?;
    cx.claim(store::RECORD, input.member, input.version)?;
    cx.run(
        "UPDATE assembly_member SET ended_on = $1, ended_reason = $2 WHERE id = $3",
        values![input.ended_on, reason.as_str(), input.member],
    )?;
    store::told(cx, Some(&before), input.member)?;
    Ok(WhichAssemblyMember { member: input.member })
}
