//! The chart gets an account of the association's own.

use kernel::Result;
use ledger::Account;
use ledger::account::{self, NewAccount};
use office::context::Write;

pub fn add_account(cx: &Write<'_>, input: NewAccount) -> Result<Account> {
    let added = account::add(cx.db(), &input)?;
    cx.changed("account", &added.code, &added.name, &(), &added)?;
    Ok(added)
}
