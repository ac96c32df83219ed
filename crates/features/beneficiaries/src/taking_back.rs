//! Files that an import made go again with their parties, as long as nothing rests on them.

use super::store;
use database::{Read, values};
use kernel::Result;
use kernel::id::PartyId;
use office::context::Write;
use parties::Resting;
use std::collections::BTreeSet;

/// A file as people name it: its number and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName {
    pub file_no: String,
    pub name: String,
}

/// # Errors
/// Not found.
pub fn file_name(db: &Read<'_>, id: PartyId) -> Result<FileName> {
    let party = parties::party(db, id)?;
    Ok(FileName { file_no: store::file(db, id)?.file_no, name: party.facts.name })
}

/// What has been done with each file and its party whatsoever, by the names of the words.
///
/// # Errors
/// What the database refuses.
pub fn resting(cx: &office::context::Read<'_>, members: &BTreeSet<PartyId>) -> Result<Resting> {
    let mut found = parties::resting(cx, members)?;
    for member in members {
        if store::find_file(cx, *member)?.is_some() {
            found.entry(*member).or_default().insert("file");
        }
    }
    for party in cx.rows("SELECT DISTINCT party FROM case_note", values![], |row| row.get("party"))? {
        found.entry(party).or_default().insert("note");
    }
    Ok(found)
}

/// Removes a file an import made, and its party. Its number stays behind: the series counts on.
///
/// # Errors
/// What the database refuses, where something rests on it after all.
pub fn remove_imported(cx: &Write<'_>, id: PartyId) -> Result<()> {
    cx.run("DELETE FROM file_shelf WHERE party = $1", values![id])?;
    cx.run("DELETE FROM case_file WHERE party = $1", values![id])?;
    cx.status_forgotten(store::subject(id))?;
    parties::remove_imported(cx, id)
}
