//! A second person returns a voucher, and says what must be mended.

use super::model::{Draft, DraftState, ReturnDraft};
use super::{rules, store};
use kernel::{Result, require};
use office::context::Write;

pub fn return_draft(cx: &Write<'_>, input: ReturnDraft) -> Result<Draft> {
    let note = office::input::required(&input.note, "note", rules::REASON_MISSING)?;
    let before = store::draft(cx, input.id)?;
    require(before.state == DraftState::Waiting, rules::DRAFT_DECIDED)?;
    require(before.made_by != cx.who.id, rules::OWN_DRAFT)?;
    store::decide(cx, input.id, DraftState::Returned, &note, None)?;
    let after = store::draft(cx, input.id)?;
    cx.changed("draft", after.id, &after.narration, &before, &after)?;
    Ok(after)
}
