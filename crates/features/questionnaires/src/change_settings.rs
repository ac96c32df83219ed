//! Another number of answers from which results are shown, or of sheets that are entered twice.

use crate::inputs::ChangeQuestionnaireSettings;
use crate::rules;
use crate::settings::{RECORD, keep, settings_of};
use kernel::Result;
use office::context::Write;
use office::input::Nothing;

pub fn change_settings(cx: &Write<'_>, input: ChangeQuestionnaireSettings) -> Result<Nothing> {
    rules::settings(input.settings)?;
    let before = settings_of(cx)?;
    cx.claim(RECORD, "all", input.version)?;
    keep(cx.db(), input.settings)?;
    cx.changed(RECORD, "", "", &before, &input.settings)?;
    Ok(Nothing {})
}
