//! A promise that is still open is withdrawn, with the reason.

use crate::contact::model::{PromiseStanding, WithdrawPromise};
use crate::contact::standing;
use crate::rules::{self, PROMISE_NOT_OPEN, REASON_MISSING};
use database::values;
use kernel::{Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn withdraw_promise(cx: &Write<'_>, input: WithdrawPromise) -> Result<Nothing> {
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    let before = standing::promise(cx, input.id)?;
    require(before.standing == PromiseStanding::Open, PROMISE_NOT_OPEN)?;
    let sql = "UPDATE payment_promise SET ended = 'withdrawn', ended_on = $1, ended_by = $2, reason = $3 WHERE id = $4";
    cx.run(sql, values![cx.today(), cx.who.id, reason.as_str(), input.id])?;
    let what = |standing: PromiseStanding, reason: &str| json!({ "promise": before.amount, "due": before.due, "state": standing, "reason": reason });
    let (open, gone) = (what(PromiseStanding::Open, ""), what(PromiseStanding::Withdrawn, &reason));
    cx.changed("loan", before.loan, &before.loan_no, &open, &gone)?;
    Ok(Nothing {})
}
