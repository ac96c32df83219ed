//! Another person says no: the month stays closed, and whoever asked is told why.

use super::model::RefuseReopening;
use super::rules::REASON_MISSING;
use super::steps::{REOPENING, month_subject};
use kernel::{Result, require};
use ledger::refusals::REOPENING_NEEDS_TWO;
use ledger::{Period, period};
use office::context::Write;

pub fn refuse_reopening(cx: &Write<'_>, input: RefuseReopening) -> Result<Period> {
    let reason = office::input::required(&input.reason, "reason", REASON_MISSING)?;
    let before = period::period(cx, input.period)?;
    let request = approvals::waiting(cx, &REOPENING, month_subject(input.period))?;
    let refused = request.map(|request| approvals::refuse(cx, &REOPENING, &request, &reason)).transpose()?;
    require(refused.is_some(), REOPENING_NEEDS_TWO)?;
    let after = period::refuse_reopening(cx.db(), input.period)?;
    let number = input.period.number().to_string();
    cx.changed("period", &number, &number, &before, &after)?;
    Ok(after)
}
