//! A fund is added.

use kernel::Result;
use ledger::{Fund, NewFund, fund};
use office::context::Write;

pub fn add(cx: &Write<'_>, input: NewFund) -> Result<Fund> {
    let added = fund::add(cx.db(), &input, cx.now)?;
    cx.changed("fund", added.id, &added.name, &(), &added)?;
    Ok(added)
}
