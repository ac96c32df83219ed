//! Nobody wants a purchase any more, or the supplier does not sell: with a reason, and as long as nothing of it is here.

use crate::inputs::{CancelPurchase, WhichPurchase};
use crate::model::PurchaseState;
use crate::steps::ORDER;
use crate::{rules, store};
use database::values;
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn cancel(cx: &Write<'_>, input: CancelPurchase) -> Result<WhichPurchase> {
    let before = store::line(cx, input.purchase)?;
    let reason = rules::said(&input.reason, "reason", rules::REASON_MISSING)?;
    require(!matches!(before.state, PurchaseState::Cancelled | PurchaseState::Verified), rules::ENDED)?;
    require(before.came == 0 && !before.invoiced.is_positive(), rules::SOMETHING_HERE)?;
    approvals::lapse(cx, &ORDER, *input.purchase.as_bytes(), &reason)?;
    cx.run(
        "UPDATE purchase SET state = 'cancelled', ended_why = $1, ended_reason = $2, ended_by = $3, ended_at = $4 \
         WHERE id = $5",
        values![input.why, reason.as_str(), cx.who.id, cx.now, input.purchase],
    )?;
    let subject = store::subject(input.purchase);
    cx.status_changed(subject, Some(before.state.name()), PurchaseState::Cancelled.name(), &reason)?;
    cx.record_changed(subject)?;
    let after = json!({ "state": PurchaseState::Cancelled, "reason": reason });
    store::told(cx, input.purchase, &json!({ "state": before.state }), &after)?;
    Ok(WhichPurchase { purchase: input.purchase })
}
