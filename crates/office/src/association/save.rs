//! An administrator changes what the letterhead says.

use super::model::{Logo, Picture, SaveAssociation};
use super::{RECORD, rules, store};
use crate::context::Write;
use crate::inbox;
use crate::input::Nothing;
use kernel::Result;

pub fn save(cx: &Write<'_>, input: SaveAssociation) -> Result<Nothing> {
    let before = store::profile(cx)?;
    let wanted = rules::tidy(input.profile)?;
    cx.claim(RECORD, RECORD, input.version)?;
    let picture = wanted.logo.as_ref().map(|logo| picture(cx, logo, before.logo.as_ref())).transpose()?;
    store::save(cx.db(), &wanted, picture)?;
    let after = store::profile(cx)?;
    cx.changed("association", "association", &after.name_ar, &before, &after)?;
    Ok(Nothing {})
}

/// The picture that was brought in, or the one that is to stay.
fn picture(cx: &Write<'_>, wanted: &Logo, kept: Option<&Logo>) -> Result<Picture> {
    // Said again after it was brought in: it stands already, and its ticket is used.
    if kept.is_some_and(|kept| kept.sha256 == wanted.sha256)
        && let Some(picture) = store::picture(cx)?
    {
        return Ok(picture);
    }
    let brought = wanted.ticket.as_ref().ok_or_else(|| inbox::gone().into()).and_then(|ticket| cx.received(ticket));
    rules::picture(&crate::input::at("logo", brought)?)
}
