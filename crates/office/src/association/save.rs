//! An administrator changes what the letterhead says.

use super::model::SaveAssociation;
use super::{AssociationProfile, RECORD, rules, store};
use crate::context::Write;
use crate::input::Nothing;
use kernel::Result;

pub fn save(cx: &Write<'_>, input: SaveAssociation) -> Result<Nothing> {
    let before = store::profile(cx)?;
    let after = rules::tidy(input.profile)?;
    cx.claim(RECORD, RECORD, input.version)?;
    store::save(cx.db(), &after)?;
    cx.changed("association", "association", &after.name_ar, &without_logo(&before), &without_logo(&after))?;
    Ok(Nothing {})
}

/// The audit trail tells that a logo changed by its size; the picture itself would only swell it.
fn without_logo(profile: &AssociationProfile) -> AssociationProfile {
    let mut plain = profile.clone();
    if let Some(logo) = &mut plain.logo {
        logo.base64 = format!("{} base64 characters", logo.base64.len());
    }
    plain
}
