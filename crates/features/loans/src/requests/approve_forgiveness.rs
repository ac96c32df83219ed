//! The committee forgives what another person asked it to.

use crate::detail;
use crate::inputs::WhichRequest;
use crate::requests::{self, RequestKind};
use crate::sheet::LoanSheet;
use kernel::Result;
use office::context::Write;

pub fn approve_forgiveness(cx: &Write<'_>, input: WhichRequest) -> Result<LoanSheet> {
    let loan = requests::approve(cx, input.request, RequestKind::Forgive)?;
    detail::sheet(cx, loan, cx.today())
}
