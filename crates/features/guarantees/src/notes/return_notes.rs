//! The loan is closed: the notes go back to whoever signed them.

use crate::inputs::{GuaranteesOf, ReturnNotes};
use crate::model::NoteState;
use crate::{notes, rules, store};
use kernel::arabic::tidy_line;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn return_notes(cx: &Write<'_>, input: ReturnNotes) -> Result<GuaranteesOf> {
    require(notes::go_back(cx, input.loan, notes::phase(cx, input.loan)?)?, rules::NOT_CLOSED)?;
    let signed = notes::standing(cx, input.loan, &[NoteState::Signed])?;
    office::input::has_come(input.day, cx.today())?;
    let early = signed.iter().any(|note| note.signed_on.is_some_and(|day| input.day < day));
    require(!early, Refusal::new(rules::SIGNED_EARLY).at("day"))?;
    let named = tidy_line(&input.handed_to);
    let borrower = loans::borrower(cx, store::loan(cx, input.loan)?.party)?;
    let handed_to = if named.is_empty() { borrower.name } else { named };
    end(cx, &signed, "returned", input.day, &handed_to)?;
    notes::told(cx, input.loan, "returned", &signed, &json!({ "day": input.day, "handed_to": handed_to }))?;
    Ok(GuaranteesOf { loan: input.loan })
}

/// Writes how notes ended.
///
/// # Errors
/// What the database refuses.
pub fn end(cx: &Write<'_>, notes: &[crate::model::Note], how: &str, day: kernel::Day, note: &str) -> Result<()> {
    for one in notes {
        cx.run(
            "UPDATE promissory_note SET ended = $1, ended_on = $2, ended_note = $3, ended_by = $4 WHERE id = $5",
            database::values![how, day, note, cx.who.id, one.id],
        )?;
    }
    Ok(())
}
