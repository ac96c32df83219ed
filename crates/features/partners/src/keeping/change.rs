//! What is known of a partner is written anew.

use super::add::{another, number};
use crate::inputs::ChangePartner;
use crate::model::SavedPartner;
use crate::store;
use kernel::Result;
use office::context::Write;
use parties::inputs::ChangedParty;

pub fn change(cx: &Write<'_>, input: ChangePartner) -> Result<SavedPartner> {
    let before = store::open_partner(cx, input.partner)?;
    let facts = store::tidy(cx, input.partner, &input.facts, cx.today())?;
    cx.claim(store::PARTNER, input.partner, input.version)?;
    store::update(cx, input.partner, &facts)?;
    store::place(cx, input.partner, &before.components, &input.components)?;
    let different = another(cx, Some(input.partner), &input.party, &input.another)?;
    let changed = parties::change(
        cx,
        ChangedParty {
            id: input.partner,
            version: input.party_version,
            facts: input.party,
            identity: number(input.number.as_deref()),
            different,
            exception: String::new(),
        },
    )?;
    if changed.before.facts != changed.after.facts || changed.before.identity != changed.after.identity {
        let (was, is) = (parties::trace(&changed.before), parties::trace(&changed.after));
        cx.changed(store::PARTNER, input.partner, &changed.after.facts.name, &was, &is)?;
    }
    store::told(cx, Some(&before), input.partner)?;
    Ok(SavedPartner { partner: input.partner })
}
