//! The chart gets an account of the association's own.

use kernel::Result;
use ledger::account::{self, NewAccount};
use office::context::Write;
use office::input::Nothing;

pub fn add_account(cx: &Write<'_>, input: NewAccount) -> Result<Nothing> {
    let added = account::add(cx.db(), &input)?;
    cx.changed("account", &added.code, &added.name, &(), &added)?;
    Ok(Nothing {})
}
