//! Whoever wrote a voucher takes it away before it is posted. The audit trail keeps what it said.

use super::model::DecideDraft;
use super::steps::VOUCHER;
use super::{rules, store};
use kernel::Result;
use office::context::Write;
use office::input::Nothing;

pub fn drop_draft(cx: &Write<'_>, input: DecideDraft) -> Result<Nothing> {
    let before = store::draft(cx, input.id)?;
    rules::may_change(&before, cx.who.id)?;
    approvals::lapse(cx, &VOUCHER, *before.id.as_bytes(), "")?;
    store::remove(cx, before.id)?;
    cx.changed("draft", before.id, &before.narration, &before, &())?;
    Ok(Nothing {})
}
