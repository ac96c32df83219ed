//! What waits on a fund, for whoever would take the fund back.

use super::model::DraftState;
use super::store;
use kernel::Result;
use kernel::id::FundId;
use office::context::Read;

/// The narration of a voucher that waits and would move a fund, where there is one.
///
/// # Errors
/// What the database refuses.
pub fn draft_on(cx: &Read<'_>, fund: FundId) -> Result<Option<String>> {
    let waiting = store::open(cx)?.into_iter().filter(|draft| draft.state == DraftState::Waiting);
    let mut moving = waiting.filter(|draft| draft.content.lines.iter().any(|line| line.fund == fund));
    Ok(moving.next().map(|draft| draft.narration))
}
