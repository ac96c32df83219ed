//! The association sets what opens a hold and what ends it. It is judged by from then on; what was judged stays.

use crate::inputs::SetHoldRule;
use crate::{rules, settings};
use database::values;
use kernel::{Failure, Result};
use office::context::Write;
use office::input::{Nothing, required};

pub fn set_rule(cx: &Write<'_>, input: SetHoldRule) -> Result<Nothing> {
    settings::checked(&input.settings)?;
    let reason = required(&input.reason, "reason", rules::RULE_REASON)?;
    rules::short(&reason, "reason")?;
    let before = settings::current(cx)?;
    cx.claim(settings::RULE, "", input.version)?;
    let content = serde_json::to_string(&input.settings).map_err(Failure::broken)?;
    let sql = "INSERT INTO hold_rule (version, content, reason, set_by, set_at) VALUES ($1, $2, $3, $4, $5)";
    cx.run(sql, values![input.version + 1, content, reason.as_str(), cx.who.id, cx.now])?;
    cx.changed(settings::RULE, "", &reason, &before, &input.settings)?;
    Ok(Nothing {})
}
