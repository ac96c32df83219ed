//! The committee forgives what another person asked it to.

use super::detail;
use super::inputs::WhichRequest;
use super::requests::{self, RequestKind};
use super::sheet::LoanSheet;
use kernel::Result;
use office::context::Write;

pub fn approve_forgiveness(cx: &Write<'_>, input: WhichRequest) -> Result<LoanSheet> {
    let loan = requests::approve(cx, input.request, RequestKind::Forgive)?;
    detail::sheet(cx, loan, cx.today())
}
