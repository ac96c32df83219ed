//! A voucher is taken back by an exact reversal. One that belongs to a loan is taken back where the loan is kept, so that
//! the loan and the books stay one.

use super::model::{ReverseEntry, VoucherSheet};
use super::{queries, rules};
use crate::context::Write;
use kernel::{Result, require};
use ledger::{NewReversal, journal};

pub fn reverse(cx: &Write<'_>, input: ReverseEntry) -> Result<VoucherSheet> {
    let reason = crate::input::required(&input.reason, "reason", rules::REASON_MISSING)?;
    let before = journal::entry(cx, input.entry)?;
    require(before.lines.iter().all(|line| line.loan.is_none()), rules::BELONGS_TO_LOAN)?;
    let reversal = NewReversal {
        id: input.id,
        entry: input.entry,
        day: input.day,
        reason,
        made_by: cx.who.id,
        approved_by: None,
        recorded_at: cx.now,
    };
    let posted = ledger::reverse(cx.db(), &reversal)?;
    let sheet = queries::voucher_sheet(cx, posted.entry)?;
    cx.changed("entry", posted.entry, &sheet.number, &before, &sheet.entry)?;
    Ok(sheet)
}
