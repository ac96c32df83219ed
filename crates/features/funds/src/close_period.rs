//! A month is closed: nothing is posted into it any more.

use super::model::PeriodInput;
use kernel::Result;
use ledger::period;
use office::context::Write;
use office::input::Nothing;

pub fn close_period(cx: &Write<'_>, input: PeriodInput) -> Result<Nothing> {
    let before = period::period(cx, input.period)?;
    let after = period::close(cx.db(), input.period, cx.today())?;
    let number = input.period.number().to_string();
    cx.changed("period", &number, &number, &before, &after)?;
    Ok(Nothing {})
}
