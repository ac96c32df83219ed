//! Notes are drawn for a loan: one at sight over all of it, or one for each instalment; each gets its number.

use crate::inputs::{DrawNotes, GuaranteesOf};
use crate::model::NoteState;
use crate::notes::{self, covering, may_draw, of_loan};
use crate::rules;
use database::values;
use kernel::arabic::tidy_line;
use kernel::id::NoteId;
use kernel::{Hijri, Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn draw_notes(cx: &Write<'_>, input: DrawNotes) -> Result<GuaranteesOf> {
    let before = of_loan(cx, input.loan)?;
    require(may_draw(notes::phase(cx, input.loan)?), rules::NOTES_TOO_EARLY)?;
    let stands = before.iter().any(|note| matches!(note.state, NoteState::Drawn | NoteState::Signed));
    require(!stands, rules::NOTES_STAND)?;
    let issue = office::input::required(&input.place_of_issue, "place_of_issue", rules::PLACE_MISSING)?;
    let payment = tidy_line(&input.place_of_payment);
    // A note that names no place of payment is paid where it was made.
    let payment = if payment.is_empty() { issue.clone() } else { payment };
    let drawn = covering(cx, input.loan, input.per)?;
    require(!drawn.is_empty(), Refusal::new(rules::NOTES_TOO_EARLY))?;
    let year = Hijri::from_day(cx.today()).ok_or(kernel::refusals::HIJRI_RANGE)?.year();
    for (amount, due) in drawn {
        let number = cx.next_number("promissory_note", i64::from(year))?;
        cx.run(
            "INSERT INTO promissory_note (id, loan, note_no, year, number, amount, due_on, issued_on, place_of_issue, \
             place_of_payment, drawn_by, drawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            values![
                NoteId::new(cx.now, office::random::bytes()?),
                input.loan,
                format!("N-{year}-{number:04}"),
                i64::from(year),
                number,
                amount,
                due,
                cx.today(),
                issue.as_str(),
                payment.as_str(),
                cx.who.id,
                cx.now
            ],
        )?;
    }
    let made = notes::standing(cx, input.loan, &[NoteState::Drawn])?;
    notes::told(cx, input.loan, "drawn", &made, &json!({ "per": input.per }))?;
    Ok(GuaranteesOf { loan: input.loan })
}
