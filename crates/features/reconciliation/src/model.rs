//! Nouns of the reconciliation.

use bank::Statement;
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A statement a person chose.
#[derive(Debug, Deserialize, TS)]
pub struct StatementFile {
    /// As the file is called; it is read by what stands in it.
    pub name: String,
    /// Of the file that was brought in.
    pub ticket: String,
}

/// A statement, and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatementPreview {
    pub statement: Statement,
    /// The bank, where the account's number tells it; empty otherwise.
    pub bank: String,
    /// The funds whose money is kept in this account; none where the office knows no such account.
    pub funds: Vec<String>,
    pub first: Option<Day>,
    pub last: Option<Day>,
    /// Money into the account, and how many lines brought it.
    pub into: Money,
    pub into_lines: usize,
    /// Money out of it, above zero.
    pub out: Money,
    pub out_lines: usize,
}
