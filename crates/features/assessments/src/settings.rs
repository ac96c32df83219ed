//! When a file is looked at again, and whether one becomes active without an assessment: as shipped until the association
//! sets another.

use crate::model::{AssessmentSettings, KeptAssessmentSettings};
use database::Read as Rows;
use kernel::{Failure, Result};
use office::context::Read;
use office::input::Nothing;

pub const KEY: &str = "assessments.settings";
/// The settings as a record whose version is claimed.
pub const RECORD: &str = "assessment_settings";

fn kept(db: &Rows<'_>) -> Result<Option<AssessmentSettings>> {
    db.setting(KEY)?.map(|kept| serde_json::from_str(&kept).map_err(Failure::broken)).transpose()
}

/// # Errors
/// Broken: what was kept is no setting.
pub fn settings_of(db: &Rows<'_>) -> Result<AssessmentSettings> {
    Ok(kept(db)?.unwrap_or_default())
}

pub fn settings(cx: &Read<'_>, _: Nothing) -> Result<KeptAssessmentSettings> {
    let kept = kept(cx)?;
    Ok(KeptAssessmentSettings {
        settings: kept.unwrap_or_default(),
        shipped: kept.is_none(),
        version: cx.version(RECORD, "all")?.number,
    })
}
