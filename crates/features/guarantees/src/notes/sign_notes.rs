//! The borrower has signed the notes; where the papers lie is told with it.

use crate::inputs::{GuaranteesOf, SignNotes};
use crate::model::NoteState;
use crate::{notes, rules};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn sign_notes(cx: &Write<'_>, input: SignNotes) -> Result<GuaranteesOf> {
    let drawn = notes::standing(cx, input.loan, &[NoteState::Drawn])?;
    let kept = office::input::required(&input.kept_at, "kept_at", rules::KEPT_MISSING)?;
    office::input::has_come(input.day, cx.today())?;
    let early = drawn.iter().any(|note| input.day < note.issued_on);
    require(!early, Refusal::new(rules::SIGNED_EARLY).at("day"))?;
    for note in &drawn {
        cx.run(
            "UPDATE promissory_note SET signed_on = $1, kept_at = $2, signed_told_by = $3 WHERE id = $4",
            values![input.day, kept.as_str(), cx.who.id, note.id],
        )?;
    }
    notes::told(cx, input.loan, "signed", &drawn, &json!({ "day": input.day, "kept_at": kept }))?;
    Ok(GuaranteesOf { loan: input.loan })
}
