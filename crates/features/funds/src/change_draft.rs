//! Whoever wrote a voucher mends it, after it was returned or while it waits. Who approved before saw something else, so
//! it is approved anew.

use super::draft::{ask, by_hand, check};
use super::model::{Draft, DraftKind, DraftState, WriteDraft};
use super::steps::VOUCHER;
use super::{rules, store};
use kernel::{Result, require};
use office::context::Write;

pub fn change_draft(cx: &Write<'_>, input: WriteDraft) -> Result<Draft> {
    let before = store::draft(cx, input.id)?;
    rules::may_change(&before, cx.who.id)?;
    let hand = !matches!(before.content.kind, DraftKind::Transfer | DraftKind::Reversal) && !before.content.registered;
    require(hand, rules::NOT_BY_HAND)?;
    let new = by_hand(cx, input)?;
    check(cx, &new)?;
    let same = (before.day, &before.narration, &before.content) == (new.day, &new.narration, &new.content);
    if same && before.state == DraftState::Waiting {
        // Nothing is mended, so whoever approved has seen what stands here.
        cx.quiet();
        return Ok(before);
    }
    approvals::lapse(cx, &VOUCHER, *new.id.as_bytes(), "")?;
    store::replace(cx, &new)?;
    let after = ask(cx, new.id)?;
    cx.changed("draft", after.id, &after.narration, &before, &after)?;
    Ok(after)
}
