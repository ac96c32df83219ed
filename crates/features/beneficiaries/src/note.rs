//! A researcher writes a note into a file. Notes are not changed afterwards: a correction is another note.

use super::inputs::WriteNote;
use super::model::CaseFile;
use super::{queries, rules, store};
use database::values;
use kernel::id::PartyId;
use kernel::{Day, Moment, Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn note(cx: &Write<'_>, input: WriteNote) -> Result<CaseFile> {
    let party = parties::party(cx, input.party)?;
    let text = rules::note(&input.text)?;
    let number = store::next_note(cx, party.id)?;
    require(!written_today(cx, party.id, number - 1, &text)?, Refusal::new(rules::NOTE_ALREADY).at("text"))?;
    cx.run(
        "INSERT INTO case_note (party, number, at, by, text) VALUES ($1, $2, $3, $4, $5)",
        values![party.id, number, cx.now, cx.who.id, text.as_str()],
    )?;
    let beginning: String = text.chars().take(200).collect();
    cx.changed("file", party.id, &party.facts.name, &(), &json!({ "note": number, "text": beginning }))?;
    queries::case_file(cx, party.id)
}

/// Whether the newest note of the file says the same, by the same person on the same day: that is a second click.
fn written_today(cx: &Write<'_>, party: PartyId, newest: i64, text: &str) -> Result<bool> {
    let sql = "SELECT at FROM case_note WHERE party = $1 AND number = $2 AND by = $3 AND text = $4";
    let at = cx.row(sql, values![party, newest, cx.who.id, text], |row| row.get::<Moment>("at"))?;
    Ok(at.is_some_and(|at| Day::in_riyadh(at) == cx.today()))
}
