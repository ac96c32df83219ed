//! Another person decides that a guarantee is called.

use crate::calls::told;
use crate::inputs::WhichGuarantee;
use crate::model::GuaranteeState;
use crate::steps::CALL;
use crate::{rules, store};
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn approve_call(cx: &Write<'_>, input: WhichGuarantee) -> Result<WhichGuarantee> {
    let before = store::guarantee(cx, input.guarantee)?;
    let request = approvals::require_waiting(cx, &CALL, *before.id.as_bytes())?;
    // The loan may have been repaid, or the guarantee let go, since it was asked for.
    let claimed = loans::claimed(cx, before.loan, cx.today())?;
    require(rules::callable(&before, claimed), rules::NOT_CALLABLE)?;
    approvals::answer(cx, &CALL, &request)?;
    store::end(cx, before.id, GuaranteeState::Called, &request.reason)?;
    told(cx, &before, &json!({ "state": GuaranteeState::Called, "reason": request.reason }))
}
