//! An invoice that was typed wrongly counts no more, with a reason, as long as the loan does not owe it.

use crate::inputs::{VoidInvoice, WhichPurchase};
use crate::{rules, store};
use database::values;
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn void_invoice(cx: &Write<'_>, input: VoidInvoice) -> Result<WhichPurchase> {
    let line = store::line(cx, input.purchase)?;
    let reason = rules::said(&input.reason, "reason", rules::REASON_MISSING)?;
    let all = store::invoices(cx, input.purchase)?;
    let before = all.iter().find(|one| one.id == input.invoice && !one.voided).ok_or(rules::NO_INVOICE)?;
    require(!store::goods(cx, line.tranche)?.is_booked(), rules::BOOKED)?;
    cx.run(
        "UPDATE purchase_invoice SET void_by = $1, void_at = $2, void_reason = $3 WHERE id = $4",
        values![cx.who.id, cx.now, reason.as_str(), input.invoice],
    )?;
    let said = json!({ "invoice": before.invoice_no, "amount": before.amount });
    store::told(cx, input.purchase, &said, &json!({ "invoice": before.invoice_no, "reason": reason }))?;
    Ok(WhichPurchase { purchase: input.purchase })
}
