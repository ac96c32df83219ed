//! A refund or forgiveness that was asked for will not be: whoever asked takes it back, or whoever may approve it says no.

use crate::detail;
use crate::inputs::DropRequest;
use crate::requests;
use crate::rules;
use crate::sheet::LoanSheet;
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn drop_request(cx: &Write<'_>, input: DropRequest) -> Result<LoanSheet> {
    let reason = rules::reason(&input.reason, "reason")?;
    let request = requests::waiting(cx, input.request)?;
    if request.asked_by != cx.who.id {
        cx.who.needs(request.kind.approved_with())?;
    }
    requests::decide(cx, request.id, "dropped", &reason)?;
    let loan_no = requests::loan_no(cx, &request)?;
    cx.changed("loan", request.loan, &loan_no, &request, &json!({ "dropped": request.id, "reason": reason }))?;
    detail::sheet(cx, request.loan, cx.today())
}
