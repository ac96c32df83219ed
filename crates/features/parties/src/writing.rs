//! Parties are added and changed: whatever is typed goes through the rules, and through the look for somebody alike.

use crate::inputs::{ChangedParty, NewParty};
use crate::likeness::{known_as, looked_at, named, remember};
use crate::model::{Identity, Party};
use crate::{rules, store};
use kernel::id::PartyId;
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};

/// A party before a change and after it.
pub struct Change {
    pub before: Party,
    pub after: Party,
}

/// Adds a party. The feature that asked keeps beside it what the party is to it, and writes the audit line.
///
/// # Errors
/// Facts that cannot stand; the number of another party; somebody much alike about whom nothing was said.
pub fn add(cx: &Write<'_>, new: NewParty) -> Result<Party> {
    require(store::find_party(cx, new.id)?.is_none(), rules::ADDED_ALREADY)?;
    let facts = rules::tidy(new.facts, cx.today())?;
    let identity = rules::identity(&new.identity, None, &new.exception)?;
    let identity = number_of_another(cx, new.id, identity, &new.exception)?;
    let party = Party { id: new.id, kind: new.kind, facts, identity, merged_into: None, changed_at: cx.now };
    let likely = looked_at(cx, &party, &new.different)?;
    store::insert(cx, &party)?;
    remember(cx, party.id, &new.different, &likely)?;
    Ok(party)
}

/// Writes anew what is known of a party. Who follows parties reads what their own feature keeps of it: that is written
/// before.
///
/// # Errors
/// As [`add`]; somebody else changed it meanwhile; it was merged into another.
pub fn change(cx: &Write<'_>, changed: ChangedParty) -> Result<Change> {
    let before = standing(cx, changed.id)?;
    let facts = rules::tidy(changed.facts, cx.today())?;
    let identity = rules::identity(&changed.identity, before.identity.as_ref(), &changed.exception)?;
    let identity = number_of_another(cx, changed.id, identity, &changed.exception)?;
    let after = Party { facts, identity, changed_at: cx.now, ..before.clone() };
    let likely = if same_person(&before, &after) { Vec::new() } else { looked_at(cx, &after, &changed.different)? };

    cx.claim(store::RECORD, after.id, changed.version)?;
    store::update(cx, &after)?;
    remember(cx, after.id, &changed.different, &likely)?;
    Ok(Change { before, after })
}

/// A party that stands by itself.
///
/// # Errors
/// Not found; it was merged into another.
pub fn standing(cx: &Read<'_>, id: PartyId) -> Result<Party> {
    let party = store::party(cx, id)?;
    require(party.merged_into.is_none(), rules::MERGED)?;
    Ok(party)
}

/// A change of an address does not make anybody look like somebody else.
fn same_person(before: &Party, after: &Party) -> bool {
    let who = |party: &Party| {
        let facts = party.facts.clone();
        (facts.name, facts.born_on, facts.mobile, facts.sex, party.number().to_owned())
    };
    who(before) == who(after)
}

/// The identity record with its exception, when another party has its number.
///
/// # Errors
/// [`rules::SAME_IDENTITY`], which names the other, when no exception was made.
pub fn number_of_another(
    cx: &Read<'_>,
    party: PartyId,
    identity: Option<Identity>,
    exception: &str,
) -> Result<Option<Identity>> {
    let Some(mut identity) = identity else { return Ok(None) };
    if let Some(holder) = store::holder_of(cx, &identity.number, party)?
        && identity.exception.is_empty()
    {
        let whom = named(&store::party(cx, holder)?.facts.name, &known_as(cx, holder)?);
        let refusal = Refusal::new(rules::SAME_IDENTITY).with("whom", whom).at("identity");
        require(!exception.is_empty(), refusal)?;
        exception.clone_into(&mut identity.exception);
    }
    Ok(Some(identity))
}
