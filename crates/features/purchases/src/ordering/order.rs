//! A purchase is to be ordered of the supplier that was chosen: another person approves it.

use crate::inputs::WhichPurchase;
use crate::model::PurchaseState;
use crate::steps::ORDER;
use crate::{conditions, rules, store};
use approvals::Asked;
use database::values;
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn order(cx: &Write<'_>, input: WhichPurchase) -> Result<WhichPurchase> {
    let before = store::line(cx, input.purchase)?;
    require(before.state != PurchaseState::Waiting, rules::ORDER_WAITS)?;
    require(before.state == PurchaseState::Draft, rules::NOT_DRAFT)?;
    conditions::must_hold(&conditions::of_purchase(cx, &before, crate::GATED_ORDER)?)?;
    cx.must_be_open(crate::GATED_ORDER, store::subject(input.purchase))?;
    let reason = store::reason(cx, input.purchase)?;
    let asked =
        Asked { subject: *input.purchase.as_bytes(), amount: before.amount, reason: &reason, ..Asked::default() };
    approvals::ask(cx, &ORDER, &asked)?;
    store::hand(cx, input.purchase)?;
    cx.run(
        "UPDATE purchase SET supplier = $1, amount = $2, search_fold = $3 WHERE id = $4",
        values![
            before.supplier,
            before.amount,
            store::search_fold(&before.title, "", &before.supplier_name),
            input.purchase
        ],
    )?;
    store::lead(cx, &before, PurchaseState::Waiting, "")?;
    let after = json!({ "state": PurchaseState::Waiting, "supplier": before.supplier_name, "amount": before.amount });
    store::told(cx, input.purchase, &json!({ "state": before.state }), &after)?;
    Ok(WhichPurchase { purchase: input.purchase })
}
