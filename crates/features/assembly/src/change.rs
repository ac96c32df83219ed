//! A member is of another kind, or joined on another day.

use crate::inputs::{ChangeAssemblyMember, WhichAssemblyMember};
use crate::rules::ENDED;
use crate::store;
use database::values;
use kernel::{Result, require};
use office::context::Write;
use office::input::{at, has_come};

pub fn change(cx: &Write<'_>, input: ChangeAssemblyMember) -> Result<WhichAssemblyMember> {
    let (before, _) = store::member(cx, input.member, i64::from(cx.today().year()))?;
    require(before.ended_on.is_none(), ENDED)?;
    at("joined_on", has_come(input.joined_on, cx.today()))?;
    cx.claim(store::RECORD, input.member, input.version)?;
    cx.run(
        "UPDATE assembly_member SET kind = $1, joined_on = $2 WHERE id = $3",
        values![input.kind, input.joined_on, input.member],
    )?;
    store::told(cx, Some(&before), input.member)?;
    Ok(WhichAssemblyMember { member: input.member })
}
