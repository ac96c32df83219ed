//! What the commands of purchases take.

use crate::model::{ArrivalCondition, AssetState, PurchaseEnd, PurchaseState, PurchaseTerms};
use kernel::id::{AssetId, LoanId, PartyId, ProductId, ProjectId, PurchaseId, TrancheId};
use kernel::{Day, Money};
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which purchases to show; all but the cancelled ones where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListPurchases {
    pub text: String,
    pub state: Vec<PurchaseState>,
    pub supplier: Option<PartyId>,
    /// Only what was to be here by now.
    pub late: bool,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichPurchase {
    pub purchase: PurchaseId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurchasesOfLoan {
    pub loan: LoanId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurchasesOfProject {
    pub project: ProjectId,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FindSuppliers {
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TypedItem {
    pub item: String,
    pub quantity: i64,
    /// Of the whole line, with the tax.
    pub amount: Money,
    #[serde(default)]
    pub is_asset: bool,
}

/// What is bought, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TypedPurchase {
    pub title: String,
    #[serde(default)]
    pub budget_line: Option<String>,
    #[serde(default)]
    pub due_on: Option<Day>,
    pub items: Vec<TypedItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BeginPurchase {
    pub id: PurchaseId,
    pub tranche: TrancheId,
    pub typed: TypedPurchase,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangePurchase {
    pub purchase: PurchaseId,
    /// The version the change began from.
    pub version: i64,
    pub typed: TypedPurchase,
}

/// A supplier: one the office knows, or a new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TypedSupplier {
    /// Made by the caller, for one the office does not know yet.
    pub id: PartyId,
    #[serde(default)]
    pub name: String,
    /// The unified number of the firm, where it is known.
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub mobile: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddQuote {
    pub id: PurchaseId,
    pub purchase: PurchaseId,
    pub supplier: TypedSupplier,
    pub amount: Money,
    pub on: Day,
    #[serde(default)]
    pub until: Option<Day>,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DropQuote {
    pub purchase: PurchaseId,
    pub quote: PurchaseId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChooseQuote {
    pub purchase: PurchaseId,
    pub quote: PurchaseId,
    /// Why not the cheapest.
    #[serde(default)]
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReturnOrder {
    pub purchase: PurchaseId,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CameLine {
    pub no: i64,
    pub quantity: i64,
    /// Of an asset: a serial number each, as far as they have one.
    #[serde(default)]
    pub serials: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordArrival {
    pub id: PurchaseId,
    pub purchase: PurchaseId,
    pub day: Day,
    pub condition: ArrivalCondition,
    /// Who received it and signed the record.
    pub received_by: String,
    #[serde(default)]
    pub place: String,
    /// What is not as ordered.
    #[serde(default)]
    pub said: String,
    pub lines: Vec<CameLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackLine {
    pub no: i64,
    pub quantity: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GiveBack {
    pub id: PurchaseId,
    pub purchase: PurchaseId,
    pub day: Day,
    pub reason: String,
    /// What is no asset, by its line.
    #[serde(default)]
    pub lines: Vec<BackLine>,
    #[serde(default)]
    pub assets: Vec<AssetId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CloseRest {
    pub purchase: PurchaseId,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordInvoice {
    pub id: PurchaseId,
    pub purchase: PurchaseId,
    pub invoice_no: String,
    pub day: Day,
    /// With the tax.
    pub amount: Money,
    pub vat: Money,
    /// Why it is not what is still to be invoiced of the order.
    #[serde(default)]
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VoidInvoice {
    pub purchase: PurchaseId,
    pub invoice: PurchaseId,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VerifyPurchase {
    pub purchase: PurchaseId,
    pub day: Day,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CancelPurchase {
    pub purchase: PurchaseId,
    pub why: PurchaseEnd,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovePurchase {
    pub purchase: PurchaseId,
    pub tranche: TrancheId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeAsset {
    pub asset: AssetId,
    pub state: AssetState,
    pub day: Day,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeeAsset {
    pub asset: AssetId,
    pub day: Day,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichAsset {
    pub asset: AssetId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavePurchaseRule {
    pub product: ProductId,
    pub terms: PurchaseTerms,
    /// The version the change began from.
    #[serde(default)]
    pub version: i64,
}

/// The record of what came: to be filled in by hand, or as it was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichArrivals {
    pub purchase: PurchaseId,
    #[serde(default)]
    pub blank: bool,
}
