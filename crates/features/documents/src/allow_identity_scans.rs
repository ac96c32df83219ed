//! An administrator states why copies of identity cards may be kept, or takes that back. What is kept already stays.

use super::model::{AllowIdentityScans, DocumentRules};
use super::{rules, store};
use kernel::Result;
use office::context::Write;

pub fn allow_identity_scans(cx: &Write<'_>, input: AllowIdentityScans) -> Result<DocumentRules> {
    let before = store::rules(cx)?;
    if input.allowed {
        let ground = office::input::required(&input.legal_ground, "legal_ground", rules::LEGAL_GROUND)?;
        store::allow(cx.db(), Some(&ground))?;
    } else {
        store::allow(cx.db(), None)?;
    }
    let after = store::rules(cx)?;
    cx.changed("setting", "documents", "", &before, &after)?;
    Ok(after)
}
