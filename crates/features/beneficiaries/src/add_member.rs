//! Somebody joins the household of a file.

use super::saving;
use kernel::Result;
use office::context::Write;
use office::input::Nothing;
use parties::inputs::AddMember;
use serde_json::json;

pub fn add_member(cx: &Write<'_>, input: AddMember) -> Result<Nothing> {
    let input = AddMember { exception: saving::exception(cx, &input.exception)?, ..input };
    let joined = parties::add_member(cx, &input)?;
    let after = json!({ "member": joined.member.id, "name": joined.member.facts.name, "relation": input.relation });
    cx.changed("file", joined.head.id, &joined.head.facts.name, &(), &after)?;
    Ok(Nothing {})
}
