//! An order is not approved as it stands: whoever asked takes it back, or whoever may decide sends it back with a reason.

use crate::inputs::{ReturnOrder, WhichPurchase};
use crate::model::PurchaseState;
use crate::steps::ORDER;
use crate::{rules, store};
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn send_back(cx: &Write<'_>, input: ReturnOrder) -> Result<WhichPurchase> {
    let before = store::line(cx, input.purchase)?;
    let reason = rules::said(&input.reason, "reason", rules::REASON_MISSING)?;
    let request = approvals::require_waiting(cx, &ORDER, *input.purchase.as_bytes())?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &ORDER, &request, &reason)?;
    } else {
        approvals::send_back(cx, &ORDER, &request, &reason)?;
    }
    store::lead(cx, &before, PurchaseState::Draft, &reason)?;
    let after = json!({ "state": PurchaseState::Draft, "reason": reason });
    store::told(cx, input.purchase, &json!({ "state": before.state }), &after)?;
    Ok(WhichPurchase { purchase: input.purchase })
}
