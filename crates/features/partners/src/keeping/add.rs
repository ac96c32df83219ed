//! An organisation becomes a partner: a new one, or one the office knows.

use crate::inputs::AddPartner;
use crate::model::SavedPartner;
use crate::{rules, store};
use kernel::id::PartyId;
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};
use parties::inputs::{DifferentFrom, NewParty, WhoIsLike};
use parties::{IdentityKind, PartyFacts, PartyKind, TypedIdentity};

pub fn add(cx: &Write<'_>, input: AddPartner) -> Result<SavedPartner> {
    require(store::find(cx, input.partner)?.is_none(), rules::PARTNER_ALREADY)?;
    if input.known {
        let party = parties::standing(cx, input.partner)?;
        require(party.kind == PartyKind::Organisation, Refusal::new(rules::NOT_ORGANISATION).at("partner"))?;
    } else {
        let different = another(cx, None, &input.party, &input.another)?;
        parties::add(
            cx,
            NewParty {
                id: input.partner,
                kind: PartyKind::Organisation,
                facts: input.party,
                identity: number(Some(&input.number)),
                different,
                exception: String::new(),
            },
        )?;
    }
    let facts = store::tidy(cx, input.partner, &input.facts, cx.today())?;
    store::insert(cx, input.partner, &facts)?;
    store::place(cx, input.partner, &[], &input.components)?;
    cx.passed(store::PARTNER, input.partner)?;
    store::told(cx, None, input.partner)?;
    Ok(SavedPartner { partner: input.partner })
}

/// The national number of an organisation as it is typed; none typed is none said.
pub fn number(typed: Option<&str>) -> TypedIdentity {
    let number = typed.map(kernel::arabic::clean).filter(|number| !number.is_empty());
    TypedIdentity { kind: Some(IdentityKind::UnifiedNo), number, expires_on: None }
}

/// Whoever looks like what was typed is another one, for a reason; nobody, where none is given.
///
/// # Errors
/// What the database refuses.
pub fn another(cx: &Read<'_>, party: Option<PartyId>, facts: &PartyFacts, reason: &str) -> Result<Vec<DifferentFrom>> {
    let reason = rules::line("another", reason)?;
    if reason.is_empty() {
        return Ok(Vec::new());
    }
    let asked = WhoIsLike {
        party,
        name: facts.name.clone(),
        identity: String::new(),
        mobile: facts.mobile.clone(),
        born_on: None,
        sex: None,
    };
    let likely = parties::likely_duplicates(cx, &asked)?;
    Ok(likely.people.into_iter().map(|one| DifferentFrom { party: one.party, reason: reason.clone() }).collect())
}
