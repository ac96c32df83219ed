//! Another person agrees that an event be taken back, and it is.

use crate::inputs::{WhichLoan, WhichRequest};
use crate::requests::{self, RequestKind};
use kernel::Result;
use office::context::Write;

pub fn approve_undo(cx: &Write<'_>, input: WhichRequest) -> Result<WhichLoan> {
    let loan = requests::approve(cx, input.request, RequestKind::Undo)?;
    Ok(WhichLoan { loan })
}
