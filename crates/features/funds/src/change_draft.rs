//! Whoever wrote a voucher mends it, after it was returned or while it waits. Who approved before saw something else, so
//! it is approved anew.

use super::draft::{by_hand, check};
use super::model::{Draft, DraftKind, WriteDraft};
use super::{rules, store};
use kernel::{Result, require};
use office::context::Write;

pub fn change_draft(cx: &Write<'_>, input: WriteDraft) -> Result<Draft> {
    let before = store::draft(cx, input.id)?;
    rules::may_change(&before, cx.who.id)?;
    let hand = !matches!(before.content.kind, DraftKind::Transfer | DraftKind::Reversal);
    require(hand, rules::NOT_BY_HAND)?;
    let new = by_hand(cx, input)?;
    check(cx, &new)?;
    store::replace(cx, &new)?;
    let after = store::draft(cx, new.id)?;
    cx.changed("draft", after.id, &after.narration, &before, &after)?;
    Ok(after)
}
