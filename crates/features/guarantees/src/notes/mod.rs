//! Promissory notes of a loan: drawn, signed by the borrower and kept, handed back when the loan is closed.

pub mod clearance;
pub mod draw_notes;
pub mod note_paper;
pub mod return_notes;
pub mod sign_notes;
pub mod void_notes;

use crate::model::{Note, NoteState, NotesChoice, NotesPer};
use crate::rules;
use database::{Row, values};
use kernel::id::LoanId;
use kernel::{Day, Failure, Money, Result};
use loans::LoanPhase;
use office::context::{Read, Write};
use serde_json::json;

/// The notes of a loan, in their order.
pub fn of_loan(db: &database::Read<'_>, loan: LoanId) -> Result<Vec<Note>> {
    db.rows(include_str!("../sql/notes.sql"), values![loan], note_row)
}

fn note_row(row: &Row<'_>) -> Result<Note> {
    let (signed_on, ended): (Option<Day>, Option<String>) = (row.get("signed_on")?, row.get("ended")?);
    Ok(Note {
        id: row.get("id")?,
        loan: row.get("loan")?,
        note_no: row.get("note_no")?,
        amount: row.get("amount")?,
        due: row.get("due_on")?,
        issued_on: row.get("issued_on")?,
        place_of_issue: row.get("place_of_issue")?,
        place_of_payment: row.get("place_of_payment")?,
        state: match ended {
            Some(ended) => NoteState::named(&ended)?,
            None if signed_on.is_some() => NoteState::Signed,
            None => NoteState::Drawn,
        },
        drawn_by_name: row.get("drawn_by_name")?,
        signed_on,
        kept_at: row.get("kept_at")?,
        signed_told_by: row.get("signed_told_by")?,
        signed_told_by_name: row.get("signed_told_by_name")?,
        ended_on: row.get("ended_on")?,
        ended_note: row.get("ended_note")?,
        ended_by_name: row.get("ended_by_name")?,
    })
}

/// A note to be drawn: its sum and the day it is due, at sight where none is named.
pub type Drawn = (Money, Option<Day>);

/// The notes that cover what a loan still owes: one at sight, or one for each instalment.
pub fn covering(cx: &Read<'_>, loan: LoanId, per: NotesPer) -> Result<Vec<Drawn>> {
    let plan = loans::owed(cx, loan, cx.today())?;
    let total = Money::sum(plan.iter().map(|(_, amount)| *amount))?;
    Ok(match per {
        NotesPer::Sight if total.is_positive() => vec![(total, None)],
        NotesPer::Sight => Vec::new(),
        NotesPer::Instalment => plan.into_iter().map(|(due, amount)| (amount, Some(due))).collect(),
    })
}

/// What may be drawn: both ways while the loan is approved or owed and no note stands.
pub fn choices(cx: &Read<'_>, loan: LoanId, phase: LoanPhase, notes: &[Note]) -> Result<Vec<NotesChoice>> {
    let stands = notes.iter().any(|note| matches!(note.state, NoteState::Drawn | NoteState::Signed));
    if stands || !may_draw(phase) {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for per in NotesPer::ALL {
        let drawn = covering(cx, loan, *per)?;
        if let Some((each, _)) = drawn.first() {
            let total = Money::sum(drawn.iter().map(|(amount, _)| *amount))?;
            found.push(NotesChoice { per: *per, papers: drawn.len() as i64, each: *each, total });
        }
    }
    Ok(found)
}

pub const fn may_draw(phase: LoanPhase) -> bool {
    matches!(phase, LoanPhase::Approved | LoanPhase::Active)
}

/// Whether notes go back: nothing is owed any more, or what was written off has come in whole.
pub fn go_back(cx: &Read<'_>, loan: LoanId, phase: LoanPhase) -> Result<bool> {
    Ok(match phase {
        LoanPhase::WrittenOff => !loans::claimed(cx, loan, cx.today())?.is_positive(),
        other => rules::repaid(other),
    })
}

/// Where the association is.
pub fn place(cx: &Read<'_>) -> Result<String> {
    Ok(office::association::profile(cx)?.city)
}

/// # Errors
/// Not found.
pub fn phase(cx: &Read<'_>, loan: LoanId) -> Result<LoanPhase> {
    let sql = "SELECT phase FROM loan_standing WHERE loan = $1";
    cx.row(sql, values![loan], |row| row.get("phase"))?.ok_or(Failure::not_found("loan"))
}

/// Whether whoever prints may see identity numbers whole; for others they are covered on paper, too.
pub fn sees_whole(cx: &Read<'_>) -> bool {
    cx.who.role.may(beneficiaries::BENEFICIARIES_REVEAL)
}

/// An identity number on a paper, for who prints it.
pub fn identity_for(cx: &Read<'_>, number: &str) -> String {
    if sees_whole(cx) { number.to_owned() } else { kernel::saudi::masked(number) }
}

/// The audit line of a change of notes, at the loan they belong to.
pub fn told(cx: &Write<'_>, loan: LoanId, what: &str, notes: &[Note], more: &serde_json::Value) -> Result<()> {
    let label = crate::store::loan(cx, loan)?.loan_no;
    let numbers: Vec<&str> = notes.iter().map(|note| note.note_no.as_str()).collect();
    cx.changed("promissory_note", loan, &label, &(), &json!({ "what": what, "notes": numbers, "more": more }))
}

/// Notes of a loan in a state; refused where there are none.
pub fn standing(cx: &Read<'_>, loan: LoanId, states: &[NoteState]) -> Result<Vec<Note>> {
    let mut notes = of_loan(cx, loan)?;
    notes.retain(|note| states.contains(&note.state));
    kernel::require(!notes.is_empty(), rules::NO_NOTES)?;
    Ok(notes)
}
