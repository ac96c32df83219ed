//! A deferral of many loans that was asked for will not be: whoever asked takes it back, or whoever may approve it says no.

use crate::changes::many::request;
use crate::inputs::{DropDeferral, WhichDeferral};
use crate::rules;
use crate::steps::DEFERRAL;
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn drop_deferral(cx: &Write<'_>, input: DropDeferral) -> Result<WhichDeferral> {
    let reason = rules::reason(&input.reason, "reason")?;
    let request = request(cx, input.deferral)?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &DEFERRAL, &request, &reason)?;
    } else {
        approvals::refuse(cx, &DEFERRAL, &request, &reason)?;
    }
    cx.changed("loan_deferral", input.deferral, &request.reason, &(), &json!({ "dropped": reason }))?;
    Ok(WhichDeferral { deferral: input.deferral })
}
