//! From when on a group is counted and a gap is flagged: as shipped until the association adopts others.

use crate::model::FairnessSettings;
use crate::rules;
use database::{Read, Write};
use kernel::{Failure, Result};
use measures::Settings;

const KEY: &str = "services.fairness";
/// The settings among the records that have versions.
pub const RECORD: &str = "fairness_settings";

/// # Errors
/// Broken: what was kept is no setting.
pub fn settings(db: &Read<'_>) -> Result<FairnessSettings> {
    let kept = db.setting(KEY)?;
    kept.map_or(Ok(FairnessSettings::default()), |kept| serde_json::from_str(&kept).map_err(Failure::broken))
}

/// The same among all that the measures ask for.
///
/// # Errors
/// As [`settings`].
pub fn measured(db: &Read<'_>) -> Result<Settings> {
    let FairnessSettings { fairness_n, fairness_gap, suppress_under } = settings(db)?;
    Ok(Settings { fairness_n, fairness_gap, suppress_under, ..Settings::default() })
}

/// # Errors
/// Numbers that cannot be.
pub fn keep(db: &Write<'_>, settings: &FairnessSettings) -> Result<()> {
    rules::fairness(settings)?;
    db.remember(KEY, Some(&serde_json::to_string(settings).map_err(Failure::broken)?))
}
