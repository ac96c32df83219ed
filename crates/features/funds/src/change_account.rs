//! An account gets another name, or is compared with the official chart.

use super::model::ChangeAccount;
use kernel::Result;
use ledger::{Account, account};
use office::context::Write;

pub fn change_account(cx: &Write<'_>, input: ChangeAccount) -> Result<Account> {
    let before = account::account(cx, &input.code)?;
    let after = account::change(cx.db(), &input.code, &input.name, input.postable, input.checked)?;
    cx.changed("account", &after.code, &after.name, &before, &after)?;
    Ok(after)
}
