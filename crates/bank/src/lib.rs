//! Statements of a bank account: what a bank hands over, read into lines whose sums run.
//!
//! Pure: no database, no clock, no files. A table (csv in any of the encodings banks write, xlsx, ods) is read by `sheets`,
//! an MT940 message and a camt.053 document here; [`read`] tells them apart by what stands in them. Money into the account
//! is above zero. What stands in the file and is no booked movement is told, never dropped in silence; a statement whose
//! sums do not run is refused whole, for then a line is missing, or is not what the bank wrote.

mod camt;
mod mt940;
mod table;
#[cfg(test)]
mod tests;
mod words;

use encoding_rs::{UTF_8, WINDOWS_1256};
use kernel::{Day, Money, Refusal, Result, require};
use serde::Serialize;
use sheets::Limits;
use std::borrow::Cow;
use ts_rs::TS;

kernel::refusals! {
    /// No table of movements stands in the file, and no message of a bank.
    NO_STATEMENT = "bank.no_statement";
    /// A message or document that breaks off, or breaks the rules of its kind. `line` is where.
    DAMAGED = "bank.damaged";
    /// `line` is where; `text` is what stands there.
    DAY_UNREADABLE = "bank.day_unreadable";
    /// `line` is where; `text` is what stands there.
    AMOUNT_UNREADABLE = "bank.amount_unreadable";
    /// A line with money both in and out.
    TWO_SIDES = "bank.two_sides";
    /// A line with no money at all.
    NO_AMOUNT = "bank.no_amount";
    /// The account is not kept in riyals. `currency` is its code.
    CURRENCY = "bank.currency";
    /// More than one account in one file.
    TWO_ACCOUNTS = "bank.two_accounts";
    /// The balance of `line`, or the closing balance where it is empty, should be `wanted` and is `found`.
    SUMS = "bank.sums";
}

/// How a statement came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StatementFormat {
    /// A table: csv, xlsx or ods.
    Table,
    /// SWIFT MT940.
    Mt940,
    /// ISO 20022 camt.053.
    Camt053,
}

/// A booked movement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatementLine {
    /// The number of the row or line in the file, from 1; of the entry in a camt.053.
    pub line: usize,
    /// The day on which it was booked.
    pub day: Day,
    /// The day from which it counts, where the bank says so.
    pub value_day: Option<Day>,
    /// Above zero is money into the account.
    pub amount: Money,
    /// The balance after it, where the bank says so.
    pub balance: Option<Money>,
    /// What the customer called it; empty where the bank gives none.
    pub reference: String,
    /// What the bank calls it; empty where it gives none.
    pub bank_reference: String,
    pub text: String,
}

/// What stands in the file below its header and is no booked movement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftOutLine {
    pub line: usize,
    pub why: WhyLeftOut,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyLeftOut {
    /// An opening or closing balance, taken up as such.
    Balance,
    Total,
    /// Not booked yet; it will stand in a later statement.
    Pending,
    /// Neither a day nor an amount: a remark, a page's foot.
    NoMovement,
    /// The header once more, at the top of a page.
    Header,
}

/// A statement of one account, the oldest line first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Statement {
    pub format: StatementFormat,
    /// As the file names it, mostly an IBAN; empty where it names none.
    pub account: String,
    /// Of the file, or what follows from the first balance; `None` where neither is there.
    pub opening: Option<Money>,
    pub closing: Option<Money>,
    pub lines: Vec<StatementLine>,
    pub left_out: Vec<LeftOutLine>,
}

/// Reads a statement by what stands in the file; its name only names its kind where a table is concerned.
///
/// # Errors
/// A refusal of this crate, which refuses the file whole, or one of `sheets` where the file is a table.
pub fn read(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Statement> {
    require(bytes.len() <= limits.file_bytes, sheets::refusals::TOO_LARGE)?;
    let start = decoded(&bytes[..bytes.len().min(4_096)]);
    let mut statement = if camt::is_one(&start) {
        camt::read(&decoded(bytes))?
    } else if mt940::is_one(&start) {
        mt940::read(&decoded(bytes))?
    } else {
        table::read(&sheets::read(bytes, file_name, limits)?)?
    };
    require(!statement.lines.is_empty() || statement.closing.is_some(), NO_STATEMENT)?;
    oldest_first(&mut statement);
    let first = statement.lines.first();
    statement.opening = statement.opening.or_else(|| first.and_then(|line| less(line.balance?, line.amount)));
    if statement.closing.is_none() {
        statement.closing = statement.lines.last().and_then(|line| line.balance);
    }
    runs(&statement)?;
    Ok(statement)
}

/// Messages are written in ASCII or UTF-8; what is neither is what banks here wrote before.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let (text, _, broken) = UTF_8.decode(bytes);
    // A letter cut in two at the end of the beginning is no reason to take it for another alphabet.
    let broken = broken && std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_some());
    if broken { WINDOWS_1256.decode(bytes).0 } else { text }
}

/// Banks list the newest first as often as the oldest. Days decide; within one day, the balances do.
fn oldest_first(statement: &mut Statement) {
    let days = |lines: &[StatementLine]| lines.windows(2).all(|pair| pair[0].day >= pair[1].day);
    if statement.lines.len() < 2 || !days(&statement.lines) {
        return;
    }
    let descends = statement.lines.first().map(|line| line.day) > statement.lines.last().map(|line| line.day);
    let follows = |pair: &[StatementLine]| match (pair[0].balance, pair[1].balance) {
        (Some(before), Some(after)) => less(after, pair[1].amount) == Some(before),
        _ => true,
    };
    if descends || !statement.lines.windows(2).all(follows) {
        statement.lines.reverse();
    }
}

fn less(balance: Money, amount: Money) -> Option<Money> {
    Money::sum([balance, amount.negated()]).ok()
}

/// The opening balance and the lines give each line's balance and the closing one, where they are given.
fn runs(statement: &Statement) -> Result<()> {
    let differs = |line: String, wanted: Money, found: Money| {
        Refusal::new(SUMS).with("line", line).with("wanted", wanted).with("found", found)
    };
    let mut balance = statement.opening;
    for line in &statement.lines {
        balance = match balance {
            Some(before) => Some(Money::sum([before, line.amount])?),
            None => line.balance,
        };
        if let (Some(wanted), Some(found)) = (balance, line.balance) {
            require(wanted == found, differs(line.line.to_string(), wanted, found))?;
        }
    }
    match (balance, statement.closing) {
        (Some(wanted), Some(found)) => require(wanted == found, differs(String::new(), wanted, found)),
        _ => Ok(()),
    }
}
