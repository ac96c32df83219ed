//! Somebody of the office says whether they have a tie with whom a request is about.

use crate::inputs::{DeclareTie, SayOfRequest};
use crate::model::CaseEventKind;
use crate::rules;
use crate::store::{self, Happened};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;

pub fn declare(cx: &Write<'_>, input: DeclareTie) -> Result<Nothing> {
    let before = store::request(cx, input.id)?;
    let note = rules::line("note", &input.note)?;
    require(!input.tie || !note.is_empty(), Refusal::new(rules::TIE_NOTE_MISSING).at("note"))?;
    let sql = "SELECT tie FROM case_declaration WHERE request = $1 AND person = $2";
    let stands: Option<bool> = cx.row(sql, values![input.id, cx.who.id], |row| row.get("tie"))?;
    require(stands != Some(true) || input.tie, rules::TIE_STAYS)?;
    if stands == Some(input.tie) {
        return Ok(Nothing {});
    }
    cx.run(
        "INSERT INTO case_declaration (request, person, tie, note, at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (request, person) DO UPDATE SET tie = excluded.tie, note = excluded.note, at = excluded.at",
        values![input.id, cx.who.id, input.tie, note.as_str(), cx.now],
    )?;
    let word = if input.tie { "tie" } else { "no_tie" };
    store::happened(cx, input.id, &Happened { word, note: &note, ..Happened::of(CaseEventKind::Declared) })?;
    cx.passed(store::RECORD, input.id)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(Nothing {})
}

/// Something worth knowing is noted in the story of a request.
pub fn note(cx: &Write<'_>, input: SayOfRequest) -> Result<Nothing> {
    let before = store::request(cx, input.id)?;
    let note = rules::text("note", &input.note)?;
    require(!note.is_empty(), Refusal::new(rules::NOTE_MISSING).at("note"))?;
    cx.claim(store::RECORD, input.id, input.version)?;
    store::happened(cx, input.id, &Happened { note: &note, ..Happened::of(CaseEventKind::Noted) })?;
    store::told(cx, Some(&before), input.id)?;
    Ok(Nothing {})
}
