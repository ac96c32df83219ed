//! A refund or forgiveness that was asked for will not be: whoever asked takes it back, or whoever may approve it says no.

use crate::inputs::{DropRequest, WhichLoan};
use crate::requests;
use crate::rules;
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn drop_request(cx: &Write<'_>, input: DropRequest) -> Result<WhichLoan> {
    let reason = rules::reason(&input.reason, "reason")?;
    let request = requests::waiting(cx, input.request)?;
    requests::drop(cx, &request, &reason)?;
    let loan_no = requests::loan_no(cx, &request)?;
    cx.changed("loan", request.loan, &loan_no, &request, &json!({ "dropped": request.id, "reason": reason }))?;
    Ok(WhichLoan { loan: request.loan })
}
