//! The association decides how long data are kept.

use crate::inputs::SetRetention;
use crate::rules::{self, DECISION_MISSING, RULE_CHANGED};
use crate::store;
use database::values;
use kernel::{Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn set_rule(cx: &Write<'_>, input: SetRetention) -> Result<Nothing> {
    let months = rules::months(input.months)?;
    let decision = rules::said("decision", &input.decision, DECISION_MISSING)?;
    let sql = "SELECT COALESCE(max(version), 0) AS last FROM retention_rule";
    let last: i64 = cx.one(sql, values![], |row| row.get("last"))?;
    require(input.version == last + 1, RULE_CHANGED)?;
    let before = store::months(cx)?;
    let sql = "INSERT INTO retention_rule (version, months, decision, set_by, set_at) VALUES ($1, $2, $3, $4, $5)";
    cx.run(sql, values![input.version, months, decision.as_str(), cx.who.id, cx.now])?;
    let told = |(months, decision): &(i64, String)| json!({ "months": months, "decision": decision });
    cx.changed("retention_rule", input.version, "", &told(&before), &told(&(months, decision)))?;
    Ok(Nothing {})
}
