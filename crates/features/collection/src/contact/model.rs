//! Nouns of calls and promises, and what their commands take.

use crate::model::LateBand;
use kernel::id::{CallId, FundId, LoanId, PartyId, PromiseId};
use kernel::{Day, Moment, Money};
use office::list;
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    /// How a call ended.
    CallOutcome {
        Answered = "answered", NoAnswer = "no_answer", WrongNumber = "wrong_number", Promise = "promise",
        Refuses = "refuses", Hardship = "hardship",
    }
}
list! {
    /// Where a promise stands; the first four follow from what was repaid.
    PromiseStanding {
        Open = "open", Kept = "kept", Partly = "partly", Broken = "broken", Withdrawn = "withdrawn",
        Replaced = "replaced",
    }
}
list! {
    /// Who is called first: who broke a promise, then who is late, then who was spoken to today, last who has promised.
    CallRank { Broken = "broken", Late = "late", CalledToday = "called_today", Promised = "promised" }
}

/// A borrower's word to pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewPromise {
    /// Made by the caller.
    pub id: PromiseId,
    pub amount: Money,
    pub due: Day,
    /// The one that is still open and gives way to this one, and why.
    #[serde(default)]
    pub replaces: Option<PromiseId>,
    #[serde(default)]
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordCall {
    /// Made by the caller.
    pub id: CallId,
    /// What it was about; of several loans the one that is late longest.
    pub loan: LoanId,
    pub outcome: CallOutcome,
    /// Needed where the borrower refuses or is in hardship.
    #[serde(default)]
    pub note: String,
    /// With the outcome «promise», and with no other.
    #[serde(default)]
    pub promise: Option<NewPromise>,
}

/// A promise that was not given on the phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MakePromise {
    pub loan: LoanId,
    pub promise: NewPromise,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WithdrawPromise {
    pub id: PromiseId,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetContactWish {
    pub party: PartyId,
    #[serde(default)]
    pub version: i64,
    /// Whether messages are wanted.
    pub messages: bool,
    #[serde(default)]
    pub said: String,
}

/// Whom to call; everybody late where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskCalls {
    pub text: String,
    pub fund: Option<FundId>,
    pub rank: Option<CallRank>,
    pub order: Option<Order>,
    /// Rows of a page, 1–500; 100 where none is given.
    pub limit: Option<i64>,
    pub offset: i64,
}

/// A call as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CallLine {
    pub call: CallId,
    pub loan: LoanId,
    pub loan_no: String,
    pub party: PartyId,
    pub name: String,
    pub on: Day,
    pub at: Moment,
    pub outcome: CallOutcome,
    pub note: String,
    pub by_name: String,
}

/// A promise as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PromiseLine {
    pub promise: PromiseId,
    pub loan: LoanId,
    pub loan_no: String,
    pub party: PartyId,
    pub name: String,
    pub amount: Money,
    pub due: Day,
    /// The last day on which a repayment keeps it: with the days of grace.
    pub last_day: Day,
    pub made_on: Day,
    pub by_name: String,
    pub standing: PromiseStanding,
    /// What of it was repaid in time.
    pub paid: Money,
    pub kept_on: Option<Day>,
    /// Why it was withdrawn or replaced, by whom and when.
    pub reason: String,
    pub ended_on: Option<Day>,
    pub ended_by_name: String,
}

/// A borrower to be called, over all loans that are late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ToCall {
    pub party: PartyId,
    pub name: String,
    /// All but the last three digits are hidden; the card shows the whole number.
    pub mobile: String,
    /// The loan that is late longest, and how many are late.
    pub loan: LoanId,
    pub loan_no: String,
    pub loans: i64,
    pub dpd: i32,
    pub band: LateBand,
    pub since: Day,
    pub overdue: Money,
    pub outstanding: Money,
    pub last_payment: Option<Day>,
    pub rank: CallRank,
    pub last_call: Option<CallLine>,
    /// The newest that was not withdrawn.
    pub promise: Option<PromiseLine>,
    /// The last call found the number wrong.
    pub wrong_number: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RankCount {
    pub rank: CallRank,
    pub people: i64,
    pub overdue: Money,
}

/// Worst first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CallsPage {
    pub lines: Vec<ToCall>,
    /// Of all pages.
    pub people: i64,
    pub overdue: Money,
    /// Whatever rank was asked for.
    pub ranks: Vec<RankCount>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichBorrower {
    pub party: PartyId,
}

/// A loan of a borrower, as the card shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CardLoan {
    pub loan: LoanId,
    pub loan_no: String,
    pub project: String,
    pub outstanding: Money,
    pub overdue: Money,
    pub dpd: i32,
    pub next_due: Option<Day>,
}

/// What whoever calls has before them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CallCard {
    pub party: PartyId,
    pub name: String,
    pub file_no: String,
    pub mobile: String,
    /// The longest late first.
    pub loans: Vec<CardLoan>,
    pub calls: Vec<CallLine>,
    pub promises: Vec<PromiseLine>,
    /// Whether messages are wanted, what was said of it, and the version of that.
    pub messages: bool,
    pub wish_said: String,
    pub wish_version: i64,
    /// The consent to keep data was taken back.
    pub unconsented: bool,
    /// Days of grace of a promise.
    pub grace: i32,
    /// The farthest day a promise may name.
    pub farthest: Day,
}

/// Calls of a span; all where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListCalls {
    pub text: String,
    pub outcome: Option<CallOutcome>,
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub loan: Option<LoanId>,
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CallLogPage {
    pub lines: Vec<CallLine>,
    pub total: i64,
}

/// Promises; all where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListPaymentPromises {
    pub text: String,
    pub standing: Option<PromiseStanding>,
    pub loan: Option<LoanId>,
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StandingCount {
    pub standing: PromiseStanding,
    pub promises: i64,
    pub amount: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaymentPromisePage {
    pub lines: Vec<PromiseLine>,
    pub total: i64,
    pub amount: Money,
    pub paid: Money,
    /// Whatever standing was asked for.
    pub standings: Vec<StandingCount>,
}
