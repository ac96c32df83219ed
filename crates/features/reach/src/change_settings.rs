//! Another number of days is set.

use crate::inputs::ChangeReachSettings;
use crate::settings;
use kernel::Result;
use office::context::Write;
use office::input::Nothing;

pub fn change_settings(cx: &Write<'_>, input: ChangeReachSettings) -> Result<Nothing> {
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
