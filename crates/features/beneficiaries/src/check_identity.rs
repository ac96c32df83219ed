//! A researcher has seen the original of an identity record, and it agrees with the file.

use super::inputs::CheckIdentity;
use super::model::Identity;
use super::{rules, saving, shelf, store};
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;

pub fn check_identity(cx: &Write<'_>, input: CheckIdentity) -> Result<Nothing> {
    let before = store::party(cx, input.party)?;
    require(before.merged_into.is_none(), rules::MERGED)?;
    let identity = before.identity.clone().ok_or(Refusal::new(rules::IDENTITY_MISSING).at("identity"))?;
    let expires_on = input.expires_on.or(identity.expires_on);
    let valid = expires_on.is_none_or(|day| day >= cx.today());
    require(valid, Refusal::new(rules::CHECKED_EXPIRED).at("expires_on"))?;
    if identity.checked_by == Some(cx.who.id)
        && identity.checked_on == Some(cx.today())
        && identity.expires_on == expires_on
    {
        // Said again by the same person on the same day: it stands as it was said first.
        cx.quiet();
        return Ok(Nothing {});
    }
    let mut after = before.clone();
    after.identity = Some(Identity {
        expires_on,
        checked_on: Some(cx.today()),
        checked_by: Some(cx.who.id),
        checked_by_name: Some(cx.who.name.clone()),
        ..identity
    });
    cx.passed(store::RECORD, after.id)?;
    store::update(cx, &after, cx.now)?;
    shelf::lay(cx, after.id)?;
    cx.changed("file", after.id, &after.facts.name, &saving::trace(&before), &saving::trace(&after))?;
    Ok(Nothing {})
}
