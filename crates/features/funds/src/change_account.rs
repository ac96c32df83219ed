//! An account gets another name, or is compared with the official chart.

use super::model::{ACCOUNT_RECORD, ChangeAccount};
use kernel::Result;
use ledger::account;
use office::context::Write;
use office::input::Nothing;

pub fn change_account(cx: &Write<'_>, input: ChangeAccount) -> Result<Nothing> {
    let before = account::account(cx, &input.code)?;
    cx.claim(ACCOUNT_RECORD, &input.code, input.version)?;
    let after = account::change(cx.db(), &input.code, &input.name, input.postable, input.checked)?;
    cx.changed("account", &after.code, &after.name, &before, &after)?;
    Ok(Nothing {})
}
