//! A researcher writes a note into a file. Notes are not changed afterwards: a correction is another note.

use super::inputs::WriteNote;
use super::model::CaseFile;
use super::store::{self, CountedPerParty};
use super::{queries, rules};
use database::values;
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn note(cx: &Write<'_>, input: WriteNote) -> Result<CaseFile> {
    let party = store::party(cx, input.party)?;
    let text = rules::note(&input.text)?;
    let number = store::next_of(cx, CountedPerParty::Notes, party.id)?;
    cx.run(
        "INSERT INTO case_note (party, number, at, by, text) VALUES ($1, $2, $3, $4, $5)",
        values![party.id, number, cx.now, cx.who.id, text.as_str()],
    )?;
    let beginning: String = text.chars().take(200).collect();
    cx.changed("file", party.id, &party.facts.name, &(), &json!({ "note": number, "text": beginning }))?;
    queries::case_file(cx, party.id)
}
