//! A party that an import made goes again, as long as nothing rests on it.

use crate::store::{self, RECORD};
use database::values;
use kernel::Result;
use kernel::id::PartyId;
use office::context::{Read, Write};

/// What has been done with a party since it came in, by the names of the words: its own row, its household, a merge, a
/// comparison, a consent.
///
/// # Errors
/// What the database refuses.
pub fn rests_on(cx: &Read<'_>, id: PartyId) -> Result<Vec<&'static str>> {
    let mut found = Vec::new();
    if cx.version(RECORD, id)?.number > 0 {
        found.push("changed");
    }
    for (what, sql) in [
        ("member", "SELECT 1 AS one FROM party_link WHERE from_party = $1 OR to_party = $1"),
        ("merge", "SELECT 1 AS one FROM party_merge WHERE merged = $1 OR kept = $1"),
        ("merge", "SELECT 1 AS one FROM party WHERE merged_into = $1"),
        ("compared", "SELECT 1 AS one FROM duplicate_verdict WHERE first = $1 OR second = $1"),
        ("consent", "SELECT 1 AS one FROM consent WHERE party = $1"),
    ] {
        if cx.row(&format!("{sql} LIMIT 1"), values![id], |_| Ok(()))?.is_some() && !found.contains(&what) {
            found.push(what);
        }
    }
    Ok(found)
}

/// Removes a party an import made. Whoever calls has seen that nothing rests on it; what the caller keeps of it beside is
/// gone already.
///
/// # Errors
/// Not found; what the database refuses, where something rests on it after all.
pub fn remove_imported(cx: &Write<'_>, id: PartyId) -> Result<()> {
    store::party(cx, id)?;
    for sql in [
        "DELETE FROM party_identifier WHERE party = $1",
        "DELETE FROM party_contact WHERE party = $1",
        "DELETE FROM party WHERE id = $1",
    ] {
        cx.run(sql, values![id])?;
    }
    Ok(())
}
