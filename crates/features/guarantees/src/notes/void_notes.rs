//! Notes are made void before their loan is closed, with a reason: the plan has changed, or a paper was spoilt. Whoever told
//! that they were signed does not do it.

use crate::inputs::{GuaranteesOf, VoidNotes};
use crate::model::NoteState;
use crate::notes::return_notes::end;
use crate::{notes, rules};
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn void_notes(cx: &Write<'_>, input: VoidNotes) -> Result<GuaranteesOf> {
    let reason = rules::reason(&input.reason)?;
    let stand = notes::standing(cx, input.loan, &[NoteState::Drawn, NoteState::Signed])?;
    let own = stand.iter().any(|note| note.signed_told_by == Some(cx.who.id));
    require(!own, rules::OWN_NOTE)?;
    end(cx, &stand, "void", cx.today(), &reason)?;
    notes::told(cx, input.loan, "void", &stand, &json!({ "reason": reason }))?;
    Ok(GuaranteesOf { loan: input.loan })
}
