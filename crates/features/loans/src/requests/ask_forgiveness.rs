//! Part of what is owed is to be forgiven, with a reason: the committee decides, and it is an expense of the fund.

use crate::events::record;
use crate::inputs::{ForgiveLoan, WhichLoan};
use crate::requests::{self, NewRequest, RequestKind};
use crate::rules;
use kernel::Result;
use office::context::Write;

pub fn ask_forgiveness(cx: &Write<'_>, input: ForgiveLoan) -> Result<WhichLoan> {
    let reason = rules::reason(&input.reason, "reason")?;
    let opened = record::open(cx, input.loan)?;
    let new = NewRequest {
        id: input.id,
        kind: RequestKind::Forgive,
        day: input.day,
        amount: input.amount,
        place: None,
        method: None,
        reference: "",
        reason: &reason,
        proposed: None,
    };
    requests::ask(cx, &opened, &new)?;
    Ok(WhichLoan { loan: input.loan })
}
