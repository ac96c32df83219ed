//! A second person opens a closed month again.

use super::model::PeriodInput;
use super::steps;
use kernel::Result;
use ledger::{Period, PeriodState, period};
use office::context::Write;

pub fn reopen_period(cx: &Write<'_>, input: PeriodInput) -> Result<Period> {
    let before = period::period(cx, input.period)?;
    if before.state == PeriodState::Closed {
        steps::grant_reopening(cx, input.period)?;
    }
    let after = period::reopen(cx.db(), input.period, cx.who.id)?;
    let number = input.period.number().to_string();
    cx.changed("period", &number, &number, &before, &after)?;
    Ok(after)
}
