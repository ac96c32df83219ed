//! A fiscal year is final: its months are closed and never open again.

use super::model::YearInput;
use super::steps;
use kernel::Result;
use ledger::period;
use office::context::Write;
use office::input::Nothing;

pub fn lock_year(cx: &Write<'_>, input: YearInput) -> Result<Nothing> {
    period::lock_year(cx.db(), input.year)?;
    steps::lapse_locked(cx, input.year)?;
    let year = input.year.to_string();
    cx.changed("period", &year, &year, &(), &input)?;
    Ok(Nothing {})
}
