//! What the commands of lending take.

use crate::changes::{ChangeCause, LoanChange};
use crate::model::{Guarantee, LoanCalendar, LoanPhase, ProductTerms, ProjectState, TrancheKind};
use kernel::id::{FundId, LoanId, PartyId, PaymentId, ProductId, ProjectId, TrancheId};
use kernel::{Day, Money};
use ledger::Method;
use lending::Place;
use office::list;
use office::order::Order;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU16;
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveProduct {
    pub id: ProductId,
    pub name: String,
    #[serde(default = "yes")]
    pub offered: bool,
    pub terms: ProductTerms,
    /// The version of the record the change began from; 0 for a new one. `version` is what a product calls the edition of
    /// its terms.
    #[serde(default)]
    pub record_version: i64,
}

const fn yes() -> bool {
    true
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenProject {
    pub id: ProjectId,
    pub party: PartyId,
    pub name: String,
    #[serde(default)]
    pub activity: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeProject {
    pub id: ProjectId,
    pub name: String,
    #[serde(default)]
    pub activity: String,
    pub state: ProjectState,
    /// Needed where the state changes.
    #[serde(default)]
    pub reason: String,
    /// The version the change began from.
    #[serde(default)]
    pub version: i64,
}

/// Which projects to show; all where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct ListProjects {
    pub party: Option<PartyId>,
    pub text: String,
    pub state: Option<ProjectState>,
    #[serde(default)]
    pub order: Option<Order>,
    pub offset: i64,
    /// 1–500; 100 when left out.
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichProject {
    pub project: ProjectId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichLoan {
    pub loan: LoanId,
}

/// A loan that was proposed, and the number people call it by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProposedLoan {
    pub id: LoanId,
    pub loan_no: String,
}

/// A product that was saved; changed terms are a version of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct SavedProduct {
    pub id: ProductId,
    pub version: i64,
}

/// A loan, as it stood at the end of a day; today where none is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LoanOnDay {
    pub loan: LoanId,
    #[serde(default)]
    pub day: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewTranche {
    pub id: TrancheId,
    pub amount: Money,
    pub kind: TrancheKind,
    #[serde(default)]
    pub supplier: String,
    #[serde(default)]
    pub item: String,
}

/// The project of a new loan: one there is, or one that is opened with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ForProject {
    Known(ProjectId),
    New(OpenProject),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProposeLoan {
    pub id: LoanId,
    pub project: ForProject,
    pub product: ProductId,
    pub fund: FundId,
    pub amount: Money,
    pub instalments: NonZeroU16,
    pub calendar: LoanCalendar,
    /// One month after the money is out, where it is left open.
    #[serde(default)]
    pub first_due: Option<Day>,
    #[serde(default)]
    pub guarantee: Guarantee,
    #[serde(default)]
    pub purpose: String,
    /// Together the whole amount, in the order they are to be paid.
    pub tranches: Vec<NewTranche>,
}

/// A decision about a proposed loan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct DecideLoan {
    pub loan: LoanId,
    /// Needed to reject or cancel.
    #[serde(default)]
    pub note: String,
}

/// The plan a loan would have.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct PreviewPlan {
    pub product: ProductId,
    pub amount: Money,
    pub instalments: NonZeroU16,
    pub calendar: LoanCalendar,
    #[serde(default)]
    pub first_due: Option<Day>,
    /// The day the money is thought to go out; today where none is given.
    #[serde(default)]
    pub start: Option<Day>,
}

/// A tranche as it would be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct PreviewPayment {
    pub tranche: TrancheId,
    pub day: Day,
    pub method: Method,
}

/// A payment as it would be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct PreviewRepayment {
    pub loan: LoanId,
    pub day: Day,
    pub amount: Money,
}

/// A question to the list. What is left out does not narrow it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(default)]
pub struct ListLoans {
    /// Loan number, borrower, identity number or project, however spelled, or parts of them.
    pub text: String,
    pub phase: Vec<LoanPhase>,
    /// Only loans that are late today, or only those that are not.
    pub late: Option<bool>,
    /// Only loans whose plan was changed after money was out, or only the others.
    pub restructured: Option<bool>,
    pub fund: Option<FundId>,
    pub party: Option<PartyId>,
    pub project: Option<ProjectId>,
    pub order: Option<Order>,
    pub offset: i64,
    /// 1–500; 100 when left out.
    pub limit: Option<i64>,
    /// Whether to count for the chips, too.
    pub counts: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct FindLoans {
    pub text: String,
    /// 1–50; 8 when left out.
    #[serde(default)]
    pub limit: Option<i64>,
}

/// A repayment. Its identifier is made where it is typed, so that it is recorded once however often it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordRepayment {
    pub id: PaymentId,
    pub loan: LoanId,
    pub day: Day,
    pub amount: Money,
    pub method: Method,
    #[serde(default)]
    pub reference: String,
    /// Who brought the money, where it was not the borrower.
    #[serde(default)]
    pub payer: String,
    #[serde(default)]
    pub note: String,
}

/// Money handed back out of the borrower's credit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordRefund {
    pub id: PaymentId,
    pub loan: LoanId,
    pub day: Day,
    pub amount: Money,
    pub method: Method,
    #[serde(default)]
    pub reference: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ForgiveLoan {
    pub id: PaymentId,
    pub loan: LoanId,
    pub day: Day,
    pub amount: Money,
    pub reason: String,
}

/// A change of terms as it would be.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct PreviewChange {
    pub loan: LoanId,
    /// Its value day.
    pub day: Day,
    pub change: LoanChange,
}

/// A change of terms, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskChange {
    /// The identifier of the request.
    pub id: PaymentId,
    pub loan: LoanId,
    pub day: Day,
    pub change: LoanChange,
    pub cause: ChangeCause,
    pub reason: String,
}

/// A change that stands, by the place of its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct WhichAnnex {
    pub loan: LoanId,
    pub place: Place,
}

/// Which loans are put off together: those with an instalment due in some days, and from that one on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeferralChoice {
    pub due_from: Day,
    pub due_until: Day,
    #[serde(default)]
    pub fund: Option<FundId>,
    #[serde(default)]
    pub product: Option<ProductId>,
    /// By how many instalments.
    pub periods: NonZeroU16,
    /// The value day of the events; today where none is given.
    #[serde(default)]
    pub day: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskDeferral {
    /// The identifier of the deferral and of its request.
    pub id: PaymentId,
    pub choice: DeferralChoice,
    /// The chosen loans among those the choice finds.
    pub loans: Vec<LoanId>,
    pub cause: ChangeCause,
    pub reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichDeferral {
    pub deferral: PaymentId,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct DropDeferral {
    pub deferral: PaymentId,
    pub reason: String,
}

/// A refund, forgiveness or undo that waits.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct WhichRequest {
    pub request: PaymentId,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct DropRequest {
    pub request: PaymentId,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoEvent {
    /// The identifier of the request.
    pub id: PaymentId,
    pub loan: LoanId,
    pub place: Place,
    /// Not before the event's own day, and in an open month.
    pub day: Day,
    pub reason: String,
}

/// A repayment whose receipt is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct WhichRepayment {
    pub loan: LoanId,
    pub place: Place,
}

/// A tranche more, while the tranches do not yet make up the whole amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanTranche {
    pub id: TrancheId,
    pub loan: LoanId,
    pub amount: Money,
    pub kind: TrancheKind,
    #[serde(default)]
    pub supplier: String,
    #[serde(default)]
    pub item: String,
}

/// A tranche that nobody has approved yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeTranche {
    pub tranche: TrancheId,
    pub amount: Money,
    pub kind: TrancheKind,
    #[serde(default)]
    pub supplier: String,
    #[serde(default)]
    pub item: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepTranche {
    pub tranche: TrancheId,
    /// Needed to cancel.
    #[serde(default)]
    pub note: String,
}

/// What was bought has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeliverTranche {
    pub tranche: TrancheId,
    pub day: Day,
    /// As planned where it is left empty.
    #[serde(default)]
    pub supplier: String,
    /// The number on the supplier's invoice.
    #[serde(default)]
    pub invoice: String,
    #[serde(default)]
    pub note: String,
}

/// Somebody has seen what the money became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VerifyTranche {
    pub tranche: TrancheId,
    /// The day it was seen; today where it is left out.
    #[serde(default)]
    pub day: Option<Day>,
    #[serde(default)]
    pub note: String,
}

list! {
    /// What tranches wait for that are led on together.
    PayoutStep { Approval = "approval", Payment = "payment" }
}

/// Tranches that wait for one step, in the order they came to wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListWaitingTranches {
    pub step: PayoutStep,
    #[serde(default)]
    pub fund: Option<FundId>,
    /// Words, each a part of the loan number, the borrower's name or the project; all where empty.
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub order: Option<Order>,
    /// Rows of a page, 1–500; 100 where none is given.
    #[serde(default)]
    pub limit: Option<i64>,
    #[serde(default)]
    pub offset: i64,
}

/// Tranches that were chosen, up to 500, and how they would be paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChosenTranches {
    pub step: PayoutStep,
    pub tranches: Vec<TrancheId>,
    /// Of a payment; today where none is given.
    #[serde(default)]
    pub day: Option<Day>,
    /// Of a payment; a transfer where none is given.
    #[serde(default)]
    pub method: Option<Method>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApproveTranches {
    pub tranches: Vec<TrancheId>,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PayTranches {
    pub tranches: Vec<TrancheId>,
    pub day: Day,
    pub method: Method,
    /// Of the one order that pays all of them.
    #[serde(default)]
    pub reference: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PayTranche {
    pub tranche: TrancheId,
    pub day: Day,
    pub method: Method,
    #[serde(default)]
    pub reference: String,
    #[serde(default)]
    pub note: String,
}
