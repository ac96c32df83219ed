//! What the screens of lending are given.

use crate::changes::plan::ChangePlan;
use crate::changes::{ChangeCause, ChangeKind};
use crate::inputs::DeferralChoice;
use crate::model::{
    Guarantee, LoanDecision, LoanPhase, Product, Project, Tranche, TrancheCondition, TrancheKind, TrancheState,
};
use crate::requests::LoanRequest;
use approvals::Approval;
use kernel::id::{EntryId, FundId, LoanId, PartyId, PaymentId, PersonId, ProductId, ProjectId, TrancheId};
use kernel::{Day, Moment, Money};
use ledger::{AccountCode, Method};
use lending::{EventKind, Place, RowKind, Terms};
use office::gate::Condition;
use office::record::RecordVersion;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LoanProducts")]
pub struct Products {
    pub products: Vec<Product>,
    /// The versions of those that were changed, by their id.
    pub records: BTreeMap<String, RecordVersion>,
    /// The funds a loan may be paid out of: whoever proposes one need not see the books.
    pub funds: Vec<LendingFund>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LendingFund {
    pub id: FundId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LoanProjects")]
pub struct Projects {
    pub projects: Vec<Project>,
    pub total: i64,
}

/// A project with its loans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LoanProjectSheet")]
pub struct ProjectSheet {
    pub project: Project,
    pub record: RecordVersion,
    pub loans: Vec<LoanLine>,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanLine {
    pub loan: LoanId,
    pub loan_no: String,
    pub party: PartyId,
    pub borrower: String,
    pub mobile: String,
    pub project: ProjectId,
    pub project_name: String,
    pub fund: FundId,
    pub fund_name: String,
    pub phase: LoanPhase,
    pub amount: Money,
    pub paid_out: Money,
    pub repaid: Money,
    pub outstanding: Money,
    pub credit: Money,
    /// What is owed on rows due before today.
    pub overdue: Money,
    /// Days since the earliest of them was due; zero where nothing is late.
    pub days_late: i32,
    /// The earliest row with something owed, and what it owes.
    pub next_due: Option<Day>,
    pub next_amount: Money,
    pub last_paid_on: Option<Day>,
    pub last_paid: Money,
    pub restructured: bool,
    pub imported: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanPhaseCount {
    pub phase: LoanPhase,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanFundCount {
    pub fund: FundId,
    pub name: String,
    pub count: i64,
}

/// How many loans stand behind each chip, every other filter kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct LoanCounts {
    pub phase: Vec<LoanPhaseCount>,
    pub fund: Vec<LoanFundCount>,
    pub late: i64,
    pub restructured: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanPage {
    pub lines: Vec<LoanLine>,
    pub total: i64,
    /// Over all lines that fit, not only this page.
    pub outstanding: Money,
    pub counts: Option<LoanCounts>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundLoans {
    pub loans: Vec<LoanLine>,
}

/// How a row of the plan stands on the day of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowState {
    Paid,
    /// Paid whole, some of it after its day.
    PaidLate,
    Partial,
    Upcoming,
    /// Its day has passed; part of it may be paid.
    Overdue,
    /// A row of zero that waits for nothing: grace, deferral, or a row that was laid anew.
    Empty,
}

/// A row of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanRow {
    /// From 1, by due day.
    pub no: u32,
    pub kind: RowKind,
    pub due: Day,
    pub amount: Money,
    pub paid: Money,
    pub outstanding: Money,
    pub state: RowState,
    /// Days late: of an overdue row to the day of the sheet, of one paid late to the day it was whole.
    pub days_late: i32,
    /// The day it was whole.
    pub paid_on: Option<Day>,
}

/// What of a payment went to one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaidRow {
    pub no: u32,
    pub due: Day,
    pub amount: Money,
}

/// One line of a loan's story: an event, a decision, or a step of a tranche.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StoryLine {
    /// `proposed`, `approved`, `rejected`, `cancelled`; the kind of an event (`repay`, `tranche`, `undo` …); or
    /// `tranche_<step>`. The key of its words: `loans.story.<kind>`.
    pub kind: String,
    /// The place of the event; none for what is no event.
    pub place: Option<Place>,
    /// The number of the tranche it is about.
    pub tranche: Option<i64>,
    /// The value day.
    pub on: Day,
    pub at: Moment,
    pub by_name: String,
    pub amount: Money,
    pub method: Option<Method>,
    pub reference: String,
    pub payer: String,
    pub note: String,
    /// Whether an earlier register told of it: `by_name` only brought it in.
    pub imported: bool,
    pub entry: Option<EntryId>,
    /// The number of the entry's voucher, or of the receipt that came with an import.
    pub number: String,
    /// The undo that took it back.
    pub undone_by: Option<Place>,
    /// What an undo took back.
    pub target: Option<Place>,
    /// Whether an undo would be taken; whether the person may is another matter.
    pub can_undo: bool,
    /// Where the money of a repayment lies now.
    pub rows: Vec<PaidRow>,
    /// What no row has taken.
    pub credit: Money,
    /// Of a change of terms: how, and why.
    pub terms: Option<EventKind>,
    pub cause: Option<ChangeCause>,
    /// Whether an annex can be printed.
    pub annex: bool,
}

/// A tranche with what it needs to go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TrancheSheet {
    pub tranche: Tranche,
    /// What must hold before it is approved and paid; empty once it is paid or cancelled.
    pub conditions: Vec<TrancheCondition>,
    /// What other features ask for beside them, before the step that is next.
    pub gates: Vec<Condition>,
    /// The states it may be led to now, the conditions aside.
    pub next: Vec<TrancheState>,
    /// Whether it was planned because more was lent than was decided first.
    pub top_up: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LastPayment {
    pub on: Day,
    pub amount: Money,
}

/// Everything on the page of a loan, as it stood at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanSheet {
    pub id: LoanId,
    pub loan_no: String,
    /// The day of the sheet.
    pub day: Day,
    pub party: PartyId,
    pub borrower: String,
    pub borrower_file_no: String,
    pub mobile: String,
    pub project: Project,
    pub product: ProductId,
    pub product_name: String,
    pub product_version: i64,
    pub fund: FundId,
    pub fund_name: String,
    pub guarantee: Guarantee,
    pub purpose: String,
    pub terms: Terms,
    pub imported: bool,

    pub decision: LoanDecision,
    pub asked_by: PersonId,
    pub asked_by_name: String,
    pub asked_at: Moment,
    pub decided_by_name: Option<String>,
    pub decided_at: Option<Moment>,
    pub decision_note: String,
    /// What the one who decides should know, each the key of its words: `loans.warning.<key>`.
    pub warnings: Vec<String>,
    /// What other features ask for before it is approved; empty once it is decided.
    pub gates: Vec<Condition>,

    pub phase: LoanPhase,
    /// Days since the earliest open row was due; zero where nothing is late.
    pub days_late: i32,
    pub overdue: Money,
    pub overdue_since: Option<Day>,
    pub restructured: bool,

    pub amount: Money,
    pub paid_out: Money,
    pub paid_out_in_kind: Money,
    pub paid_out_cash: Money,
    /// The most of this loan that may be paid out in cash.
    pub cash_limit: Money,
    pub cash_limit_percent: u8,
    pub repaid: Money,
    pub forgiven: Money,
    pub written_off: Money,
    /// What came in on it afterwards.
    pub recovered: Money,
    /// Fees that are owed.
    pub fees: Money,
    pub outstanding: Money,
    pub credit: Money,
    pub last_payment: Option<LastPayment>,
    /// The earliest row with something owed.
    pub next: Option<PlanRow>,
    pub ends_on: Day,

    pub tranches: Vec<TrancheSheet>,
    /// The plan of the whole amount while no money is out.
    pub rows: Vec<PlanRow>,
    /// Newest first.
    pub story: Vec<StoryLine>,
    /// Refunds and forgiveness that wait for other people.
    pub requests: Vec<LoanRequest>,
}

/// What a change of terms would do, before it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanChangePreview {
    pub plan: ChangePlan,
    /// What is given up by it; zero where the whole stays what it was.
    pub given_up: Money,
    /// Whether the committee decides.
    pub by_committee: bool,
    pub entry: Vec<PreviewLine>,
}

/// A change that may be asked for, or why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanChoice {
    pub kind: ChangeKind,
    pub by_committee: bool,
    /// Each the key of its words: `loan.change.gap.<key>`; none where it may be asked for.
    pub gaps: Vec<String>,
}

/// An instalment that something is owed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenDue {
    pub due: Day,
    pub outstanding: Money,
}

/// What of a loan can be changed today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanChoices {
    pub choices: Vec<LoanChoice>,
    pub dues: Vec<OpenDue>,
    /// Fees that are owed.
    pub fees: Money,
}

/// A loan that is put off with others, or why it cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeferredLoan {
    pub loan: LoanId,
    pub loan_no: String,
    pub borrower: String,
    pub outstanding: Money,
    /// The instalment from which on everything moves.
    pub from_due: Day,
    pub ends_before: Day,
    pub ends_after: Day,
    /// Why it cannot be put off: the code of a refusal, and what its sentence is filled with.
    pub gap: Option<String>,
    pub gap_args: BTreeMap<String, String>,
    /// Whether it is not what it was when this was asked for.
    pub stale: bool,
}

/// Many loans as they would be put off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeferralPreview {
    pub loans: Vec<DeferredLoan>,
    /// How many of them can be put off.
    pub fitting: u32,
    pub outstanding: Money,
}

/// A deferral of many loans: what was asked for, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeferralSheet {
    pub id: PaymentId,
    pub day: Day,
    pub choice: DeferralChoice,
    pub fund_name: Option<String>,
    pub product_name: Option<String>,
    pub cause: ChangeCause,
    pub reason: String,
    /// `waiting`, `approved`, `refused` or `withdrawn`.
    pub state: String,
    pub asked_by: PersonId,
    pub asked_by_name: String,
    pub asked_at: Moment,
    pub approvals: Vec<Approval>,
    /// Why it was refused or taken back.
    pub note: String,
    pub loans: Vec<DeferredLoan>,
}

/// A deferral among others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeferralLine {
    pub id: PaymentId,
    pub due_from: Day,
    pub due_until: Day,
    pub loans: i64,
    pub state: String,
    pub reason: String,
    pub asked_by_name: String,
    pub asked_at: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Deferrals {
    pub deferrals: Vec<DeferralLine>,
}

/// A row of a plan that is only looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlannedRow {
    pub no: u32,
    pub due: Day,
    pub amount: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanPreview {
    pub rows: Vec<PlannedRow>,
    pub amount: Money,
    pub amount_in_words: String,
    pub ends_on: Day,
    /// The most that may be paid out in cash.
    pub cash_limit: Money,
}

/// A row before, by and after a payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RepaidRow {
    pub no: u32,
    pub due: Day,
    pub amount: Money,
    pub paid_before: Money,
    pub by_this: Money,
    pub outstanding_after: Money,
}

/// A line of the entry that would be posted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewLine {
    pub account: AccountCode,
    pub account_name: String,
    /// Debit above zero, credit below.
    pub amount: Money,
}

/// What a payment would do, before it is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanRepaymentPreview {
    pub rows: Vec<RepaidRow>,
    /// What no row takes.
    pub credit: Money,
    /// What is owed before and after, by all that is known today.
    pub owed_before: Money,
    pub owed_after: Money,
    /// Whether the loan is written off, so that no row takes it.
    pub recovered: bool,
    pub amount_in_words: String,
    pub fund: FundId,
    pub fund_name: String,
    pub entry: Vec<PreviewLine>,
    /// A payment of this amount on this day is recorded already.
    pub same_recorded: bool,
}

/// What paying a tranche would do, before it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanPaymentPreview {
    pub amount: Money,
    pub amount_in_words: String,
    pub fund: FundId,
    pub fund_name: String,
    /// The supplier of what was delivered, or the borrower.
    pub paid_to: String,
    pub entry: Vec<PreviewLine>,
}

/// A repayment that stands: where in the loan, and the number of what the office hands over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RepaymentReceipt {
    pub place: Place,
    /// The number of the receipt voucher, or of a receipt that came with an import.
    pub number: String,
}

/// The part of a purchase or of cash among what was paid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PaidOut {
    pub in_kind: Money,
    pub cash: Money,
}

impl PaidOut {
    /// # Errors
    /// Only when sums are beyond what money can be.
    pub fn add(&mut self, kind: TrancheKind, amount: Money) -> kernel::Result<()> {
        let sum = match kind {
            TrancheKind::InKind => &mut self.in_kind,
            TrancheKind::Cash => &mut self.cash,
        };
        *sum = sum.plus(amount)?;
        Ok(())
    }
}

/// A tranche that waits, with all that must hold before it is led on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingTranche {
    pub tranche: TrancheId,
    pub loan: LoanId,
    pub loan_no: String,
    pub no: i64,
    pub party: PartyId,
    pub borrower: String,
    pub project_name: String,
    pub fund: FundId,
    pub fund_name: String,
    pub kind: TrancheKind,
    pub state: TrancheState,
    pub amount: Money,
    /// The supplier, or the borrower.
    pub paid_to: String,
    /// Since when it stands where it stands, and who led it there.
    pub since: Day,
    pub by_name: String,
    pub conditions: Vec<TrancheCondition>,
    pub gates: Vec<Condition>,
    /// Why the person who asks does not lead it on: the code of a refusal.
    pub barred: Option<String>,
    /// All holds, and the person who asks is another one.
    pub ready: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingTranches {
    pub lines: Vec<WaitingTranche>,
    /// Of all pages.
    pub total: i64,
    pub amount: Money,
}

/// A chosen tranche, with why it would be skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TrancheToLead {
    pub tranche: TrancheId,
    pub loan_no: String,
    pub no: i64,
    pub borrower: String,
    pub fund: FundId,
    pub amount: Money,
    /// The code of a refusal.
    pub gap: Option<String>,
    pub gap_args: BTreeMap<String, String>,
}

/// What of a fund the chosen tranches take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FundToPay {
    pub fund: FundId,
    pub fund_name: String,
    pub tranches: i64,
    pub amount: Money,
    /// In hand now, and with all of them paid.
    pub cash: Money,
    pub after: Money,
    /// Not all of them can be paid: the last ones will be skipped.
    pub short: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TranchesPreview {
    pub fitting: u32,
    /// Of those that fit.
    pub amount: Money,
    pub funds: Vec<FundToPay>,
    pub lines: Vec<TrancheToLead>,
}

/// What one press did; the first few of those that were skipped are named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TranchesLed {
    pub done: u32,
    pub amount: Money,
    pub skipped: u32,
    pub named: Vec<SkippedTranche>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SkippedTranche {
    pub loan_no: String,
    pub no: i64,
    /// The code of the refusal.
    pub code: String,
    pub args: BTreeMap<String, String>,
}
