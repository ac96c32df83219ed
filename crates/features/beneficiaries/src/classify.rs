//! What a reviewed assessment makes of a file: its class, and the day it is looked at again. Nobody types a class over another.

use super::{saving, store, summary};
use kernel::id::PartyId;
use kernel::{Day, Result};
use office::context::Write;

/// Gives a file its class (`a` to `d`) and the day of its next review.
///
/// # Errors
/// Not found; a party that was merged into another.
pub fn classify(cx: &Write<'_>, id: PartyId, class: &str, next_review_on: Day) -> Result<()> {
    let party = parties::standing(cx, id)?;
    store::file(cx, id)?;
    let before = store::case_facts(cx, id)?;
    let mut after = before.clone();
    class.clone_into(&mut after.class);
    after.next_review_on = Some(next_review_on);
    store::save_facts(cx, id, &after)?;
    parties::touched(cx, id)?;
    summary::rebuild(cx, id)?;
    cx.changed("file", id, &party.facts.name, &saving::trace(&party, &before), &saving::trace(&party, &after))
}
