//! Payments that came in: the rows behind what the board says was collected.

use super::model::{AskReceived, ReceivedLine, ReceivedPage};
use super::queries::{Words, words};
use database::{Row, Value, values};
use kernel::{Day, Result};
use ledger::{VoucherKind, VoucherNumber};
use lending::Place;
use office::context::Read;
use office::order::order_by;
use office::page::as_meant;
use office::page::limit_of;

const LINES: &str = include_str!("sql/received.sql");
const TOTAL: &str = include_str!("sql/received_total.sql");
const FITTING: &str = include_str!("sql/received_fitting.sql");
/// The newest first.
const NEWEST: &str = "event.on_day DESC, shelf.loan_no, event.place";
/// What each column of the list is ordered by; `?` where it may be empty.
const ORDERED: &[(&str, &str)] = &[
    ("on", "event.on_day"),
    ("name", "shelf.borrower_fold"),
    ("loan", "shelf.loan_no"),
    ("amount", "amount"),
    ("method", "method?"),
    ("project", "shelf.project_name"),
];

pub fn received(cx: &Read<'_>, input: AskReceived) -> Result<ReceivedPage> {
    let known_on = input.day.unwrap_or(cx.today());
    office::input::has_come(known_on, cx.today())?;
    as_meant(
        cx,
        &input.text,
        |page: &ReceivedPage| page.payments == 0,
        |reading| received_by(cx, &input, known_on, &words(reading)),
    )
}

fn received_by(cx: &Read<'_>, input: &AskReceived, known_on: Day, words: &Words) -> Result<ReceivedPage> {
    let until = input.until.min(known_on);
    let mut narrowed = values![input.from, until, known_on, input.fund].to_vec();
    narrowed.extend(words.clone().map(Value::from));
    let mut page = narrowed.clone();
    page.extend(values![limit_of(input.limit), input.offset.max(0)]);
    let order = order_by(input.order.as_ref(), ORDERED, NEWEST, "shelf.loan_no, event.place");
    let statement = format!("{LINES} {FITTING} {order} LIMIT $9 OFFSET $10");
    let lines = cx.rows(&statement, page, line)?;
    let total = format!("{TOTAL} {FITTING}");
    let (payments, amount) = cx.one(&total, narrowed, |row| Ok((row.get("payments")?, row.get("amount")?)))?;
    Ok(ReceivedPage { from: input.from, until, lines, payments, amount })
}

fn line(row: &Row<'_>) -> Result<ReceivedLine> {
    let receipt: String = row.get("receipt")?;
    Ok(ReceivedLine {
        loan: row.get("loan")?,
        loan_no: row.get("loan_no")?,
        place: Place(row.get("place")?),
        party: row.get("party")?,
        name: row.get("borrower")?,
        project: row.get("project_name")?,
        fund: row.get("fund")?,
        on: row.get("on_day")?,
        amount: row.get("amount")?,
        method: row.get("method")?,
        reference: row.get("reference")?,
        payer: row.get("payer")?,
        number: if receipt.is_empty() { voucher(row)? } else { receipt },
    })
}

/// The number of the entry's voucher; empty where the books begin after the payment.
fn voucher(row: &Row<'_>) -> Result<String> {
    let Some(kind) = row.get::<Option<VoucherKind>>("voucher_kind")? else { return Ok(String::new()) };
    Ok(VoucherNumber { kind, year: row.get("voucher_year")?, no: row.get("voucher_no")? }.to_string())
}
