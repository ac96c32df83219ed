//! An association adopts its own terms for applications; what was recommended before keeps those it was measured by.

use crate::inputs::SetApplicationTerms;
use crate::rules;
use crate::settings::{ALL, RECORD, terms};
use database::values;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;

pub fn set_terms(cx: &Write<'_>, input: SetApplicationTerms) -> Result<Nothing> {
    rules::terms(&input.terms)?;
    let adopted = rules::line("adopted", &input.adopted)?;
    let (before, version) = terms(cx)?;
    // A supervisor decides for the director.
    let limit = before.capacity.decision_limit.director;
    let is_raised = input.terms.capacity.decision_limit.director > limit;
    let may_raise = cx.who.role.may(crate::APPLICATIONS_DECIDE_ABOVE);
    require(!is_raised || may_raise, Refusal::new(rules::LIMIT_RAISED).with("limit", limit).at("limit"))?;
    cx.claim(RECORD, ALL, input.version)?;
    let text = serde_json::to_string(&input.terms).map_err(Failure::broken)?;
    cx.run(
        "INSERT INTO application_rule (version, terms, adopted, made_by, made_at) VALUES ($1, $2, $3, $4, $5)",
        values![version + 1, text, adopted.as_str(), cx.who.id, cx.now],
    )?;
    cx.changed(RECORD, ALL, "", &before, &input.terms)?;
    Ok(Nothing {})
}
