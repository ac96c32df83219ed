//! After how many days a family is out of reach: as shipped until the office sets another.

use crate::model::ReachSettings;
use crate::rules;
use database::{Read, Write};
use kernel::{Failure, Result};

const KEY: &str = "reach.settings";
/// The settings among the records that have versions.
pub const RECORD: &str = "reach_settings";

/// # Errors
/// Broken: what was kept is no setting.
pub fn settings(db: &Read<'_>) -> Result<ReachSettings> {
    let kept = db.setting(KEY)?;
    kept.map_or(Ok(ReachSettings::default()), |kept| serde_json::from_str(&kept).map_err(Failure::broken))
}

/// # Errors
/// Days that cannot be.
pub fn keep(db: &Write<'_>, settings: &ReachSettings) -> Result<()> {
    rules::days("silent_days", settings.silent_days)?;
    rules::days("expiry_days", settings.expiry_days)?;
    db.remember(KEY, Some(&serde_json::to_string(settings).map_err(Failure::broken)?))
}
