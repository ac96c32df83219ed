//! A need is met, cannot be met, is declined – or open again.

use super::{NEED, subject, told_of_need};
use crate::inputs::SettleNeed;
use crate::model::{NeedState, SavedNeed};
use crate::{queries, rules};
use database::values;
use kernel::Result;
use office::context::Write;

pub fn settle_need(cx: &Write<'_>, input: SettleNeed) -> Result<SavedNeed> {
    let before = queries::need(cx, input.need)?;
    let reason = rules::text("reason", &input.reason)?;
    let open = before.items.iter().filter(|item| item.state.is_open()).count() as i64;
    rules::settles(before.state, input.state, open, &reason)?;
    cx.claim(NEED, input.need, input.version)?;
    let settled_on = (input.state != NeedState::Open).then(|| cx.today());
    cx.run(
        "UPDATE care_need SET state = $1, reason = $2, settled_on = $3 WHERE id = $4",
        values![input.state, reason.as_str(), settled_on, input.need],
    )?;
    let of = subject(NEED, *input.need.as_bytes());
    cx.status_changed(of, Some(before.state.name()), input.state.name(), &reason)?;
    told_of_need(cx, Some(&before), input.need)
}
