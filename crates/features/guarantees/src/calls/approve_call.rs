//! Another person decides that a guarantee is called.

use crate::calls::told;
use crate::inputs::WhichGuarantee;
use crate::model::GuaranteeState;
use crate::steps::CALL;
use crate::store;
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn approve_call(cx: &Write<'_>, input: WhichGuarantee) -> Result<WhichGuarantee> {
    let before = store::guarantee(cx, input.guarantee)?;
    let request = approvals::require_waiting(cx, &CALL, *before.id.as_bytes())?;
    approvals::answer(cx, &CALL, &request)?;
    store::end(cx, before.id, GuaranteeState::Called, &request.reason)?;
    told(cx, &before, &json!({ "state": GuaranteeState::Called, "reason": request.reason }))
}
