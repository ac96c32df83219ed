//! A fund is added.

use super::model::SavedFund;
use kernel::Result;
use ledger::{NewFund, fund};
use office::context::Write;

pub fn add(cx: &Write<'_>, input: NewFund) -> Result<SavedFund> {
    let added = fund::add(cx.db(), &input, cx.now)?;
    cx.changed("fund", added.id, &added.name, &(), &added)?;
    Ok(SavedFund { id: added.id })
}
