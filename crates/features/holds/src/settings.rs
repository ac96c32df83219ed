//! What opens a hold and what ends it, as the association set it: each time a version, with the decision it rests on. What
//! is shipped holds until the first.

use crate::model::HoldRuleVersion;
use casework::holds::{Settings, Signal};
use database::{Read, values};
use kernel::{Failure, Refusal, Result, require};

use crate::rules::{RULE_DAYS, RULE_SIGNALS};

/// Among the records that have versions.
pub const RULE: &str = "hold_rule";

/// What holds today.
///
/// # Errors
/// Broken: what was kept is no setting.
pub fn current(db: &Read<'_>) -> Result<Settings> {
    let sql = "SELECT content FROM hold_rule ORDER BY version DESC LIMIT 1";
    let kept = db.row(sql, values![], |row| row.get::<String>("content"))?;
    kept.map_or(Ok(Settings::default()), |kept| serde_json::from_str(&kept).map_err(Failure::broken))
}

/// Every version, the newest first.
///
/// # Errors
/// Broken: what was kept is no setting.
pub fn versions(db: &Read<'_>) -> Result<Vec<HoldRuleVersion>> {
    let sql = "SELECT r.version, r.content, r.reason, r.set_at, n.name FROM hold_rule r JOIN user_name n ON n.id = r.set_by \
               ORDER BY r.version DESC";
    db.rows(sql, values![], |row| {
        Ok(HoldRuleVersion {
            version: row.get("version")?,
            settings: serde_json::from_str(&row.get::<String>("content")?).map_err(Failure::broken)?,
            reason: row.get("reason")?,
            set_by_name: row.get("name")?,
            set_at: row.get("set_at")?,
        })
    })
}

/// A number, how it is read, the least and the most it may be.
type Bound = (&'static str, fn(&Settings) -> u16, u16, u16);

/// Bounds within which an association sets its own: what money waits for is put off, never switched off.
const BOUNDS: [Bound; 10] = [
    ("hold_dpd", |set| set.hold_dpd, 1, 30),
    ("visit_late_days", |set| set.visit_late_days, 1, 60),
    ("purchase_unverified_days", |set| set.purchase_unverified_days, 1, 90),
    ("commitment_late_days", |set| set.commitment_late_days, 1, 30),
    ("sales_falls", |set| set.sales_falls, 0, 6),
    ("sales_fall_percent", |set| set.sales_fall_percent, 0, 90),
    ("resume_readings", |set| set.resume_readings, 1, 6),
    ("unlock_readings", |set| set.unlock_readings, 1, 6),
    ("reading_recent_days", |set| set.reading_recent_days, 7, 120),
    ("reschedule_income_percent", |set| set.reschedule_income_percent, 10, 100),
];

/// # Errors
/// A number out of its bounds, a sign of distress that would halt nothing.
pub fn checked(settings: &Settings) -> Result<()> {
    for (field, of, least, most) in BOUNDS {
        let bounded = (least..=most).contains(&of(settings));
        require(bounded, Refusal::new(RULE_DAYS).with("least", least).with("most", most).at(field))?;
    }
    let signals = &settings.hold_signals;
    let sound = signals.contains(&Signal::Distress) && !signals.contains(&Signal::Sound);
    require(sound, Refusal::new(RULE_SIGNALS).at("hold_signals"))
}
