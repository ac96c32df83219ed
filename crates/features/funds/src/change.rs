//! A fund gets another name, other days, another bank account.

use super::model::{ChangeFund, FUND_RECORD, SavedFund};
use kernel::Result;
use ledger::fund;
use office::context::Write;

pub fn change(cx: &Write<'_>, input: ChangeFund) -> Result<SavedFund> {
    let before = fund::fund(cx, input.fund.id)?;
    let after = fund::change(cx.db(), &input.fund)?;
    cx.claim(FUND_RECORD, after.id, input.version)?;
    cx.changed("fund", after.id, &after.name, &before, &after)?;
    Ok(SavedFund { id: after.id })
}
