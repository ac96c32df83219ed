//! Somebody leaves a household: the link ends, the person and what is known of them stay.

use super::inputs::RemoveMember;
use super::{queries, rules, shelf, store};
use database::values;
use kernel::{Failure, Result};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn remove_member(cx: &Write<'_>, input: RemoveMember) -> Result<Nothing> {
    let head = store::party(cx, input.party)?;
    let reason = rules::reason(&input.reason)?;
    let members = queries::members(cx, input.party)?;
    let member = members.iter().find(|one| one.party == input.member).ok_or(Failure::not_found("member"))?;
    cx.run(
        "UPDATE party_link SET until = $1 WHERE from_party = $2 AND to_party = $3",
        values![cx.today(), input.member, input.party],
    )?;
    store::touched(cx, head.id)?;
    shelf::lay(cx, head.id)?;
    cx.changed("file", head.id, &head.facts.name, member, &json!({ "reason": reason, "name": member.name }))?;
    Ok(Nothing {})
}
