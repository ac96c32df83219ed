//! A call is kept with how it ended, and with what was promised in it.

use crate::contact::model::{CallOutcome, RecordCall};
use crate::contact::{make_promise, owing};
use crate::rules::{self, CALL_KEPT, CALL_NOTE, PROMISE_MISSING, PROMISE_UNASKED};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn record_call(cx: &Write<'_>, input: RecordCall) -> Result<Nothing> {
    let known = cx.row("SELECT 1 AS one FROM collection_call WHERE id = $1", values![input.id], |_| Ok(()))?;
    require(known.is_none(), CALL_KEPT)?;
    let of = owing(cx, input.loan)?;
    let note = rules::text("note", &input.note)?;
    let told = matches!(input.outcome, CallOutcome::Refuses | CallOutcome::Hardship);
    require(!told || !note.is_empty(), Refusal::new(CALL_NOTE).at("note"))?;
    match (&input.promise, input.outcome) {
        (None, CallOutcome::Promise) => require(false, Refusal::new(PROMISE_MISSING).at("amount"))?,
        (Some(_), outcome) => require(outcome == CallOutcome::Promise, PROMISE_UNASKED)?,
        (None, _) => {}
    }
    cx.run(
        "INSERT INTO collection_call (id, loan, on_day, at, made_by, outcome, note) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![input.id, of.loan, cx.today(), cx.now, cx.who.id, input.outcome, note.as_str()],
    )?;
    cx.changed("loan", of.loan, &of.loan_no, &(), &json!({ "phone_call": input.outcome, "note": note }))?;
    if let Some(promise) = &input.promise {
        make_promise::keep(cx, &of, Some(input.id), promise)?;
    }
    Ok(Nothing {})
}
