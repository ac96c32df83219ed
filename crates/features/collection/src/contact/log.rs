//! The log of calls, and the list of promises.

use crate::contact::model::{
    CallLine, CallLogPage, ListCalls, ListPaymentPromises, PaymentPromisePage, PromiseLine, PromiseStanding,
    StandingCount,
};
use crate::contact::standing::{self, Of};
use database::{Row, Value, values};
use kernel::arabic::{Reading, fold};
use kernel::id::LoanId;
use kernel::{Day, Money, Result};
use office::context::Read;
use office::order::{Rank, in_order, order_by};
use office::page::{as_meant, limit_of, page_of};
use std::collections::BTreeMap;

const CALLS: &str = include_str!("../sql/calls.sql");
const ORDERED: &[(&str, &str)] =
    &[("on", "c.at"), ("name", "s.borrower"), ("loan", "s.loan_no"), ("outcome", "c.outcome"), ("by", "who.name")];

pub fn call_log(cx: &Read<'_>, input: ListCalls) -> Result<CallLogPage> {
    as_meant(cx, &input.text, |page: &CallLogPage| page.total == 0, |reading| log(cx, &input, reading))
}

fn log(cx: &Read<'_>, input: &ListCalls, reading: Option<&Reading>) -> Result<CallLogPage> {
    let mut narrowed = values![input.outcome, input.from, input.until, input.loan].to_vec();
    narrowed.extend(crate::queries::words(reading).map(Value::from));
    let fitting = include_str!("../sql/calls_fitting.sql");
    let total = format!("SELECT count(*) AS total {fitting}");
    let total = cx.one(&total, &narrowed, |row| row.get("total"))?;
    narrowed.extend(values![limit_of(input.limit), input.offset.max(0)]);
    let order = order_by(input.order.as_ref(), ORDERED, "c.at DESC, c.id", "c.at, c.id");
    let lines = cx.rows(&format!("{CALLS} {fitting} {order} LIMIT $9 OFFSET $10"), narrowed, call_line)?;
    Ok(CallLogPage { lines, total })
}

/// The last call of each loan that is late on a day.
///
/// # Errors
/// What the database refuses.
pub fn latest_calls(cx: &Read<'_>, day: Day) -> Result<BTreeMap<LoanId, CallLine>> {
    let sql = format!("{CALLS} {}", include_str!("../sql/calls_latest.sql"));
    Ok(cx.rows(&sql, values![day], call_line)?.into_iter().map(|line| (line.loan, line)).collect())
}

/// The calls about loans of one borrower, the newest first.
///
/// # Errors
/// What the database refuses.
pub fn calls_of(cx: &Read<'_>, party: kernel::id::PartyId, most: i64) -> Result<Vec<CallLine>> {
    let sql = format!("{CALLS} {}", include_str!("../sql/calls_of.sql"));
    cx.rows(&sql, values![party, most], call_line)
}

fn call_line(row: &Row<'_>) -> Result<CallLine> {
    Ok(CallLine {
        call: row.get("id")?,
        loan: row.get("loan")?,
        loan_no: row.get("loan_no")?,
        party: row.get("party")?,
        name: row.get("borrower")?,
        on: row.get("on_day")?,
        at: row.get("at")?,
        outcome: row.get("outcome")?,
        note: row.get("note")?,
        by_name: row.get("by_name")?,
    })
}

pub fn promises(cx: &Read<'_>, input: ListPaymentPromises) -> Result<PaymentPromisePage> {
    let mut found = standing::promises(cx, input.loan.map_or(Of::All, Of::Loan))?;
    let words: Vec<String> = fold(&input.text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let fits = |line: &PromiseLine| {
        let of = fold(&format!("{} {}", line.name, line.loan_no));
        words.iter().all(|word| of.contains(word.as_str()))
    };
    found.retain(fits);
    let count = |standing: PromiseStanding| {
        let own = || found.iter().filter(|one| one.standing == standing);
        let amount = Money::sum(own().map(|one| one.amount))?;
        Ok(StandingCount { standing, promises: own().count() as i64, amount })
    };
    let standings = PromiseStanding::ALL.iter().map(|one| count(*one)).collect::<Result<_>>()?;
    found.retain(|one| input.standing.is_none_or(|standing| standing == one.standing));
    // What is open stands first, the next day first; what is over follows, the newest first.
    found.sort_by_key(|one| {
        let open = one.standing == PromiseStanding::Open;
        let day = i64::from(one.due.number());
        (!open, if open { day } else { -day }, one.promise)
    });
    in_order(&mut found, input.order.as_ref(), |line, key| {
        Some(match key {
            "name" => Rank::from(&line.name),
            "loan" => (&line.loan_no).into(),
            "amount" => line.amount.into(),
            "paid" => line.paid.into(),
            "due" => line.due.into(),
            "made" => line.made_on.into(),
            "standing" => line.standing.name().into(),
            "by" => (&line.by_name).into(),
            _ => return None,
        })
    });
    Ok(PaymentPromisePage {
        total: i64::try_from(found.len()).unwrap_or(i64::MAX),
        amount: Money::sum(found.iter().map(|one| one.amount))?,
        paid: Money::sum(found.iter().map(|one| one.paid))?,
        standings,
        lines: page_of(found, input.offset, input.limit),
    })
}
