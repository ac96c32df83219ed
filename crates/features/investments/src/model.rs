//! Nouns of investments, as screens see them.

use funds::model::DraftState;
use investing::LeaseCalendar;
use kernel::id::{
    AllocationRuleId, AllocationVersionId, EntryId, FundId, InvestmentId, LeaseChequeId, LeaseId, MaintenanceId,
    PartyId, UnitId,
};
use kernel::{Day, Money};
use office::list;
use office::record::RecordVersion;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    InvestmentKind { Enterprise = "enterprise", Property = "property", Service = "service", Social = "social" }
}
list! { EnterpriseSize { Micro = "micro", Small = "small", Medium = "medium" } }
list! {
    /// What is written of an investment.
    InvestmentState { Idea = "idea", ForDecision = "for_decision", Approved = "approved", Refused = "refused" }
}
list! {
    /// How an investment stands: what is written, and what follows from the books.
    InvestmentStanding {
        Idea = "idea", ForDecision = "for_decision", Refused = "refused", Approved = "approved", Owned = "owned", Sold = "sold",
    }
}
list! { UnitUsage { Flat = "flat", House = "house", Shop = "shop", Office = "office", Store = "store", Other = "other" } }
list! { UnitStanding { Let = "let", Vacant = "vacant", Closed = "closed" } }
list! {
    /// By what a tenant was found to be of limited income.
    IncomeProof { None = "none", File = "file", Paper = "paper" }
}
list! { LeaseStanding { Coming = "coming", Running = "running", Ended = "ended" } }
list! { RentStanding { Paid = "paid", Late = "late", Due = "due", Coming = "coming", Unposted = "unposted" } }
list! {
    /// How money came.
    ReceiptWay { Transfer = "transfer", Deposit = "deposit", Pos = "pos", Cheque = "cheque" }
}
list! {
    /// What an entry of the books is to an investment.
    InvestmentEntryKind {
        Bought = "bought", Sold = "sold", Returned = "returned", Cost = "cost", Due = "due", Rent = "rent", Credit = "credit",
        Deposit = "deposit", DepositBack = "deposit_back", DepositRent = "deposit_rent", DepositDamage = "deposit_damage",
        WrittenOff = "written_off",
    }
}
list! { DepositUse { Rent = "rent", Damage = "damage" } }
list! { LeaseChequeStanding { Waiting = "waiting", Due = "due", Presented = "presented", Cleared = "cleared", Bounced = "bounced", GivenBack = "given_back" } }
list! { MaintenanceStanding { Planned = "planned", Late = "late", Done = "done", Dropped = "dropped" } }

office::record! {
    /// What a person types about an investment.
    InvestmentFacts in "investment" key "id" {
        kind: InvestmentKind = InvestmentKind::Property,
        size: Option<EnterpriseSize>,
        name: String,
        fund: Option<FundId>,
        idea: String,
        study: String,
        risks: String,
        expected_cost: Option<Money>,
        /// Owned before the books began: its cost, which the opening balances hold.
        opened_cost: Option<Money>,
        /// A year.
        expected_return: Option<Money>,
        place: String,
        /// Who runs it.
        manager: String,
        /// The share of the fund in it, in hundredths of a per cent.
        share_points: Option<u32>,
    }
}

office::record! {
    /// What a person types about a unit.
    UnitFacts in "unit" key "id" {
        name: String,
        usage: UnitUsage = UnitUsage::Flat,
        rooms: Option<u32>,
        /// Whole square metres.
        area: Option<u32>,
        /// What of the cost of the building is this unit's.
        cost: Money,
        /// What is asked for it a month.
        asked_rent: Option<Money>,
        meter: String,
        notes: String,
        /// The last day on which it was offered.
        closed_on: Option<Day>,
    }
}

/// An investment as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InvestmentLine {
    pub investment: InvestmentId,
    pub investment_no: String,
    pub name: String,
    pub kind: InvestmentKind,
    pub size: Option<EnterpriseSize>,
    pub fund: FundId,
    pub fund_name: String,
    pub manager: String,
    pub share_points: Option<u32>,
    pub standing: InvestmentStanding,
    /// As the books hold it.
    pub cost: Money,
    /// Net, what was received in twelve months.
    pub received: Money,
    /// Of the cost, in hundredths of a per cent.
    pub yield_points: Option<i64>,
    pub units: i64,
    pub units_let: i64,
    /// The newest visit that was done.
    pub visited_on: Option<Day>,
    pub proposed_on: Day,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InvestmentKindCount {
    pub kind: InvestmentKind,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InvestmentStandingCount {
    pub standing: InvestmentStanding,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InvestmentPage {
    pub lines: Vec<InvestmentLine>,
    pub total: i64,
    /// Of all lines that fit.
    pub cost: Money,
    pub received: Money,
    pub kinds: Vec<InvestmentKindCount>,
    pub standings: Vec<InvestmentStandingCount>,
}

/// An entry of the books that belongs to an investment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InvestmentEntry {
    pub entry: EntryId,
    pub kind: InvestmentEntryKind,
    pub unit_name: String,
    pub lease_no: String,
    pub amount: Money,
    pub made_on: Day,
    pub made_by_name: String,
    /// The number and day of the voucher, once it stands in the books.
    pub voucher: Option<String>,
    pub day: Option<Day>,
    /// The day on which it was taken back.
    pub undone_on: Option<Day>,
    /// How its draft stands, where it waits or was returned.
    pub draft: Option<DraftState>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InvestmentValue {
    pub place: i64,
    pub day: Day,
    pub amount: Money,
    pub said_by: String,
    pub note: String,
    pub made_by_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MaintenanceLine {
    pub maintenance: MaintenanceId,
    pub investment: InvestmentId,
    pub investment_name: String,
    pub unit: Option<UnitId>,
    pub unit_name: String,
    pub work: String,
    pub planned_on: Day,
    pub every_months: Option<u32>,
    pub standing: MaintenanceStanding,
    pub done_on: Option<Day>,
    pub outcome: String,
    pub dropped_reason: String,
    pub cost: Option<Money>,
    pub version: i64,
}

/// Why a step cannot be taken: the name of a refusal, or of a permission; nothing where it can.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InvestmentSteps {
    pub approve: Option<String>,
    /// What is not said yet before it can be put before somebody.
    pub gaps: Vec<String>,
}

/// The page of an investment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InvestmentSheet {
    pub record: RecordVersion,
    pub line: InvestmentLine,
    pub facts: InvestmentFacts,
    pub state: InvestmentState,
    pub approved_cost: Option<Money>,
    pub decision: String,
    pub proposed_by_name: String,
    pub decided_by_name: String,
    pub decided_on: Option<Day>,
    /// Who put it before others, and why it came back.
    pub asked_by_name: String,
    pub returned_note: String,
    pub steps: InvestmentSteps,
    /// Paid for it so far, and what waits to be paid.
    pub bought: Money,
    pub waits: Money,
    pub costs: Money,
    pub units: Vec<UnitLine>,
    pub entries: Vec<InvestmentEntry>,
    pub values: Vec<InvestmentValue>,
    pub maintenance: Vec<MaintenanceLine>,
}

/// A unit as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnitLine {
    pub unit: UnitId,
    pub version: i64,
    pub investment: InvestmentId,
    pub investment_name: String,
    pub facts: UnitFacts,
    pub standing: UnitStanding,
    pub lease: Option<LeaseId>,
    pub lease_no: String,
    pub tenant: Option<PartyId>,
    pub tenant_name: String,
    /// A month, as it stands today.
    pub rent: Option<Money>,
    pub lease_ends: Option<Day>,
    /// Days until the lease ends.
    pub left: Option<i32>,
    pub next_due: Option<Day>,
    /// What is late of all its leases.
    pub late: Money,
    pub late_since: Option<Day>,
    pub vacant_since: Option<Day>,
    /// Net, what was received in twelve months.
    pub received: Money,
    pub yield_points: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnitStandingCount {
    pub standing: UnitStanding,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnitPage {
    pub lines: Vec<UnitLine>,
    pub total: i64,
    pub standings: Vec<UnitStandingCount>,
}

/// A due of a lease as the list of rents shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RentLine {
    /// Unique: the lease and the number of the due.
    pub key: String,
    pub lease: LeaseId,
    pub lease_no: String,
    pub no: u32,
    pub unit: UnitId,
    pub unit_name: String,
    pub investment: InvestmentId,
    pub investment_name: String,
    pub tenant: PartyId,
    pub tenant_name: String,
    pub mobile: String,
    pub due: Day,
    pub amount: Money,
    pub paid: Money,
    pub left: Money,
    pub standing: RentStanding,
    /// Days from the due to the look, where something is left.
    pub late_days: i32,
    /// The lease is over.
    pub ended: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RentStandingCount {
    pub standing: RentStanding,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RentPage {
    pub lines: Vec<RentLine>,
    pub total: i64,
    pub left: Money,
    pub standings: Vec<RentStandingCount>,
    /// Dues that have come and are not in the books yet.
    pub unposted: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeaseCheque {
    pub cheque: LeaseChequeId,
    pub cheque_no: String,
    pub bank: String,
    pub presents_on: Day,
    pub amount: Money,
    pub standing: LeaseChequeStanding,
    pub voucher: Option<String>,
    pub entry: Option<EntryId>,
    pub cleared_on: Option<Day>,
    pub given_back_reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeaseRentChange {
    pub from: Day,
    pub annual: Money,
    pub reason: String,
    pub made_on: Day,
    pub made_by_name: String,
}

/// What the file of a tenant says, for whoever may see files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TenantFile {
    pub file_no: String,
    pub status: String,
    pub class: String,
}

/// The page of a lease.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeaseSheet {
    pub record: RecordVersion,
    pub lease: LeaseId,
    pub lease_no: String,
    pub unit: UnitId,
    pub unit_name: String,
    pub investment: InvestmentId,
    pub investment_name: String,
    pub fund_name: String,
    pub place: String,
    pub tenant: PartyId,
    pub tenant_name: String,
    pub tenant_mobile: String,
    pub tenant_number: String,
    pub tenant_file: Option<TenantFile>,
    pub income_proof: IncomeProof,
    pub start: Day,
    pub last: Day,
    pub months: u32,
    pub annual: Money,
    pub pays: u32,
    pub calendar: LeaseCalendar,
    pub notes: String,
    pub standing: LeaseStanding,
    pub ended_on: Option<Day>,
    pub ended_reason: String,
    pub rents: Vec<RentLine>,
    pub owed: Money,
    pub late: Money,
    pub late_days: i32,
    pub unposted: i64,
    /// Paid ahead.
    pub credit: Money,
    pub deposit_agreed: Option<Money>,
    pub deposit: Money,
    pub changes: Vec<LeaseRentChange>,
    pub cheques: Vec<LeaseCheque>,
    pub entries: Vec<InvestmentEntry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InvestmentFund {
    pub fund: FundId,
    pub name: String,
    pub cash: Money,
    pub endowment: bool,
    pub restricted: bool,
}

/// What forms choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InvestmentChoices {
    pub today: Day,
    pub funds: Vec<InvestmentFund>,
}

/// Somebody the office knows, who may be a tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KnownTenant {
    pub party: PartyId,
    pub name: String,
    pub mobile: String,
    pub file_no: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KnownTenants {
    pub people: Vec<KnownTenant>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KindSum {
    pub kind: InvestmentKind,
    pub count: i64,
    pub cost: Money,
    pub received: Money,
    pub yield_points: Option<i64>,
}

/// The whole of it at one glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InvestmentsOverview {
    pub today: Day,
    pub from: Day,
    pub cost: Money,
    pub received: Money,
    pub yield_points: Option<i64>,
    pub kinds: Vec<KindSum>,
    pub late: Money,
    pub late_leases: i64,
    pub late_since: Option<Day>,
    pub units: i64,
    pub units_let: i64,
    /// Of twelve months, in hundredths of a per cent.
    pub occupancy_points: Option<i64>,
    pub unposted: i64,
    pub decided: Money,
    pub transferred: Money,
}

list! { AllocationBase { Donations = "donations", Return = "return" } }
list! { AllocationApplies { AtReceipt = "at_receipt", AtPeriodEnd = "at_period_end" } }
list! { AllocationState { Waiting = "waiting", Approved = "approved", Refused = "refused" } }
list! {
    /// How what was decided stands.
    ShareStanding {
        /// Nothing was to be moved.
        Nothing = "nothing",
        Waiting = "waiting", Returned = "returned", Moved = "moved",
        /// Its draft was taken away, or its entry taken back.
        Undone = "undone",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AllocationLine {
    pub to: FundId,
    pub to_name: String,
    /// Hundredths of a per cent.
    pub points: u32,
    pub cap: Option<Money>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AllocationVersion {
    pub version: AllocationVersionId,
    pub no: i64,
    pub since: Day,
    pub applies: AllocationApplies,
    pub carry_loss: bool,
    pub decision: String,
    pub decided_on: Day,
    pub state: AllocationState,
    pub made_by_name: String,
    pub approved_by_name: String,
    pub lines: Vec<AllocationLine>,
    /// Why whoever asks may not approve it.
    pub cannot_approve: Option<String>,
    /// It holds today.
    pub in_force: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AllocationRule {
    pub rule: AllocationRuleId,
    pub name: String,
    pub base: AllocationBase,
    pub from: FundId,
    pub from_name: String,
    pub versions: Vec<AllocationVersion>,
    /// Of this year: what it was taken of, decided, moved.
    pub base_amount: Money,
    pub decided: Money,
    pub moved: Money,
    /// The day after the last one that was shared.
    pub next_from: Option<Day>,
}

/// What was decided against what was moved: of a period, or of the receipts of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShareLine {
    pub share: EntryId,
    pub rule: AllocationRuleId,
    pub rule_name: String,
    pub version_no: i64,
    pub points: u32,
    pub from: Day,
    pub until: Day,
    /// The receipt it is of.
    pub source: Option<String>,
    pub base: Money,
    pub carried: Money,
    pub decided: Money,
    pub moved: Money,
    pub left: Money,
    pub standing: ShareStanding,
    pub voucher: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Allocation {
    pub today: Day,
    pub rules: Vec<AllocationRule>,
    pub shares: Vec<ShareLine>,
    pub decided: Money,
    pub moved: Money,
}

/// What the net return of a period is, and what a rule would move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SharePreview {
    pub net: Money,
    pub carried: Money,
    pub version_no: Option<i64>,
    pub lines: Vec<SharePreviewLine>,
    pub decided: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SharePreviewLine {
    pub to_name: String,
    pub points: u32,
    pub amount: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedInvestment {
    pub investment: InvestmentId,
    pub investment_no: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedLease {
    pub lease: LeaseId,
    pub lease_no: String,
}

/// How many dues were posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PostedDues {
    pub posted: i64,
}
