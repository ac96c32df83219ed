//! Something is planned for a need.

use super::{ITEM, subject, told_of_item, typed};
use crate::inputs::AddItem;
use crate::model::{CareState, NeedState, SavedItem};
use crate::queries;
use crate::rules::{ADDED_ALREADY, NEED_SETTLED};
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn add_item(cx: &Write<'_>, input: AddItem) -> Result<SavedItem> {
    require(queries::find_item(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    let of = queries::need(cx, input.need)?;
    require(of.state == NeedState::Open, NEED_SETTLED)?;
    let item = typed(cx, &input.item, None)?;
    cx.run(
        "INSERT INTO care_item (id, need, party, action, service, partner, goal, text_fold, owner, due, state, made_on, \
         made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'planned', $11, $12)",
        values![
            input.id,
            input.need,
            of.party,
            item.action.as_str(),
            item.service.as_str(),
            item.partner.as_str(),
            item.goal.as_str(),
            item.fold(&of),
            input.item.owner,
            input.item.due,
            cx.today(),
            cx.who.id
        ],
    )?;
    cx.status_changed(subject(ITEM, *input.id.as_bytes()), None, CareState::Planned.name(), "")?;
    told_of_item(cx, None, input.id)
}
