//! A party that an import made goes again, as long as nothing rests on it.

use crate::store::RECORD;
use database::values;
use kernel::id::PartyId;
use kernel::{Failure, Result, require};
use office::context::{Read, Write};
use std::collections::{BTreeMap, BTreeSet};

/// What has been done with parties since they came in, by the names of the words.
pub type Resting = BTreeMap<PartyId, BTreeSet<&'static str>>;

/// What has been done with each party whatsoever: its own row, its household, a merge, a comparison, a consent. All of them
/// at once, because an import brings a hundred thousand. That the members an import made belong to their households is
/// none of it.
///
/// # Errors
/// What the database refuses.
pub fn resting(cx: &Read<'_>, members: &BTreeSet<PartyId>) -> Result<Resting> {
    let mut found = Resting::new();
    for changed in cx.versions(RECORD)?.into_keys() {
        found.entry(changed.parse()?).or_default().insert("changed");
    }
    for (what, sql) in [
        ("merge", "SELECT merged AS party FROM party_merge UNION SELECT kept FROM party_merge"),
        ("merge", "SELECT merged_into AS party FROM party WHERE merged_into IS NOT NULL"),
        ("compared", "SELECT first AS party FROM duplicate_verdict UNION SELECT second FROM duplicate_verdict"),
        ("consent", "SELECT DISTINCT party FROM consent"),
    ] {
        for party in cx.rows(sql, values![], |row| row.get("party"))? {
            found.entry(party).or_default().insert(what);
        }
    }
    let links = "SELECT from_party, to_party FROM party_link";
    let links =
        cx.rows(links, values![], |row| Ok((row.get::<PartyId>("from_party")?, row.get::<PartyId>("to_party")?)))?;
    for (member, head) in links.into_iter().filter(|(member, _)| !members.contains(member)) {
        found.entry(member).or_default().insert("member");
        found.entry(head).or_default().insert("member");
    }
    Ok(found)
}

/// Removes a party an import made. Whoever calls has seen that nothing rests on it; what the caller keeps of it beside is
/// gone already.
///
/// # Errors
/// Not found; what the database refuses, where something rests on it after all.
pub fn remove_imported(cx: &Write<'_>, id: PartyId) -> Result<()> {
    cx.run("DELETE FROM party_link WHERE from_party = $1", values![id])?;
    cx.run("DELETE FROM party_identifier WHERE party = $1", values![id])?;
    cx.run("DELETE FROM party_contact WHERE party = $1", values![id])?;
    let gone = cx.run("DELETE FROM party WHERE id = $1", values![id])?;
    require(gone == 1, Failure::not_found("party"))
}
