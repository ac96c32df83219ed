//! Promises read from the office, each judged by what was repaid.

use crate::contact::model::{PromiseLine, PromiseStanding};
use crate::contact::promises::{Payment, Promised, judge};
use crate::settings;
use database::{Row, Value, values};
use kernel::id::{LoanId, PromiseId};
use kernel::{Day, Failure, Money, Result};
use office::context::Read;
use std::collections::BTreeMap;

/// Which loans' promises are read.
#[derive(Debug, Clone, Copy)]
pub enum Of {
    All,
    Loan(LoanId),
    /// Of loans that are late on a day.
    Late(Day),
}

impl Of {
    fn narrowed(self, column: &str) -> (String, Vec<Value>) {
        match self {
            Self::All => (String::new(), Vec::new()),
            Self::Loan(loan) => (format!("WHERE {column} = $1"), values![loan].to_vec()),
            Self::Late(day) => (
                format!("WHERE {column} IN (SELECT loan FROM loan_standing WHERE next_due < $1)"),
                values![day].to_vec(),
            ),
        }
    }
}

/// Promises in the order they were given, by loan.
///
/// # Errors
/// What the database refuses.
pub fn promises(cx: &Read<'_>, of: Of) -> Result<Vec<PromiseLine>> {
    let (narrowed, given) = of.narrowed("p.loan");
    let sql = format!("{} {narrowed} ORDER BY p.loan, p.made_on, p.id", include_str!("../sql/promises.sql"));
    let found: Vec<(PromiseLine, Promised)> = cx.rows(&sql, given, promise_row)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let (narrowed, given) = of.narrowed("loan");
    let among = if narrowed.is_empty() { "WHERE" } else { "AND" };
    let sql = format!(
        "SELECT loan, place, on_day, amount FROM loan_movement {narrowed} {among} kind = 'repay' AND undone_by IS NULL \
         AND loan IN (SELECT loan FROM payment_promise)"
    );
    let mut payments: BTreeMap<LoanId, Vec<Payment>> = BTreeMap::new();
    cx.rows(&sql, given, |row| {
        let payment = Payment { on: row.get("on_day")?, place: row.get("place")?, amount: row.get("amount")? };
        payments.entry(row.get("loan")?).or_default().push(payment);
        Ok(())
    })?;
    let grace = settings::contact(cx)?.promise_grace;
    let mut lines = Vec::new();
    for own in found.chunk_by(|one, other| one.0.loan == other.0.loan) {
        let paid = own.first().and_then(|(line, _)| payments.get(&line.loan)).map_or(&[][..], Vec::as_slice);
        let judged = judge(&own.iter().map(|(_, one)| *one).collect::<Vec<_>>(), paid, grace, cx.today())?;
        lines.extend(own.iter().zip(judged).map(|((line, _), judged)| PromiseLine {
            standing: judged.standing,
            paid: judged.paid,
            kept_on: judged.kept_on,
            last_day: judged.last_day,
            ..line.clone()
        }));
    }
    Ok(lines)
}

/// # Errors
/// Not found.
pub fn promise(cx: &Read<'_>, id: PromiseId) -> Result<PromiseLine> {
    let sql = "SELECT loan FROM payment_promise WHERE id = $1";
    let loan: Option<LoanId> = cx.row(sql, values![id], |row| row.get("loan"))?;
    let loan = loan.ok_or(Failure::not_found("payment_promise"))?;
    let all = promises(cx, Of::Loan(loan))?;
    all.into_iter().find(|one| one.promise == id).ok_or(Failure::not_found("payment_promise"))
}

fn promise_row(row: &Row<'_>) -> Result<(PromiseLine, Promised)> {
    let ended: Option<PromiseStanding> = row.get("ended")?;
    let promised = Promised {
        made_on: row.get("made_on")?,
        due: row.get("due")?,
        amount: row.get("amount")?,
        after: row.get("after_place")?,
        ended,
    };
    let line = PromiseLine {
        promise: row.get("id")?,
        loan: row.get("loan")?,
        loan_no: row.get("loan_no")?,
        party: row.get("party")?,
        name: row.get("borrower")?,
        amount: promised.amount,
        due: promised.due,
        last_day: promised.due,
        made_on: promised.made_on,
        by_name: row.get("by_name")?,
        standing: ended.unwrap_or(PromiseStanding::Open),
        paid: Money::ZERO,
        kept_on: None,
        reason: row.get("reason")?,
        ended_on: row.get("ended_on")?,
        ended_by_name: row.get::<Option<String>>("ended_by_name")?.unwrap_or_default(),
    };
    Ok((line, promised))
}
