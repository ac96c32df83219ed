//! The rest of an order will not come: what is here is all of it.

use crate::arrivals;
use crate::inputs::{CloseRest, WhichPurchase};
use crate::{rules, store};
use database::values;
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn close_rest(cx: &Write<'_>, input: CloseRest) -> Result<WhichPurchase> {
    let before = store::line(cx, input.purchase)?;
    let reason = rules::said(&input.reason, "reason", rules::REASON_MISSING)?;
    require(before.state.is_coming(), rules::NOTHING_LEFT)?;
    require(before.came > 0, rules::NOTHING_CAME_YET)?;
    let sql = "UPDATE purchase_line SET short = quantity - came WHERE purchase = $1";
    cx.run(sql, values![input.purchase])?;
    let state = arrivals::stands(cx, &before, &reason)?;
    let after = json!({ "state": state, "reason": reason });
    store::told(cx, input.purchase, &json!({ "state": before.state }), &after)?;
    Ok(WhichPurchase { purchase: input.purchase })
}
