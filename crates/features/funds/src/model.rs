//! Nouns of the funds' screens.

use approvals::Approval;
use kernel::id::{EntryId, FundId, PersonId};
use kernel::{Day, Moment, Money};
use ledger::{
    Account, AccountCode, AccountLedger, Entry, Fund, FundTotals, JournalFilter, JournalRow, Method, NewFund, Period,
    PeriodId, TrialRow,
};
use office::permission::Role;
use office::record::RecordVersion;
use office::tasks::Task;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A day to look at the funds from; today where none is given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AsOfDay {
    pub day: Option<Day>,
}

/// What a form reads once its fund is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct SavedFund {
    pub id: FundId,
}

/// A voucher that stands in the books: where it is, and the number people call it by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PostedVoucher {
    pub id: EntryId,
    pub number: String,
}

/// A fund with where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FundLine {
    pub fund: Fund,
    pub totals: FundTotals,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FundsScreen {
    pub day: Day,
    pub funds: Vec<FundLine>,
    pub cash: Money,
    pub loans: Money,
    pub investments: Money,
    pub net_assets: Money,
    /// Cash of the funds that lend: what could be lent before anything is set aside.
    pub lendable: Money,
    /// Cash of restricted and endowment funds.
    pub restricted_cash: Money,
    /// The month that is open now; none where nothing was posted yet or all months are closed.
    pub open_period: Option<PeriodId>,
    /// The last month that is closed, up to the day.
    pub closed_period: Option<PeriodId>,
    /// Vouchers that wait for a second person.
    pub waiting: i64,
    /// Verification found the books not as they were written; nothing is posted.
    pub read_only: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FundQuery {
    pub fund: FundId,
    pub from: Day,
    pub until: Day,
}

/// Money that came or went on one account over a period; above zero where the fund gained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FundMovement {
    pub account: AccountCode,
    pub name: String,
    pub amount: Money,
}

/// A fund over a period: from the net assets before it to those after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FundSheet {
    pub fund: Fund,
    pub record: RecordVersion,
    pub from: Day,
    pub until: Day,
    pub net_assets_before: Money,
    pub sources: Vec<FundMovement>,
    pub uses: Vec<FundMovement>,
    pub net_assets_after: Money,
    pub totals: FundTotals,
    /// What stands on each account at the end of the period; debit above zero.
    pub balances: Vec<FundMovement>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct JournalQuery {
    pub filter: JournalFilter,
    /// Rows of a page, 1–500; 100 where none is given.
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JournalPage {
    pub rows: Vec<JournalRow>,
    /// What to ask for as `before` to get the next page; none after the last.
    pub next: Option<i64>,
}

/// For the search over everything: a voucher's number, or words of its narration or counterparty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct FindVouchers {
    pub text: String,
    /// 1–50; 8 where none is given.
    pub limit: Option<i64>,
}

/// Newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundVouchers {
    pub vouchers: Vec<JournalRow>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct EntryQuery {
    pub id: EntryId,
}

/// A voucher as it stands in the books.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VoucherSheet {
    pub entry: Entry,
    /// `RV-2026-000123`
    pub number: String,
    /// The sum of the debits.
    pub amount: Money,
    pub amount_in_words: String,
    /// The voucher of the entry that took this one back, or that this one takes back.
    pub counterpart: Option<String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct TrialQuery {
    pub day: Option<Day>,
    pub fund: Option<FundId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TrialBalance {
    pub day: Day,
    pub fund: Option<Fund>,
    pub rows: Vec<TrialRow>,
    pub debit: Money,
    pub credit: Money,
    pub debit_balance: Money,
    pub credit_balance: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Chart {
    pub accounts: Vec<Account>,
    /// The versions of those that were changed, by their code.
    pub records: BTreeMap<String, RecordVersion>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct AccountQuery {
    pub account: AccountCode,
    pub fund: Option<FundId>,
    pub from: Day,
    pub until: Day,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AccountSheet {
    pub account: Account,
    pub ledger: AccountLedger,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ChangeAccount {
    pub code: AccountCode,
    pub name: String,
    pub postable: bool,
    /// Whether the row was compared with the official chart.
    pub checked: bool,
    /// The version the change began from.
    #[serde(default)]
    pub version: i64,
}

/// The names of a fund and of an account among the records that have versions.
pub const FUND_RECORD: &str = "fund";
pub const ACCOUNT_RECORD: &str = "account";

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ChangeFund {
    #[serde(flatten)]
    pub fund: NewFund,
    /// The version the change began from.
    #[serde(default)]
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Periods {
    pub periods: Vec<Period>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct PeriodInput {
    pub period: PeriodId,
}

/// Closing a month takes a word: that it was gone through, and why what waits in it may wait.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ClosePeriod {
    pub period: PeriodId,
    #[serde(default)]
    pub word: String,
}

/// What waits in a month, for whoever closes it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MonthClosing {
    pub period: Period,
    /// Why it cannot be closed yet: today lies inside it.
    pub today_inside: bool,
    /// Vouchers of this month or an earlier one that wait for an approval, or were returned to whoever wrote them. They
    /// are posted on the first open day.
    pub drafts: Vec<Draft>,
    /// The first day that is open after it: where those are posted.
    pub posts_on: Day,
    /// What else was asked for until its last day and waits for a decision.
    pub approvals: Vec<Task>,
    /// Cheques received until its last day that no bank has paid yet.
    pub cheques: Vec<Cheque>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct RefuseReopening {
    pub period: PeriodId,
    /// Why the month stays closed.
    pub reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct YearInput {
    pub year: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct AskToReopen {
    pub period: PeriodId,
    pub reason: String,
}

/// How a donation came. There is no cash: donations reach the association through its bank only, and what is given in
/// kind is written on a numbered receipt (Fundraising Law, article 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DonationMethod {
    Transfer,
    Deposit,
    Pos,
    Standing,
    Cheque,
    InKind,
}

/// The client makes the identifier, so that a repeated click cannot record a donation twice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct RecordDonation {
    pub id: EntryId,
    pub fund: FundId,
    pub amount: Money,
    pub day: Day,
    pub donor: String,
    pub method: DonationMethod,
    /// Number of the transfer or the cheque.
    #[serde(default)]
    pub reference: String,
    /// What it is for, in the words of the office.
    #[serde(default)]
    pub narration: String,
    /// The income account; the one of the fund's class where none is given.
    pub account: Option<AccountCode>,
}

/// Money to be moved from one fund to another; a second person approves it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct AskTransfer {
    pub id: EntryId,
    pub from: FundId,
    pub to: FundId,
    pub amount: Money,
    pub day: Day,
    pub reason: String,
}

/// A line as a person writes it: one side is filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftLine {
    pub account: AccountCode,
    pub fund: FundId,
    #[serde(default)]
    pub debit: Money,
    #[serde(default)]
    pub credit: Money,
    #[serde(default)]
    pub memo: String,
}

/// The kinds of vouchers a person writes by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HandKind {
    Journal,
    Receipt,
    Payment,
}

/// What a draft becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DraftKind {
    Journal,
    Receipt,
    Payment,
    /// Money moved between funds.
    Transfer,
    /// An entry taken back.
    Reversal,
}

/// A voucher written by hand. Another person approves it; a payment, two others.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct WriteDraft {
    pub id: EntryId,
    pub kind: HandKind,
    pub day: Day,
    pub narration: String,
    #[serde(default)]
    pub counterparty: String,
    pub method: Option<Method>,
    #[serde(default)]
    pub reference: String,
    pub lines: Vec<DraftLine>,
}

/// What a draft keeps until it is decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftContent {
    pub kind: DraftKind,
    pub counterparty: String,
    pub method: Option<Method>,
    pub reference: String,
    pub lines: Vec<DraftLine>,
    /// The entry that a reversal takes back.
    #[serde(default)]
    pub reverses: Option<EntryId>,
    /// A register of another feature wrote it: what it says is not changed by hand, because the register would lie.
    #[serde(default)]
    pub registered: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DraftState {
    Waiting,
    Posted,
    Returned,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Draft {
    pub id: EntryId,
    pub day: Day,
    pub narration: String,
    pub content: DraftContent,
    /// The sum of the debits; what only passes through the accounts between funds is counted once.
    pub amount: Money,
    pub state: DraftState,
    pub made_by: PersonId,
    pub made_by_name: String,
    pub made_at: Moment,
    /// What must be mended, where it was returned.
    pub note: String,
    /// Who approved so far, first to last.
    pub approvals: Vec<Approval>,
    /// How many approvals it needs before it is posted.
    pub approvals_needed: usize,
    /// Whether whoever asks may approve it now.
    pub for_me: bool,
    /// Where its month was closed while it waited: the first open day, on which it is posted.
    pub posts_on: Option<Day>,
}

/// A draft after an approval, and its voucher where that was the last one it needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Decided {
    pub draft: Draft,
    pub voucher: Option<VoucherSheet>,
}

/// What waits for an approval, and what was returned to whoever asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Drafts {
    pub drafts: Vec<Draft>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DecideDraft {
    pub id: EntryId,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ReturnDraft {
    pub id: EntryId,
    /// What must be mended.
    pub note: String,
}

/// An entry to be taken back; another person approves it. The client makes the identifier of the reversal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct AskReversal {
    pub id: EntryId,
    pub entry: EntryId,
    pub day: Day,
    pub reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChequeState {
    /// Received, and not yet paid by its bank.
    Waiting,
    Cleared,
    /// Its receipt was taken back.
    Bounced,
}

/// A cheque somebody gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Cheque {
    /// The entry that received it.
    pub id: EntryId,
    pub voucher: String,
    pub day: Day,
    pub donor: String,
    /// The number on the cheque.
    pub reference: String,
    pub fund: FundId,
    pub fund_name: String,
    pub amount: Money,
    pub state: ChequeState,
    /// The entry that moved it into the bank, and its day.
    pub cleared: Option<EntryId>,
    pub cleared_on: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Cheques {
    pub cheques: Vec<Cheque>,
}

/// The bank paid a cheque. The client makes the identifier of the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct ClearCheque {
    pub id: EntryId,
    pub cheque: EntryId,
    pub day: Day,
}

/// The highest amount a role may approve; none where it may approve any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApprovalLimit {
    pub role: Role,
    pub amount: Option<Money>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApprovalLimits {
    /// The roles that approve vouchers.
    pub limits: Vec<ApprovalLimit>,
}
