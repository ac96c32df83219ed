//! A need is worded anew, or presses more or less.

use super::{NEED, need_fold, told_of_need};
use crate::inputs::ChangeNeed;
use crate::model::{NeedState, SavedNeed};
use crate::queries;
use crate::rules::{self, NEED_EMPTY, NEED_SETTLED};
use database::values;
use kernel::arabic::tidy_line;
use kernel::{Result, require};
use office::context::Write;

pub fn change_need(cx: &Write<'_>, input: ChangeNeed) -> Result<SavedNeed> {
    let before = queries::need(cx, input.need)?;
    require(before.state == NeedState::Open, NEED_SETTLED)?;
    let text = rules::said("text", &tidy_line(&input.text), NEED_EMPTY)?;
    cx.claim(NEED, input.need, input.version)?;
    cx.run(
        "UPDATE care_need SET text = $1, text_fold = $2, domain = $3, priority = $4 WHERE id = $5",
        values![text.as_str(), need_fold(cx, before.party, &text)?, input.domain, input.priority, input.need],
    )?;
    told_of_need(cx, Some(&before), input.need)
}
