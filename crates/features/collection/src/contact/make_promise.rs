//! A borrower gives their word to pay so much by a day. One promise of a loan is open at a time: a new one gives the reason
//! why it takes the place of the open one.

use crate::contact::model::{MakePromise, NewPromise, PromiseStanding};
use crate::contact::standing::{self, Of};
use crate::contact::{Owing, owing};
use crate::rules::{
    self, PROMISE_AMOUNT, PROMISE_DAY, PROMISE_MADE, PROMISE_OTHER_OPEN, PROMISE_REPLACES, REASON_MISSING,
};
use database::values;
use kernel::id::CallId;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

/// Days ahead a promise may name.
pub const FARTHEST: i32 = 180;

pub fn make_promise(cx: &Write<'_>, input: MakePromise) -> Result<Nothing> {
    let of = owing(cx, input.loan)?;
    keep(cx, &of, None, &input.promise)?;
    Ok(Nothing {})
}

/// Keeps a promise, given on the phone or otherwise.
///
/// # Errors
/// Kept before; an amount or a day that cannot be; another one is open, or the one named is not.
pub fn keep(cx: &Write<'_>, of: &Owing, call: Option<CallId>, new: &NewPromise) -> Result<()> {
    let known = cx.row("SELECT 1 AS one FROM payment_promise WHERE id = $1", values![new.id], |_| Ok(()))?;
    require(known.is_none(), PROMISE_MADE)?;
    let fits = new.amount.is_positive() && new.amount <= of.outstanding;
    require(fits, Refusal::new(PROMISE_AMOUNT).with("most", of.outstanding).at("amount"))?;
    let today = cx.today();
    let last = today.plus_days(FARTHEST)?;
    require((today..=last).contains(&new.due), Refusal::new(PROMISE_DAY).with("until", last).at("due"))?;
    let open = standing::promises(cx, Of::Loan(of.loan))?.into_iter().find(|one| one.standing == PromiseStanding::Open);
    match (&open, new.replaces) {
        (None, None) => {}
        (Some(open), Some(named)) => require(open.promise == named, PROMISE_REPLACES)?,
        (Some(open), None) => {
            require(false, Refusal::new(PROMISE_OTHER_OPEN).with("day", open.due).with("amount", open.amount))?;
        }
        (None, Some(_)) => require(false, PROMISE_REPLACES)?,
    }
    let last_place = "SELECT COALESCE(max(place), 0) AS place FROM loan_movement WHERE loan = $1";
    let after: i64 = cx.one(last_place, values![of.loan], |row| row.get("place"))?;
    cx.run(
        "INSERT INTO payment_promise (id, loan, call, amount, due, made_on, made_by, after_place) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![new.id, of.loan, call, new.amount, new.due, today, cx.who.id, after],
    )?;
    if let Some(open) = open {
        let reason = rules::said("reason", &new.reason, REASON_MISSING)?;
        let sql = "UPDATE payment_promise SET ended = 'replaced', ended_on = $1, ended_by = $2, reason = $3, \
                   replaced_by = $4 WHERE id = $5";
        cx.run(sql, values![today, cx.who.id, reason.as_str(), new.id, open.promise])?;
    }
    cx.changed(
        "loan",
        of.loan,
        &of.loan_no,
        &(),
        &json!({ "promise": new.amount, "due": new.due, "reason": new.reason }),
    )
}
