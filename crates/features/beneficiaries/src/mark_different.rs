//! Two people look alike and are two: remembered, so that nobody is asked again.

use super::inputs::MarkDifferent;
use super::{queries, rules, saving, store};
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn mark_different(cx: &Write<'_>, input: MarkDifferent) -> Result<Nothing> {
    require(input.first != input.second, Refusal::new(rules::SAME_FILE).at("second"))?;
    let reason = rules::reason(&input.reason)?;
    let (first, second) = (store::party(cx, input.first)?, store::party(cx, input.second)?);
    let points = queries::points(&first, &second);
    saving::verdict(cx, first.id, second.id, "different", points, &reason)?;
    let after = json!({ "different": second.id, "name": second.facts.name, "reason": reason, "points": points });
    cx.changed("file", first.id, &first.facts.name, &(), &after)?;
    Ok(Nothing {})
}
