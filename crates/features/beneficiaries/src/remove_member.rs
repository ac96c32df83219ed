//! Somebody leaves the household of a file.

use kernel::Result;
use office::context::Write;
use office::input::Nothing;
use parties::inputs::RemoveMember;
use serde_json::json;

pub fn remove_member(cx: &Write<'_>, input: RemoveMember) -> Result<Nothing> {
    let left = parties::remove_member(cx, &input)?;
    let (head, after) = (&left.head, json!({ "reason": left.reason, "name": left.member.name }));
    cx.changed("file", head.id, &head.facts.name, &left.member, &after)?;
    Ok(Nothing {})
}
