//! Members from outside the office are parties, like everybody else the office has to do with.

use crate::inputs::Outsider;
use crate::rules::{self, NAME_MISSING};
use kernel::Result;
use kernel::arabic::clean;
use kernel::id::PartyId;
use office::context::Write;
use parties::inputs::NewParty;
use parties::{Party, PartyFacts, PartyKind, TypedIdentity};

/// The party of somebody from outside: known by their number, or added under the name that was typed.
///
/// # Errors
/// No name; a number that cannot be; somebody much alike about whom nothing was said.
pub fn outsider(cx: &Write<'_>, typed: &Outsider) -> Result<Party> {
    let number = clean(&typed.number);
    let identity =
        TypedIdentity { kind: None, number: Some(number).filter(|number| !number.is_empty()), expires_on: None };
    let shaped = office::input::at("outsider.number", parties::typed_identity(&identity, None, ""))?;
    if let Some(shaped) = shaped
        && let Some(known) = parties::holder_of(cx, &shaped.number, typed.id)?
    {
        return stands(cx, known);
    }
    let name = rules::line(&typed.name, "outsider.name", NAME_MISSING)?;
    let facts = PartyFacts { name, mobile: typed.mobile.clone(), ..PartyFacts::default() };
    let added = NewParty {
        id: typed.id,
        kind: PartyKind::Person,
        facts,
        identity,
        different: Vec::new(),
        exception: String::new(),
    };
    parties::add(cx, added)
}

/// The party that stands for one that was merged.
fn stands(cx: &Write<'_>, id: PartyId) -> Result<Party> {
    let merged = parties::find_party(cx, id)?.and_then(|party| party.merged_into);
    parties::standing(cx, merged.unwrap_or(id))
}
