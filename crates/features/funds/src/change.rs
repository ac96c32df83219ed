//! A fund gets another name, other days, another bank account.

use kernel::Result;
use ledger::{Fund, NewFund, fund};
use office::context::Write;

pub fn change(cx: &Write<'_>, input: NewFund) -> Result<Fund> {
    let before = fund::fund(cx, input.id)?;
    let after = fund::change(cx.db(), &input)?;
    cx.changed("fund", after.id, &after.name, &before, &after)?;
    Ok(after)
}
