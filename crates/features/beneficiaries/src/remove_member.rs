//! Somebody leaves the household of a file.

use super::model::CaseFile;
use super::queries;
use kernel::Result;
use office::context::Write;
use parties::inputs::RemoveMember;
use serde_json::json;

pub fn remove_member(cx: &Write<'_>, input: RemoveMember) -> Result<CaseFile> {
    let left = parties::remove_member(cx, &input)?;
    let (head, after) = (&left.head, json!({ "reason": left.reason, "name": left.member.name }));
    cx.changed("file", head.id, &head.facts.name, &left.member, &after)?;
    queries::case_file(cx, head.id)
}
