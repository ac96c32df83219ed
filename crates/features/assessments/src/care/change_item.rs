//! Another day, another owner, another wording.

use super::{ITEM, told_of_item, typed};
use crate::inputs::ChangeItem;
use crate::model::SavedItem;
use crate::{queries, rules};
use database::values;
use kernel::Result;
use office::context::Write;

pub fn change_item(cx: &Write<'_>, input: ChangeItem) -> Result<SavedItem> {
    let before = queries::item(cx, input.id)?;
    rules::is_open(before.state)?;
    let of = queries::need(cx, before.need)?;
    let item = typed(cx, &input.item, Some(before.due))?;
    cx.claim(ITEM, input.id, input.version)?;
    cx.run(
        "UPDATE care_item SET action = $1, service = $2, partner = $3, goal = $4, text_fold = $5, owner = $6, due = $7 \
         WHERE id = $8",
        values![
            item.action.as_str(),
            item.service.as_str(),
            item.partner.as_str(),
            item.goal.as_str(),
            item.fold(&of),
            input.item.owner,
            input.item.due,
            input.id
        ],
    )?;
    told_of_item(cx, Some(&before), input.id)
}
