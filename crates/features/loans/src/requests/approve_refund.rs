//! One of the two approvals of a refund; with the second one the money goes out.

use crate::inputs::{WhichLoan, WhichRequest};
use crate::requests::{self, RequestKind};
use kernel::Result;
use office::context::Write;

pub fn approve_refund(cx: &Write<'_>, input: WhichRequest) -> Result<WhichLoan> {
    let loan = requests::approve(cx, input.request, RequestKind::Refund)?;
    Ok(WhichLoan { loan })
}
