//! A month is closed: what waits in it is shown first, and closing it takes a word.

use super::model::{ChequeState, ClosePeriod, MonthClosing, PeriodInput};
use super::steps::VOUCHER;
use super::{cheques, rules, store};
use kernel::{Moment, Result};
use ledger::period;
use office::context::{Read, Write};
use office::input::Nothing;
use serde_json::json;

/// What waits in a month.
///
/// # Errors
/// Not found: the books do not know the month.
pub fn closing(cx: &Read<'_>, input: PeriodInput) -> Result<MonthClosing> {
    let period = period::period(cx, input.period)?;
    let end = Moment::start_of_riyadh_day(i64::from(period.last.number()) + 1);
    let waits = |cheque: &super::model::Cheque| cheque.state == ChequeState::Waiting && cheque.day <= period.last;
    Ok(MonthClosing {
        today_inside: period.last >= cx.today(),
        drafts: store::unposted_until(cx, period.last)?,
        posts_on: period::first_open_day(cx, period.last.plus_days(1)?)?,
        approvals: approvals::asked_before(cx, end, &VOUCHER)?,
        cheques: cheques::all(cx)?.into_iter().filter(waits).collect(),
        period,
    })
}

pub fn close_period(cx: &Write<'_>, input: ClosePeriod) -> Result<Nothing> {
    let waits = closing(cx, PeriodInput { period: input.period })?;
    let after = period::close(cx.db(), input.period, cx.today())?;
    let word = office::input::required(&input.word, "word", rules::CLOSING_WORD_MISSING)?;
    let number = input.period.number().to_string();
    let told = json!({
        "state": after.state, "word": word, "drafts": waits.drafts.len(), "approvals": waits.approvals.len(),
        "cheques": waits.cheques.len(),
    });
    cx.changed("period", &number, &number, &waits.period, &told)?;
    Ok(Nothing {})
}
