//! Nouns of purchases.

use kernel::id::{ApplicationId, AssetId, LoanId, PartyId, PersonId, ProductId, ProjectId, PurchaseId, TrancheId};
use kernel::{Day, Moment, Money};
use loans::LoanPhase;
use office::gate::Condition;
use office::list;
use office::record::RecordVersion;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    /// Where a purchase stands: quotes are gathered, the order waits for another person, it is ordered, some of it came, all
    /// of it came, another person has seen it, or nobody wants it any more.
    PurchaseState {
        Draft = "draft", Waiting = "waiting", Ordered = "ordered", Part = "part", Came = "came", Verified = "verified",
        Cancelled = "cancelled",
    }
}
list! {
    /// How it was when it came.
    ArrivalCondition { Good = "good", Damaged = "damaged", Incomplete = "incomplete", Different = "different" }
}
list! {
    /// Who did not want it any more: the association, or the supplier.
    PurchaseEnd { Ours = "ours", Supplier = "supplier" }
}
list! {
    AssetState { InUse = "in_use", Damaged = "damaged", Lost = "lost", Sold = "sold", Returned = "returned" }
}
list! {
    /// What became of an asset, or that it was seen.
    AssetEventKind {
        InUse = "in_use", Damaged = "damaged", Lost = "lost", Sold = "sold", Returned = "returned", Seen = "seen",
    }
}

impl PurchaseState {
    /// Whether it was ordered and not cancelled since.
    pub const fn is_ordered(self) -> bool {
        matches!(self, Self::Ordered | Self::Part | Self::Came | Self::Verified)
    }

    /// Whether something of it may still come.
    pub const fn is_coming(self) -> bool {
        matches!(self, Self::Ordered | Self::Part)
    }

    /// Whether its amount counts against its tranche.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Waiting) || self.is_ordered()
    }
}

/// A purchase as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseLine {
    pub purchase: PurchaseId,
    pub loan: LoanId,
    pub loan_no: String,
    pub borrower: String,
    pub project_name: String,
    pub tranche: TrancheId,
    pub tranche_no: i64,
    pub title: String,
    pub state: PurchaseState,
    /// Once it is ordered: `P-1448-0007`.
    pub order_no: Option<String>,
    pub ordered_on: Option<Day>,
    pub supplier: Option<PartyId>,
    /// Of whom it is bought; empty while nothing was chosen.
    pub supplier_name: String,
    /// Of the quote that was taken; while none is, of the cheapest.
    pub amount: Option<Money>,
    pub quotes: i64,
    pub due_on: Option<Day>,
    /// Whether it was to be here by now.
    pub late: bool,
    /// Pieces that were ordered, and that came.
    pub pieces: i64,
    pub came: i64,
    pub invoiced: Money,
    pub verified_on: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseCount {
    pub state: PurchaseState,
    pub count: i64,
}

/// How many there are in each state of all that fit otherwise, and how many are late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchasePage {
    pub lines: Vec<PurchaseLine>,
    pub total: i64,
    pub counts: Vec<PurchaseCount>,
    pub late: i64,
}

/// A line of what is bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseItem {
    /// 1, 2, 3 … of the purchase.
    pub no: i64,
    pub item: String,
    pub quantity: i64,
    /// Of the whole line, with the tax.
    pub amount: Money,
    pub is_asset: bool,
    pub came: i64,
    /// Pieces that will not come.
    pub short: i64,
}

impl PurchaseItem {
    /// Pieces that may still come.
    pub const fn left(&self) -> i64 {
        self.quantity - self.came - self.short
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseQuote {
    /// The id of the quote.
    pub id: PurchaseId,
    pub supplier: PartyId,
    pub supplier_name: String,
    pub amount: Money,
    pub on: Day,
    pub until: Option<Day>,
    /// Whether its last day has passed.
    pub expired: bool,
    pub note: String,
    pub chosen: bool,
    pub cheapest: bool,
    pub made_by_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ArrivedLine {
    pub no: i64,
    pub item: String,
    pub quantity: i64,
}

/// What came on a day, or went back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseArrival {
    pub id: PurchaseId,
    pub went_back: bool,
    pub on: Day,
    pub condition: ArrivalCondition,
    pub received_by: String,
    pub place: String,
    pub said: String,
    pub lines: Vec<ArrivedLine>,
    pub recorded_by: PersonId,
    pub recorded_by_name: String,
    pub recorded_at: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseInvoice {
    pub id: PurchaseId,
    pub invoice_no: String,
    pub on: Day,
    pub amount: Money,
    pub vat: Money,
    pub reason: String,
    pub made_by_name: String,
    pub voided: bool,
    pub void_reason: String,
}

/// What became of an asset on a day, or that it was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseAssetEvent {
    pub kind: AssetEventKind,
    pub on: Day,
    pub said: String,
    pub by_name: String,
    pub at: Moment,
}

/// What a project owns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseAsset {
    pub id: AssetId,
    pub no: i64,
    pub purchase: PurchaseId,
    pub order_no: String,
    pub line: i64,
    pub loan_no: String,
    pub name: String,
    pub serial: String,
    pub state: AssetState,
    pub state_on: Day,
    /// Why, of a state other than in use.
    pub said: String,
    /// The day it came.
    pub came_on: Day,
    pub seen_on: Option<Day>,
    /// Whether another person than who recorded it has seen it.
    pub verified_by_name: Option<String>,
    pub verified_on: Option<Day>,
    pub events: Vec<PurchaseAssetEvent>,
}

/// An order that waits for another person, or came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseAsk {
    pub asked_by: PersonId,
    pub asked_by_name: String,
    pub asked_at: Moment,
    pub approved_by_name: String,
    pub approved_at: Option<Moment>,
    /// Whether it came back, and why.
    pub returned: bool,
    pub note: String,
}

/// A tranche a purchase may belong to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseTranche {
    pub tranche: TrancheId,
    pub no: i64,
    pub amount: Money,
    pub item: String,
    /// What is not ordered yet.
    pub left: Money,
    /// Whether orders may still be made from it.
    pub open: bool,
    /// Whether its product asks for an order, a delivery and an invoice before it is paid.
    pub asked: bool,
    /// The line of the budget it was applied for with, where it came from an application.
    pub budget: Option<PurchaseBudget>,
}

/// A line of the budget of an application, with the quotes it was studied by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseBudget {
    pub application: ApplicationId,
    pub application_no: String,
    pub item: String,
    pub amount: Money,
    /// Whose quote was taken by the study; empty where none was.
    pub chosen: String,
    pub quotes: Vec<StudiedQuote>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StudiedQuote {
    pub supplier: String,
    pub amount: Money,
    pub until: Option<Day>,
    pub note: String,
}

/// The page of a purchase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseSheet {
    pub line: PurchaseLine,
    pub record: RecordVersion,
    pub phase: LoanPhase,
    pub project: ProjectId,
    pub tranche: PurchaseTranche,
    /// Tranches of the loan it may be moved to, where its own was cancelled.
    pub others: Vec<PurchaseTranche>,
    /// Whether its tranche was cancelled.
    pub stranded: bool,
    /// Whether the loan has taken it over: it is owed, and what came does not go back any more.
    pub booked: bool,
    pub budget_line: Option<String>,
    pub reason: String,
    pub items: Vec<PurchaseItem>,
    pub quotes: Vec<PurchaseQuote>,
    /// How many are asked for.
    pub quotes_needed: i64,
    pub arrivals: Vec<PurchaseArrival>,
    pub invoices: Vec<PurchaseInvoice>,
    pub assets: Vec<PurchaseAsset>,
    pub ask: Option<PurchaseAsk>,
    /// Before it is ordered, or approved, or verified: what must hold, met and missing.
    pub conditions: Vec<Condition>,
    /// Why the person who looks may not approve the order that waits; empty where they may.
    pub cannot_approve: Option<String>,
    /// Whether the person who looks recorded something of what came.
    pub own_delivery: bool,
    pub begun_by_name: String,
    pub begun_at: Moment,
    pub verified_by_name: Option<String>,
    pub verified_note: String,
    pub ended_why: Option<PurchaseEnd>,
    pub ended_reason: String,
    pub ended_by_name: Option<String>,
}

/// What was bought for the project of a loan, and what the project owns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchasesOf {
    pub project: ProjectId,
    pub project_name: String,
    pub purchases: Vec<PurchaseLine>,
    pub assets: Vec<PurchaseAsset>,
    /// Tranches of the loan that buy in kind; none of a project.
    pub tranches: Vec<PurchaseTranche>,
}

/// Who has offered or sold something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseSupplier {
    pub party: PartyId,
    pub name: String,
    pub quotes: i64,
    pub orders: i64,
    pub late: i64,
    pub amount: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseSuppliers {
    pub suppliers: Vec<PurchaseSupplier>,
}

/// What a product asks of what is bought in kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PurchaseTerms {
    /// Whether a tranche in kind above `above` goes on only with an approved order, a delivery and an invoice.
    pub asked: bool,
    pub above: Money,
    /// So many quotes are asked for, for an order above `quotes_above`; one otherwise.
    pub quotes: i64,
    pub quotes_above: Money,
}

/// In riyals.
const USUAL: i64 = 2_000;

impl Default for PurchaseTerms {
    fn default() -> Self {
        let usual = Money::from_riyals(USUAL).unwrap_or(Money::ZERO);
        Self { asked: false, above: usual, quotes: 3, quotes_above: usual }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseRule {
    pub product: ProductId,
    pub terms: PurchaseTerms,
    /// How often it was changed: sent back with a change.
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurchaseRules {
    pub rules: Vec<PurchaseRule>,
    /// Of a product nobody said anything about.
    pub usual: PurchaseTerms,
}
