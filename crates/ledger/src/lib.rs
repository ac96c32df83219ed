//! Double entry and nothing else: accounts, funds, periods, entries, seals, reversals, balances.
//!
//! The fund is a self-balancing dimension: every entry sums to zero as a whole and within each fund. Entries, lines and
//! seals are only ever added; a correction is an exact reversal that points at its entry. What may be posted is checked
//! here by [`NewEntry`], and again by the triggers of the database, which refuse with the same codes whoever writes.
//!
//! No feature is known here: a loan or a party is an identifier on a line, and a posting rule lives with the feature
//! whose event it answers to.

#![deny(clippy::float_arithmetic)]

pub mod account;
pub mod balance;
mod entry;
pub mod fund;
mod hledger;
pub mod journal;
mod named;
mod opening;
pub mod period;
mod post;
pub mod refusals;
mod seal;
mod verify;

pub use account::{Account, AccountCode, AccountType, chart};
pub use balance::{
    AccountLedger, Balance, FundTotals, TrialRow, account_lines, balances, cash_of, control_balance, fund_totals,
    loan_balances, trial_balance,
};
pub use entry::{Line, MANUAL, Method, NewEntry, Posted, REVERSAL, TRANSFER, VoucherKind, VoucherNumber};
pub use fund::{Fund, FundClass, FundKind, NewFund};
pub use hledger::hledger_journal;
pub use journal::{Entry, EntryLine, Head, JournalFilter, JournalRow};
pub use opening::require_takes;
pub use period::{Period, PeriodId, PeriodState};
pub use post::{NewReversal, counter, post, reverse};
pub use refusals::REFUSALS;
pub use verify::{Findings, is_read_only, verify, verify_and_guard};
