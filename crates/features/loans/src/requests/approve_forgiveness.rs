//! The committee forgives what another person asked it to.

use crate::inputs::{WhichLoan, WhichRequest};
use crate::requests::{self, RequestKind};
use kernel::Result;
use office::context::Write;

pub fn approve_forgiveness(cx: &Write<'_>, input: WhichRequest) -> Result<WhichLoan> {
    let loan = requests::approve(cx, input.request, RequestKind::Forgive)?;
    Ok(WhichLoan { loan })
}
