//! What screens ask.

pub use crate::due::due;
pub use crate::looks::looks;

use crate::model::{RetentionRules, RetentionVersion};
use crate::rules::SHIPPED_MONTHS;
use database::values;
use kernel::Result;
use office::context::Read;
use office::input::Nothing;

pub fn rule(cx: &Read<'_>, _: Nothing) -> Result<RetentionRules> {
    let sql = "SELECT r.version, r.months, r.decision, w.name, r.set_at FROM retention_rule r \
               JOIN user_name w ON w.id = r.set_by ORDER BY r.version DESC";
    let mut versions = cx.rows(sql, values![], |row| {
        Ok(RetentionVersion {
            version: row.get("version")?,
            months: row.get("months")?,
            decision: row.get("decision")?,
            set_by_name: row.get("name")?,
            set_at: Some(row.get("set_at")?),
        })
    })?;
    versions.push(RetentionVersion {
        version: 0,
        months: SHIPPED_MONTHS,
        decision: String::new(),
        set_by_name: String::new(),
        set_at: None,
    });
    Ok(RetentionRules { versions })
}
