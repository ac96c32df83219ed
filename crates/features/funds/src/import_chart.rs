//! A chart of accounts is brought in by code: what it adds and what it corrects, in one transaction.

use super::chart_file::{self, ChartFile, ChartVerdict};
use kernel::Result;
use ledger::AccountCode;
use ledger::account::{self, NewAccount};
use office::context::Write;
use office::input::Nothing;

pub fn import_chart(cx: &Write<'_>, input: ChartFile) -> Result<Nothing> {
    let changes = chart_file::compare(cx, &input)?;
    for row in &changes.rows {
        match row.verdict {
            ChartVerdict::Added => {
                let new = NewAccount {
                    code: AccountCode::new(row.code.clone())?,
                    name: row.name.clone(),
                    postable: row.postable,
                };
                let added = account::add(cx.db(), &new)?;
                cx.changed("account", &added.code, &added.name, &(), &added)?;
            }
            ChartVerdict::Changed => {
                let code = AccountCode::new(row.code.clone())?;
                let before = account::account(cx, &code)?;
                let after = account::change(cx.db(), &code, &row.name, row.postable, row.checked)?;
                cx.changed("account", &after.code, &after.name, &before, &after)?;
            }
            ChartVerdict::Same | ChartVerdict::Refused => {}
        }
    }
    Ok(Nothing {})
}
