//! Somebody has seen the original of an identity record, and it agrees with what is written; or asks for its number.

use crate::inputs::CheckIdentity;
use crate::model::{Identity, Party};
use crate::writing::{Change, standing};
use crate::{rules, store};
use database::values;
use kernel::id::PartyId;
use kernel::{Refusal, Result};
use office::context::{Read, Write};

/// Keeps that the original was seen today by who asks. None when the same person said the same today: it stands as it was
/// said first.
///
/// # Errors
/// There is no identity record, or it has expired.
pub fn check_identity(cx: &Write<'_>, input: &CheckIdentity) -> Result<Option<Change>> {
    let before = standing(cx, input.party)?;
    let identity = before.identity.clone().ok_or(Refusal::new(rules::IDENTITY_MISSING).at("identity"))?;
    let expires_on = input.expires_on.or(identity.expires_on);
    rules::checkable(expires_on, cx.today())?;
    let said = (identity.checked_by, identity.checked_on, identity.expires_on);
    if said == (Some(cx.who.id), Some(cx.today()), expires_on) {
        return Ok(None);
    }
    let identity = Identity {
        expires_on,
        checked_on: Some(cx.today()),
        checked_by: Some(cx.who.id),
        checked_by_name: Some(cx.who.name.clone()),
        ..identity
    };
    let after = Party { identity: Some(identity), changed_at: cx.now, ..before.clone() };
    cx.passed(store::RECORD, after.id)?;
    store::update(cx, &after)?;
    Ok(Some(Change { before, after }))
}

/// Keeps that the original was seen, for a verb that does so for many and has looked at each; it lets no other feature
/// follow.
///
/// # Errors
/// What the database refuses.
pub fn save_check(cx: &Write<'_>, id: PartyId) -> Result<()> {
    let sql = "UPDATE party_identifier SET checked_on = $1, checked_by = $2 WHERE party = $3";
    cx.run(sql, values![cx.today(), cx.who.id, id])?;
    Ok(())
}

/// A party with its identity number, which whoever shows it whole writes into the audit trail.
///
/// # Errors
/// There is no identity record.
pub fn revealed(cx: &Read<'_>, id: PartyId) -> Result<(Party, Identity)> {
    let party = store::party(cx, id)?;
    let identity = party.identity.clone().ok_or(Refusal::new(rules::IDENTITY_MISSING))?;
    Ok((party, identity))
}
