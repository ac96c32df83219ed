//! From how many answers on a result is shown, and how many sheets are entered twice: as shipped until the association sets
//! others.

use crate::model::KeptQuestionnaireSettings;
use database::Read as Rows;
use kernel::{Failure, Result};
use office::context::Read;
use office::input::Nothing;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const KEY: &str = "questionnaires.settings";
/// The settings as a record whose version is claimed.
pub const RECORD: &str = "questionnaire_settings";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct QuestionnaireSettings {
    /// Fewer valid answers are not shown.
    pub suppress_under: u16,
    /// Every how many sheets one is entered twice, beginning with the first; 0: none is.
    pub double_entry_every: u16,
}

impl Default for QuestionnaireSettings {
    fn default() -> Self {
        let shipped = measures::Settings::default();
        Self { suppress_under: shipped.suppress_under, double_entry_every: shipped.double_entry_every }
    }
}

impl QuestionnaireSettings {
    /// As the engine of figures takes them.
    pub fn measures(self) -> measures::Settings {
        measures::Settings {
            suppress_under: self.suppress_under,
            double_entry_every: self.double_entry_every,
            ..measures::Settings::default()
        }
    }
}

fn kept(db: &Rows<'_>) -> Result<Option<QuestionnaireSettings>> {
    db.setting(KEY)?.map(|kept| serde_json::from_str(&kept).map_err(Failure::broken)).transpose()
}

/// # Errors
/// Broken: what was kept is no setting.
pub fn settings_of(db: &Rows<'_>) -> Result<QuestionnaireSettings> {
    Ok(kept(db)?.unwrap_or_default())
}

/// # Errors
/// What the database refuses.
pub fn keep(db: &database::Write<'_>, settings: QuestionnaireSettings) -> Result<()> {
    db.remember(KEY, Some(&serde_json::to_string(&settings).map_err(Failure::broken)?))
}

pub fn settings(cx: &Read<'_>, _: Nothing) -> Result<KeptQuestionnaireSettings> {
    let kept = kept(cx)?;
    Ok(KeptQuestionnaireSettings {
        settings: kept.unwrap_or_default(),
        shipped: kept.is_none(),
        version: cx.version(RECORD, "all")?.number,
    })
}
