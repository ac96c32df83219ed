//! What of purchases another person must approve: an order.

use crate::inputs::WhichPurchase;
use crate::{rules, store};
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::PurchaseId;
use ledger::refusals::ABOVE_LIMIT;
use office::approval::{Answering, ApprovalStep, Described, StepAnswer, StepRefusals};
use office::context::Read;
use serde_json::{Value, json};

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

/// Which commands decide it, where a committee does.
pub const ANSWERS: &[StepAnswer] =
    &[StepAnswer { step: ORDER.name, approve: "purchases.approve", refuse: Some("purchases.send_back"), input: asked }];

fn asked(_: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    Ok(json!({ "purchase": PurchaseId::from_bytes(of.subject), "reason": of.said }))
}

/// Not for whoever had a hand in it and could therefore not approve; who asked is told what became of it all the same.
fn describe(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let purchase = PurchaseId::from_bytes(subject);
    let is_mine = approvals::of(cx, &ORDER, subject)?.is_some_and(|request| request.asked_by == cx.who.id);
    if !is_mine && store::had_a_hand(cx, purchase, cx.who.id)? {
        return Ok(None);
    }
    let line = store::line(cx, purchase)?;
    let target = crate::PURCHASE.asking(&WhichPurchase { purchase })?;
    let args = [("title", line.title), ("loan_no", line.loan_no), ("supplier", line.supplier_name)];
    Ok(Some(Described::new(target, args)))
}
