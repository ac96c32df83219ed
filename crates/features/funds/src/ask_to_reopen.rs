//! Somebody asks, with a reason, that a closed month be opened again.

use super::model::AskToReopen;
use super::rules::REASON_MISSING;
use super::steps::{REOPENING, month_subject};
use approvals::Asked;
use kernel::Result;
use ledger::{Period, period};
use office::context::Write;

pub fn ask_to_reopen(cx: &Write<'_>, input: AskToReopen) -> Result<Period> {
    let reason = office::input::required(&input.reason, "reason", REASON_MISSING)?;
    let before = period::period(cx, input.period)?;
    let after = period::ask_to_reopen(cx.db(), input.period, cx.who.id, &reason)?;
    let asked = Asked { subject: month_subject(input.period), reason: &reason, ..Asked::default() };
    approvals::ask(cx, &REOPENING, &asked)?;
    let number = input.period.number().to_string();
    cx.changed("period", &number, &number, &before, &after)?;
    Ok(after)
}
