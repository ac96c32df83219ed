//! Somebody joins the household of a file.

use super::model::CaseFile;
use super::{queries, saving};
use kernel::Result;
use office::context::Write;
use parties::inputs::AddMember;
use serde_json::json;

pub fn add_member(cx: &Write<'_>, input: AddMember) -> Result<CaseFile> {
    let input = AddMember { exception: saving::exception(cx, &input.exception)?, ..input };
    let joined = parties::add_member(cx, &input)?;
    let after = json!({ "member": joined.member.id, "name": joined.member.facts.name, "relation": input.relation });
    cx.changed("file", joined.head.id, &joined.head.facts.name, &(), &after)?;
    queries::case_file(cx, joined.head.id)
}
