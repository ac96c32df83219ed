//! After how many days a visit is late, and the next one due: as shipped until the association sets another.

use crate::model::FollowUpSettings;
use crate::rules::DAYS_RANGE;
use database::{Read, Write};
use kernel::{Failure, Refusal, Result, require};

const KEY: &str = "follow_up.settings";

/// # Errors
/// Broken: what was kept is no setting.
pub fn settings(db: &Read<'_>) -> Result<FollowUpSettings> {
    let kept = db.setting(KEY)?;
    kept.map_or(Ok(FollowUpSettings::default()), |kept| serde_json::from_str(&kept).map_err(Failure::broken))
}

/// # Errors
/// Days that cannot be.
pub fn keep(db: &Write<'_>, settings: &FollowUpSettings) -> Result<()> {
    let days = [
        ("tolerance", settings.tolerance, 0),
        ("sound_days", settings.sound_days, 1),
        ("watch_days", settings.watch_days, 1),
        ("distress_days", settings.distress_days, 1),
    ];
    for (field, days, least) in days {
        require(
            (least..=366).contains(&days),
            Refusal::new(DAYS_RANGE).with("least", least).with("most", 366).at(field),
        )?;
    }
    db.remember(KEY, Some(&serde_json::to_string(settings).map_err(Failure::broken)?))
}
