//! The chart gets an account of the association's own.

use crate::context::Write;
use kernel::Result;
use ledger::Account;
use ledger::account::{self, NewAccount};

pub fn add_account(cx: &Write<'_>, input: NewAccount) -> Result<Account> {
    let added = account::add(cx.db(), &input)?;
    cx.changed("account", &added.code, &added.name, &(), &added)?;
    Ok(added)
}
