//! A second person returns a voucher, and says what must be mended.

use super::model::{Draft, DraftState, ReturnDraft};
use super::steps::VOUCHER;
use super::{rules, store};
use kernel::Result;
use office::context::Write;

pub fn return_draft(cx: &Write<'_>, input: ReturnDraft) -> Result<Draft> {
    let note = office::input::required(&input.note, "note", rules::REASON_MISSING)?;
    let before = store::draft(cx, input.id)?;
    approvals::send_back(cx, &VOUCHER, &store::request(cx, input.id)?, &note)?;
    store::decide(cx, input.id, DraftState::Returned, &note, None)?;
    let after = store::draft(cx, input.id)?;
    cx.changed("draft", after.id, &after.narration, &before, &after)?;
    Ok(after)
}
