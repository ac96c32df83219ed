//! One of the two approvals of a refund; with the second one the money goes out.

use super::detail;
use super::inputs::WhichRequest;
use super::requests::{self, RequestKind};
use super::sheet::LoanSheet;
use kernel::Result;
use office::context::Write;

pub fn approve_refund(cx: &Write<'_>, input: WhichRequest) -> Result<LoanSheet> {
    let loan = requests::approve(cx, input.request, RequestKind::Refund)?;
    detail::sheet(cx, loan, cx.today())
}
