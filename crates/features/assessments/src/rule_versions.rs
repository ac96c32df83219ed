//! The versions of the rule: data, each with the decision that set it. None is ever changed; an assessment keeps its own.

use crate::model::{RuleVersion, RuleVersions};
use casework::need::Rule;
use database::{Read as Rows, Row, values};
use kernel::{Day, Failure, Result};
use office::context::Read;
use office::input::Nothing;

/// The rule as a record whose version is claimed.
pub const RECORD: &str = "assessment_rule";

const VERSIONS: &str = include_str!("sql/rule_versions.sql");

fn version_row(row: &Row<'_>) -> Result<RuleVersion> {
    Ok(RuleVersion {
        version: row.get("version")?,
        rule: serde_json::from_str::<Rule>(&row.get::<String>("content")?).map_err(Failure::broken)?,
        decision: row.get("decision")?,
        decided_on: row.get("decided_on")?,
        set_by_name: row.get("set_by_name")?,
        used: row.get("used")?,
    })
}

/// The present one, or the one an assessment was measured by.
///
/// # Errors
/// Broken: there is none.
pub fn version(db: &Rows<'_>, wanted: Option<i64>) -> Result<RuleVersion> {
    let sql = format!("{VERSIONS} WHERE $1 IS NULL OR r.version = $1 ORDER BY r.version DESC LIMIT 1");
    db.row(&sql, values![wanted], version_row)?.ok_or_else(|| Failure::broken("an office without a need rule"))
}

/// The one that was in force on a day: the last that was decided by then, the shipped one where none was.
///
/// # Errors
/// Broken: there is none.
pub fn in_force(db: &Rows<'_>, on: Day) -> Result<RuleVersion> {
    let sql = format!("{VERSIONS} WHERE r.decided_on IS NULL OR r.decided_on <= $1 ORDER BY r.version DESC LIMIT 1");
    db.row(&sql, values![on], version_row)?.ok_or_else(|| Failure::broken("an office without a need rule"))
}

pub fn rule_versions(cx: &Read<'_>, _: Nothing) -> Result<RuleVersions> {
    let versions = cx.rows(&format!("{VERSIONS} ORDER BY r.version DESC"), values![], version_row)?;
    Ok(RuleVersions { versions })
}
