//! A fiscal year is final: its months are closed and never open again.

use super::model::{LockedYear, YearInput};
use super::steps;
use kernel::Result;
use ledger::period;
use office::context::Write;

pub fn lock_year(cx: &Write<'_>, input: YearInput) -> Result<LockedYear> {
    period::lock_year(cx.db(), input.year)?;
    steps::lapse_locked(cx, input.year)?;
    let locked = LockedYear { year: input.year };
    let year = input.year.to_string();
    cx.changed("period", &year, &year, &(), &locked)?;
    Ok(locked)
}
