//! Whether a borrower wants messages.

use crate::contact::model::SetContactWish;
use crate::rules;
use database::{Read, values};
use kernel::Result;
use kernel::id::PartyId;
use office::context::Write;
use office::input::Nothing;
use serde_json::json;
use std::collections::BTreeSet;

/// The kind of record, for its versions.
pub const RECORD: &str = "contact_wish";

/// Whether messages are wanted and what was said of it; wanted where nobody said anything.
///
/// # Errors
/// What the database refuses.
pub fn wish(db: &Read<'_>, party: PartyId) -> Result<(bool, String)> {
    let sql = "SELECT messages, said FROM contact_wish WHERE party = $1";
    let kept = db.row(sql, values![party], |row| Ok((row.get("messages")?, row.get("said")?)))?;
    Ok(kept.unwrap_or((true, String::new())))
}

/// Borrowers who are sent no message: they said so, or took back the consent that their data are kept. Files that were
/// merged count as the file they went into.
///
/// # Errors
/// What the database refuses.
pub fn unwished(db: &Read<'_>) -> Result<BTreeSet<PartyId>> {
    let sql = "SELECT COALESCE(p.merged_into, p.id) AS party FROM party_name p WHERE p.id IN \
               (SELECT party FROM contact_wish WHERE messages = 0 UNION SELECT party FROM party_unconsented)";
    Ok(db.rows(sql, values![], |row| row.get("party"))?.into_iter().collect())
}

pub fn set_wish(cx: &Write<'_>, input: SetContactWish) -> Result<Nothing> {
    let borrower = loans::borrower(cx, input.party)?;
    let said = rules::text("said", &input.said)?;
    let (before, words) = wish(cx, borrower.party)?;
    cx.claim(RECORD, borrower.party, input.version)?;
    let sql = "INSERT INTO contact_wish (party, messages, said, said_on, recorded_by) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (party) DO UPDATE SET messages = excluded.messages, said = excluded.said, \
               said_on = excluded.said_on, recorded_by = excluded.recorded_by";
    cx.run(sql, values![borrower.party, input.messages, said.as_str(), cx.today(), cx.who.id])?;
    let what = |messages: bool, said: &str| json!({ "messages": messages, "said": said });
    cx.changed("file", borrower.party, &borrower.name, &what(before, &words), &what(input.messages, &said))?;
    Ok(Nothing {})
}
