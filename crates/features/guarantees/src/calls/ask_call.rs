//! One person asks that a guarantee be called, with a reason.

use crate::calls::told;
use crate::inputs::{EndGuarantee, WhichGuarantee};
use crate::steps::CALL;
use crate::{rules, store};
use approvals::Asked;
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn ask_call(cx: &Write<'_>, input: EndGuarantee) -> Result<WhichGuarantee> {
    let before = store::guarantee(cx, input.guarantee)?;
    let reason = rules::reason(&input.reason)?;
    let claimed = loans::claimed(cx, before.loan, cx.today())?;
    require(rules::callable(&before, claimed), rules::NOT_CALLABLE)?;
    store::take_in_hand(cx, &before)?;
    approvals::ask(cx, &CALL, &Asked { subject: *before.id.as_bytes(), reason: &reason, ..Asked::default() })?;
    told(cx, &before, &json!({ "call": "asked", "reason": reason }))
}
