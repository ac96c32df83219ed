//! Another number of days is set.

use crate::inputs::ChangeSettings;
use crate::settings;
use kernel::Result;
use office::context::Write;
use office::input::Nothing;

pub fn change_settings(cx: &Write<'_>, input: ChangeSettings) -> Result<Nothing> {
    let before = settings::settings(cx)?;
    settings::keep(cx.db(), &input.settings)?;
    cx.changed("follow_up_settings", "", "", &before, &input.settings)?;
    Ok(Nothing {})
}
