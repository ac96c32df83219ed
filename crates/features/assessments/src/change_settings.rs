//! Other days, or another condition before files become active.

use crate::inputs::ChangeAssessmentSettings;
use crate::rules;
use crate::settings::{KEY, RECORD, settings_of};
use kernel::{Failure, Result};
use office::context::Write;
use office::input::Nothing;

pub fn change_settings(cx: &Write<'_>, input: ChangeAssessmentSettings) -> Result<Nothing> {
    rules::settings(&input.settings)?;
    let before = settings_of(cx)?;
    cx.claim(RECORD, "all", input.version)?;
    cx.db().remember(KEY, Some(&serde_json::to_string(&input.settings).map_err(Failure::broken)?))?;
    cx.changed(RECORD, "", "", &before, &input.settings)?;
    Ok(Nothing {})
}
