//! What of purchases another person must approve: an order.

use crate::inputs::WhichPurchase;
use crate::{rules, store};
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::PurchaseId;
use ledger::refusals::ABOVE_LIMIT;
use office::approval::{ApprovalStep, Described, StepRefusals};
use office::context::Read;

/// A purchase is ordered of the supplier that was chosen.
pub const ORDER: ApprovalStep = ApprovalStep {
    name: "purchases.order",
    subject: store::RECORD,
    decides: crate::PURCHASES_APPROVE,
    needed: 1,
    limit: Some(ABOVE_LIMIT),
    task: "purchase_approve",
    told: Some("purchase_returned"),
    kept_from: &[],
    describe,
    refusals: StepRefusals {
        own: rules::OWN_ORDER,
        again: ANSWERED_ALREADY,
        decided: rules::ORDER_DECIDED,
        waits: rules::ORDER_WAITS,
    },
};

/// Not for whoever had a hand in it and could therefore not approve; who asked is told what became of it all the same.
fn describe(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let purchase = PurchaseId::from_bytes(subject);
    let asked = approvals::of(cx, &ORDER, subject)?.is_some_and(|request| request.asked_by == cx.who.id);
    if !asked && store::had_a_hand(cx, purchase, cx.who.id)? {
        return Ok(None);
    }
    let line = store::line(cx, purchase)?;
    let target = crate::PURCHASE.asking(&WhichPurchase { purchase })?;
    let args = [("title", line.title), ("loan_no", line.loan_no), ("supplier", line.supplier_name)];
    Ok(Some(Described::new(target, args)))
}
