//! A guarantee is not called after all: whoever asked takes it back, or whoever may decide says no.

use crate::calls::told;
use crate::inputs::{EndGuarantee, WhichGuarantee};
use crate::steps::CALL;
use crate::{rules, store};
use kernel::Result;
use office::context::Write;
use serde_json::json;

/// Whoever asked takes it back; whoever may decide says no.
pub fn drop_call(cx: &Write<'_>, input: EndGuarantee) -> Result<WhichGuarantee> {
    let before = store::guarantee(cx, input.guarantee)?;
    let reason = rules::reason(&input.reason)?;
    let request = approvals::require_waiting(cx, &CALL, *before.id.as_bytes())?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &CALL, &request, &reason)?;
    } else {
        approvals::refuse(cx, &CALL, &request, &reason)?;
    }
    told(cx, &before, &json!({ "call": "dropped", "reason": reason }))
}
