//! Other numbers are set by which the fairness of decisions is read.

use crate::inputs::ChangeFairnessSettings;
use crate::settings;
use kernel::Result;
use office::context::Write;
use office::input::Nothing;

pub fn change_settings(cx: &Write<'_>, input: ChangeFairnessSettings) -> Result<Nothing> {
    let before = settings::settings(cx)?;
    if before == input.settings {
        cx.quiet();
        return Ok(Nothing {});
    }
    cx.claim(settings::RECORD, "all", input.version)?;
    settings::keep(cx.db(), &input.settings)?;
    cx.changed(settings::RECORD, "", "", &before, &input.settings)?;
    Ok(Nothing {})
}
