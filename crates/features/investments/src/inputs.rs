//! What the commands of investments take.

use crate::model::{
    AllocationApplies, AllocationBase, DepositUse, IncomeProof, InvestmentFacts, InvestmentKind, InvestmentStanding,
    ReceiptWay, RentStanding, UnitFacts, UnitStanding,
};
use investing::LeaseCalendar;
use kernel::id::{
    AllocationRuleId, AllocationVersionId, EntryId, FundId, InvestmentId, LeaseChequeId, LeaseId, MaintenanceId,
    PartyId, UnitId,
};
use kernel::{Day, Money};
use office::order::Order;
use parties::{PartyFacts, TypedIdentity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListInvestments {
    pub text: String,
    pub kind: Vec<InvestmentKind>,
    pub standing: Vec<InvestmentStanding>,
    pub fund: Option<FundId>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct WhichInvestment {
    pub investment: InvestmentId,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListUnits {
    pub text: String,
    pub standing: Vec<UnitStanding>,
    pub investment: Option<InvestmentId>,
    /// Let, and the lease ends within the days that are told.
    pub ending: bool,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListRents {
    pub text: String,
    pub standing: Vec<RentStanding>,
    pub investment: Option<InvestmentId>,
    pub lease: Option<LeaseId>,
    pub due_from: Option<Day>,
    pub due_until: Option<Day>,
    /// As the books stood at the end of this day; without it, today.
    pub on: Option<Day>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct WhichLease {
    pub lease: LeaseId,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(default)]
pub struct FindTenants {
    pub text: String,
}

/// The client makes the identifier, so that a repeated click cannot add it twice.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ProposeInvestment {
    pub id: InvestmentId,
    pub facts: InvestmentFacts,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeInvestment {
    pub id: InvestmentId,
    pub version: i64,
    pub facts: InvestmentFacts,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct NoteInvestment {
    pub id: InvestmentId,
    pub version: i64,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ApproveInvestment {
    pub id: InvestmentId,
    pub version: i64,
    /// The most that may be paid for it.
    pub approved_cost: Money,
    /// The decision with its number and day.
    pub decision: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ValueInvestment {
    pub investment: InvestmentId,
    pub version: i64,
    pub day: Day,
    pub amount: Money,
    pub said_by: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BuyInvestment {
    pub id: EntryId,
    pub investment: InvestmentId,
    pub day: Day,
    pub amount: Money,
    pub seller: String,
    #[serde(default)]
    pub reference: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SellInvestment {
    pub id: EntryId,
    pub investment: InvestmentId,
    pub day: Day,
    pub proceeds: Money,
    /// What of it is sold, in hundredths of a per cent.
    pub share_points: u32,
    pub buyer: String,
    #[serde(default)]
    pub reference: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReceiveReturn {
    pub id: EntryId,
    pub investment: InvestmentId,
    #[serde(default)]
    pub unit: Option<UnitId>,
    pub day: Day,
    pub amount: Money,
    pub from: String,
    pub way: ReceiptWay,
    #[serde(default)]
    pub reference: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PayCost {
    pub id: EntryId,
    pub investment: InvestmentId,
    #[serde(default)]
    pub unit: Option<UnitId>,
    pub day: Day,
    pub amount: Money,
    pub payee: String,
    /// What for.
    pub what: String,
    #[serde(default)]
    pub reference: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddUnit {
    pub id: UnitId,
    pub investment: InvestmentId,
    pub facts: UnitFacts,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeUnit {
    pub id: UnitId,
    pub version: i64,
    pub facts: UnitFacts,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddLease {
    pub id: LeaseId,
    pub unit: UnitId,
    pub tenant: PartyId,
    /// The office knows the tenant: what is typed about the party is left aside.
    #[serde(default)]
    pub known: bool,
    #[serde(default)]
    pub party: PartyFacts,
    #[serde(default)]
    pub identity: TypedIdentity,
    /// Why the tenant is another one than whoever looks like them.
    #[serde(default)]
    pub another: String,
    /// The first day; a lease may begin on a day to come.
    pub starts: Day,
    pub months: u32,
    pub annual: Money,
    pub pays: u32,
    pub calendar: LeaseCalendar,
    #[serde(default)]
    pub deposit: Option<Money>,
    pub income_proof: IncomeProof,
    #[serde(default)]
    pub notes: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct EndLease {
    pub id: LeaseId,
    pub version: i64,
    /// The last day; it may be agreed for a day to come.
    pub ends: Day,
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeRent {
    pub id: LeaseId,
    pub version: i64,
    /// The due from which on it holds.
    pub due_from: Day,
    pub annual: Money,
    pub reason: String,
}

#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(default)]
pub struct PostDues {
    pub lease: Option<LeaseId>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReceiveRent {
    pub id: EntryId,
    pub lease: LeaseId,
    pub day: Day,
    pub amount: Money,
    pub way: ReceiptWay,
    #[serde(default)]
    pub reference: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddCheque {
    pub id: LeaseChequeId,
    pub lease: LeaseId,
    pub cheque_no: String,
    pub bank: String,
    pub presents_on: Day,
    pub amount: Money,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct PresentCheque {
    pub id: LeaseChequeId,
    pub entry: EntryId,
    pub day: Day,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GiveBackCheque {
    pub id: LeaseChequeId,
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReceiveDeposit {
    pub id: EntryId,
    pub lease: LeaseId,
    pub day: Day,
    pub amount: Money,
    pub way: ReceiptWay,
    #[serde(default)]
    pub reference: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReturnDeposit {
    pub id: EntryId,
    pub lease: LeaseId,
    pub day: Day,
    pub amount: Money,
    #[serde(default)]
    pub reference: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct KeepDeposit {
    pub id: EntryId,
    pub lease: LeaseId,
    pub day: Day,
    pub amount: Money,
    pub against: DepositUse,
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct WriteOffRent {
    pub id: EntryId,
    pub lease: LeaseId,
    pub day: Day,
    pub amount: Money,
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlanMaintenance {
    pub id: MaintenanceId,
    pub investment: InvestmentId,
    #[serde(default)]
    pub unit: Option<UnitId>,
    pub work: String,
    pub planned_on: Day,
    #[serde(default)]
    pub every_months: Option<u32>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct MaintenanceCost {
    pub id: EntryId,
    pub amount: Money,
    pub payee: String,
    #[serde(default)]
    pub reference: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FinishMaintenance {
    pub id: MaintenanceId,
    pub version: i64,
    pub done_on: Day,
    pub outcome: String,
    #[serde(default)]
    pub cost: Option<MaintenanceCost>,
    /// The identifier of the next one, where it comes again.
    #[serde(default)]
    pub next: Option<MaintenanceId>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct DropMaintenance {
    pub id: MaintenanceId,
    pub version: i64,
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedAllocationLine {
    pub to: FundId,
    pub points: u32,
    #[serde(default)]
    pub cap: Option<Money>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct WriteRule {
    /// The rule, known or new.
    pub rule: AllocationRuleId,
    pub version: AllocationVersionId,
    pub name: String,
    pub base: AllocationBase,
    pub from: FundId,
    /// Holds from this day on.
    pub effective_on: Day,
    pub applies: AllocationApplies,
    #[serde(default)]
    pub carry_loss: bool,
    pub decision: String,
    pub decided_on: Day,
    pub lines: Vec<TypedAllocationLine>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DecideRule {
    pub version: AllocationVersionId,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ShareQuestion {
    pub rule: AllocationRuleId,
    pub from: Day,
    pub until: Day,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ApplyRule {
    pub id: EntryId,
    pub rule: AllocationRuleId,
    pub from: Day,
    pub until: Day,
}

/// The draft of a share was taken away: it is laid before others anew.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ShareAgain {
    pub share: EntryId,
    pub entry: EntryId,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct RentReceipt {
    pub lease: LeaseId,
    pub entry: EntryId,
}
