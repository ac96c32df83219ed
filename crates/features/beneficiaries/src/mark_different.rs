//! Two people look alike and are two.

use kernel::Result;
use office::context::Write;
use parties::inputs::{LikelyPeople, MarkDifferent};
use serde_json::json;

pub fn mark_different(cx: &Write<'_>, input: MarkDifferent) -> Result<LikelyPeople> {
    let marked = parties::mark_different(cx, &input)?;
    let (first, second) = (&marked.first, &marked.second);
    let after =
        json!({ "different": second.id, "name": second.facts.name, "reason": marked.reason, "points": marked.points });
    cx.changed("file", first.id, &first.facts.name, &(), &after)?;
    Ok(LikelyPeople { people: parties::likely_to(cx, first)? })
}
