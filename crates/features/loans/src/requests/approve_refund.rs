//! One of the two approvals of a refund; with the second one the money goes out.

use crate::detail;
use crate::inputs::WhichRequest;
use crate::requests::{self, RequestKind};
use crate::sheet::LoanSheet;
use kernel::Result;
use office::context::Write;

pub fn approve_refund(cx: &Write<'_>, input: WhichRequest) -> Result<LoanSheet> {
    let loan = requests::approve(cx, input.request, RequestKind::Refund)?;
    detail::sheet(cx, loan, cx.today())
}
