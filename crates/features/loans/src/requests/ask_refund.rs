//! Money of the borrower that no row has taken is to be handed back: a payment, done when two others have approved it.

use crate::events::record;
use crate::inputs::{RecordRefund, WhichLoan};
use crate::requests::{self, NewRequest, RequestKind};
use kernel::Result;
use kernel::arabic::tidy_line;
use office::context::Write;

pub fn ask_refund(cx: &Write<'_>, input: RecordRefund) -> Result<WhichLoan> {
    let opened = record::open(cx, input.loan)?;
    let new = NewRequest {
        id: input.id,
        kind: RequestKind::Refund,
        day: input.day,
        amount: input.amount,
        place: None,
        method: Some(input.method),
        reference: &tidy_line(&input.reference),
        reason: &tidy_line(&input.note),
        proposed: None,
    };
    requests::ask(cx, &opened, &new)?;
    Ok(WhichLoan { loan: input.loan })
}
