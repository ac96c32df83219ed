//! What is to be bought is written otherwise, while nothing was ordered.

use crate::inputs::{ChangePurchase, WhichPurchase};
use crate::model::PurchaseState;
use crate::ordering::{tidy, write_items};
use crate::{rules, store};
use database::values;
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn change(cx: &Write<'_>, input: ChangePurchase) -> Result<WhichPurchase> {
    let before = store::line(cx, input.purchase)?;
    require(before.state == PurchaseState::Draft, rules::NOT_DRAFT)?;
    let typed = tidy(&input.typed, cx.today())?;
    let items = store::items(cx, input.purchase)?;
    cx.claim(store::RECORD, input.purchase, input.version)?;
    cx.run(
        "UPDATE purchase SET title = $1, budget_line = $2, due_on = $3, search_fold = $4 WHERE id = $5",
        values![
            typed.title.as_str(),
            typed.budget_line,
            typed.due_on,
            store::search_fold(&typed.title, "", &before.supplier_name),
            input.purchase
        ],
    )?;
    write_items(cx, input.purchase, &typed.items)?;
    store::hand(cx, input.purchase)?;
    let said = |title: &str, due_on, lines: usize| json!({ "title": title, "due_on": due_on, "lines": lines });
    let after = said(&typed.title, typed.due_on, typed.items.len());
    store::told(cx, input.purchase, &said(&before.title, before.due_on, items.len()), &after)?;
    Ok(WhichPurchase { purchase: input.purchase })
}
