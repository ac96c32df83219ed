//! Another version of the rule, by a decision. What was measured by the one before keeps it.

use crate::inputs::SetNeedRule;
use crate::rule_versions::{RECORD, version};
use crate::rules::{self, DECISION_MISSING, SAME_RULE};
use database::values;
use kernel::{Failure, Result, require};
use office::context::Write;
use office::input::Nothing;

pub fn set_rule(cx: &Write<'_>, input: SetNeedRule) -> Result<Nothing> {
    input.rule.check()?;
    let before = version(cx, None)?;
    cx.claim(RECORD, "all", input.version - 1)?;
    let decision = rules::said("decision", &input.decision, DECISION_MISSING)?;
    office::input::at("decided_on", office::input::has_come(input.decided_on, cx.today()))?;
    // A decision may adopt what was shipped as it is; afterwards it says something new.
    require(before.rule != input.rule || before.decision.is_empty(), SAME_RULE)?;
    let content = serde_json::to_string(&input.rule).map_err(Failure::broken)?;
    cx.run(
        "INSERT INTO assessment_rule (version, content, decision, decided_on, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6)",
        values![before.version + 1, content, decision.as_str(), input.decided_on, cx.who.id, cx.now],
    )?;
    cx.changed(RECORD, before.version + 1, &decision, &before.rule, &input.rule)?;
    Ok(Nothing {})
}
