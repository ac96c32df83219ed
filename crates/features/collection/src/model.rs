//! Nouns of the collection screen.

use kernel::id::{FundId, LoanId, PartyId};
use kernel::{Day, Money};
use ledger::Method;
use lending::Place;
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which instalments are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueState {
    /// On which something is owed.
    #[default]
    Unpaid,
    /// Paid in full.
    Paid,
    All,
}

/// Instalments due between two days, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskDue {
    pub from: Day,
    pub until: Day,
    #[serde(default)]
    pub state: DueState,
    /// The day as of which they are told: what was paid later, and plans laid since, are left out. Today where none is given.
    #[serde(default)]
    pub day: Option<Day>,
    /// Words, each a part of the loan number, the borrower's name or identity number, or the project; all where empty.
    #[serde(default)]
    pub text: String,
    pub fund: Option<FundId>,
    #[serde(default)]
    pub order: Option<Order>,
    /// Rows of a page, 1–500; 100 where none is given.
    pub limit: Option<i64>,
    #[serde(default)]
    pub offset: i64,
}

/// An instalment that falls due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DueLine {
    pub loan: LoanId,
    pub loan_no: String,
    /// The place of the instalment in the plan, from one.
    pub no: i64,
    pub party: PartyId,
    pub name: String,
    pub mobile: String,
    pub project: String,
    pub fund: FundId,
    pub due: Day,
    /// What falls due in all.
    pub amount: Money,
    pub unpaid: Money,
    /// What else the loan owes from before this day.
    pub overdue: Money,
    pub last_payment: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuePage {
    pub from: Day,
    pub until: Day,
    pub lines: Vec<DueLine>,
    /// Of all pages.
    pub instalments: i64,
    /// What falls due on them in all, and what of it is still owed.
    pub amount: Money,
    pub unpaid: Money,
}

/// A band of days past due, as the board has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum LateBand {
    #[serde(rename = "1-30")]
    Days1To30,
    #[serde(rename = "31-60")]
    Days31To60,
    #[serde(rename = "61-90")]
    Days61To90,
    #[serde(rename = "91-180")]
    Days91To180,
    #[serde(rename = "181")]
    Over180,
}

/// Loans that are late on a day; today where none is given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskLate {
    pub day: Option<Day>,
    pub band: Option<LateBand>,
    /// Late by more than so many days; zero for every late loan.
    pub over: i32,
    pub text: String,
    pub fund: Option<FundId>,
    #[serde(default)]
    pub order: Option<Order>,
    /// Rows of a page, 1–500; 100 where none is given.
    pub limit: Option<i64>,
    pub offset: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LateLine {
    pub loan: LoanId,
    pub loan_no: String,
    pub party: PartyId,
    pub name: String,
    pub mobile: String,
    pub project: String,
    pub fund: FundId,
    /// Days past due of the earliest unpaid instalment, without grace and pauses.
    pub dpd: i32,
    pub band: LateBand,
    /// The due day of the earliest unpaid instalment.
    pub since: Day,
    /// Unpaid on instalments due before the day.
    pub overdue: Money,
    /// Owed in all, rows not yet due included.
    pub outstanding: Money,
    pub last_payment: Option<Day>,
}

/// Worst first: by days past due, then by what is overdue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LatePage {
    pub day: Day,
    pub lines: Vec<LateLine>,
    /// Of all pages.
    pub loans: i64,
    pub overdue: Money,
    pub outstanding: Money,
    /// How many loans each band has, whatever band was asked for.
    pub bands: Vec<LateCount>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LateCount {
    pub band: LateBand,
    pub loans: i64,
    pub overdue: Money,
}

/// Which loans of a portfolio; each figure of the board has its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PortfolioPart")]
pub enum Part {
    /// Something is owed.
    Active,
    /// Nothing is overdue, paid-off loans among them.
    OnTime,
    /// Nothing is owed any more.
    PaidOff,
    /// Money of the borrower is in hand.
    Credit,
    Restructured,
    WrittenOff,
}

/// Every loan whose money was out on a day, or a part of them; today where no day is given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskPortfolio {
    pub day: Option<Day>,
    pub part: Option<Part>,
    pub text: String,
    pub fund: Option<FundId>,
    #[serde(default)]
    pub order: Option<Order>,
    /// Rows of a page, 1–500; 100 where none is given.
    pub limit: Option<i64>,
    pub offset: i64,
}

/// A loan as it stood at the end of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PortfolioLine {
    pub loan: LoanId,
    pub loan_no: String,
    pub party: PartyId,
    pub name: String,
    pub project: String,
    pub fund: FundId,
    /// Paid out, tranches included.
    pub lent: Money,
    /// Repaid, refunds taken off.
    pub paid: Money,
    pub outstanding: Money,
    /// Unpaid on instalments due before the day.
    pub overdue: Money,
    pub credit: Money,
    /// Days past due, zero where nothing is late.
    pub dpd: i32,
    pub restructured: bool,
    pub written_off: bool,
    /// Given up for lost when it was written off; zero for all others.
    pub given_up: Money,
}

/// The largest outstanding first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PortfolioPage {
    pub day: Day,
    pub lines: Vec<PortfolioLine>,
    /// Of all pages.
    pub loans: i64,
    pub lent: Money,
    pub paid: Money,
    pub outstanding: Money,
    pub overdue: Money,
    pub credit: Money,
    pub given_up: Money,
}

/// Payments of borrowers on value days between two days, both included, with what was handed back to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskReceived {
    pub from: Day,
    pub until: Day,
    /// As it was known at the end of this day; today where none is given.
    #[serde(default)]
    pub day: Option<Day>,
    /// Words, each a part of the loan number, the borrower's name or identity number, or the project; all where empty.
    #[serde(default)]
    pub text: String,
    pub fund: Option<FundId>,
    #[serde(default)]
    pub order: Option<Order>,
    /// Rows of a page, 1–500; 100 where none is given.
    pub limit: Option<i64>,
    #[serde(default)]
    pub offset: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReceivedLine {
    pub loan: LoanId,
    pub loan_no: String,
    pub place: Place,
    pub party: PartyId,
    pub name: String,
    pub project: String,
    pub fund: FundId,
    /// The value day.
    pub on: Day,
    /// Below zero for money handed back.
    pub amount: Money,
    pub method: Option<Method>,
    pub reference: String,
    /// Who brought the money, where it was not the borrower.
    pub payer: String,
    /// Of the receipt that came with an import, or of the voucher.
    pub number: String,
}

/// Newest first. What was undone by the day is not among them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReceivedPage {
    pub from: Day,
    pub until: Day,
    pub lines: Vec<ReceivedLine>,
    /// Of all pages.
    pub payments: i64,
    pub amount: Money,
}
