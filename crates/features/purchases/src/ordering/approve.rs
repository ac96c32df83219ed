//! Another person approves an order, where all its conditions hold; it gets its number. Nobody who had a hand in it does,
//! whoever submitted it.

use crate::inputs::WhichPurchase;
use crate::model::PurchaseState;
use crate::steps::ORDER;
use crate::{conditions, rules, store};
use database::values;
use kernel::{Hijri, Result, require};
use office::context::Write;
use serde_json::json;

/// The series of the numbers of orders.
const NUMBERS: &str = "purchase";

pub fn approve(cx: &Write<'_>, input: WhichPurchase) -> Result<WhichPurchase> {
    let before = store::line(cx, input.purchase)?;
    let request = approvals::require_waiting(cx, &ORDER, *input.purchase.as_bytes())?;
    approvals::may_answer(cx, &ORDER, &request)?;
    require(!store::had_a_hand(cx, input.purchase, cx.who.id)?, rules::OWN_ORDER)?;
    approvals::answer(cx, &ORDER, &request)?;
    // The loan, its tranche or another order may have changed since it was asked for, and a quote ends.
    conditions::must_hold(&conditions::of_purchase(cx, &before, crate::GATED_APPROVAL)?)?;
    cx.must_be_open(crate::GATED_APPROVAL, store::subject(input.purchase))?;
    let year = i64::from(Hijri::from_day(cx.today()).ok_or(kernel::refusals::HIJRI_RANGE)?.year());
    let order_no = format!("P-{year}-{:04}", cx.next_number(NUMBERS, year)?);
    cx.run(
        "UPDATE purchase SET order_no = $1, ordered_on = $2, search_fold = $3 WHERE id = $4",
        values![
            order_no.as_str(),
            cx.today(),
            store::search_fold(&before.title, &order_no, &before.supplier_name),
            input.purchase
        ],
    )?;
    store::lead(cx, &before, PurchaseState::Ordered, "")?;
    let after = json!({ "state": PurchaseState::Ordered, "order_no": order_no });
    store::told(cx, input.purchase, &json!({ "state": before.state }), &after)?;
    Ok(WhichPurchase { purchase: input.purchase })
}
