//! Nouns of applications for loans.

use casework::Role;
use casework::capacity::{LineKind, Settings};
use guarantees::model::Kind as GuaranteeKindOf;
use kernel::id::{ApplicationId, BudgetLineId, FundId, GuaranteeId, LoanId, PartyId, PersonId, ProductId, ProjectId};
use kernel::{Day, Moment, Money};
use loans::GuaranteeKind;
use loans::model::{LoanCalendar, Product};
use loans::sheet::LendingFund;
use office::gate::Condition;
use office::list;
use office::record::RecordVersion;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU16;
use ts_rs::TS;

list! {
    /// draft → submitted → in appraisal ⇄ returned → recommended → approved, rejected or withdrawn.
    ApplicationState {
        Draft = "draft", Submitted = "submitted", InAppraisal = "in_appraisal", Returned = "returned",
        Recommended = "recommended", Approved = "approved", Rejected = "rejected", Withdrawn = "withdrawn",
    }
}
list! {
    /// Of which month a row is: the family's income and costs without the project, the project's sales, the costs that
    /// fall with them, and those that stay.
    StudySide { Income = "income", Costs = "costs", Sales = "sales", Variable = "variable", Fixed = "fixed" }
}
list! { Recommends { Approve = "approve", Refuse = "refuse" } }
list! { BroughtState { Proposed = "proposed", Verified = "verified", Dropped = "dropped" } }
list! { BudgetKind { InKind = "in_kind", Operating = "operating" } }

impl From<BudgetKind> for LineKind {
    fn from(kind: BudgetKind) -> Self {
        match kind {
            BudgetKind::InKind => Self::InKind,
            BudgetKind::Operating => Self::Operating,
        }
    }
}

/// A row of the family's month or the project's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StudyRow {
    pub side: StudySide,
    pub label: String,
    /// Of a month.
    pub amount: Money,
}

/// What a supplier asks for a line of the budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BudgetQuote {
    pub supplier: String,
    pub amount: Money,
    /// The last day it stands; none for one without an end.
    #[serde(default)]
    pub until: Option<Day>,
    /// Warranty, delivery and the like, in the words of the office.
    #[serde(default)]
    pub note: String,
}

/// What is bought, or handed over for running the project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BudgetLine {
    pub id: BudgetLineId,
    /// With which payment it is to be bought: 1–12.
    pub batch: i64,
    pub item: String,
    pub kind: BudgetKind,
    pub amount: Money,
    /// The supplier whose quote is taken.
    #[serde(default)]
    pub chosen: String,
    /// Why it is not the cheapest.
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub quotes: Vec<BudgetQuote>,
}

/// What an association asks of applications.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ApplicationTerms {
    pub capacity: Settings,
    /// Terms are offered in multiples of so many instalments; 1–24.
    pub term_step: u16,
    /// Whether somebody was there before it is recommended.
    pub visit: bool,
    /// Products that are lent beside another open loan; the others ask that none is open.
    pub beside: Vec<ProductId>,
}

impl Default for ApplicationTerms {
    fn default() -> Self {
        Self { capacity: Settings::default(), term_step: 2, visit: true, beside: Vec::new() }
    }
}

/// The terms that hold, and since when. Version 0 is what Sharaka ships, which nobody has adopted yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApplicationRules {
    pub terms: ApplicationTerms,
    pub version: i64,
    /// The decision that adopted them, in the words of the office.
    pub adopted: String,
    pub by_name: String,
    pub at: Option<Moment>,
    pub products: Vec<Product>,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApplicationLine {
    pub application: ApplicationId,
    pub application_no: String,
    pub party: PartyId,
    pub applicant: String,
    pub product: ProductId,
    pub product_name: String,
    pub project_name: String,
    /// As recommended, where it was; else as asked for.
    pub amount: Money,
    pub instalments: i64,
    pub state: ApplicationState,
    pub opened_on: Day,
    pub researcher_name: String,
    /// Since when it stands where it does.
    pub since: Day,
    pub loan: Option<LoanId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApplicationCount {
    pub state: ApplicationState,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApplicationPage {
    pub lines: Vec<ApplicationLine>,
    pub total: i64,
    /// Over all lines that fit, not only this page.
    pub amount: Money,
    /// How many stand behind each state, every other filter kept.
    pub counts: Vec<ApplicationCount>,
}

/// A figure with the sales hoped for, and with fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct TwoSums {
    pub expected: Money,
    pub stressed: Money,
}

/// A share in whole per cent in both; none where nothing is left over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct TwoShares {
    pub expected: Option<i64>,
    pub stressed: Option<i64>,
}

/// A side of the study in both scenarios.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WeighedRow {
    pub side: StudySide,
    pub label: String,
    pub expected: Money,
    pub stressed: Money,
}

/// A line that needs quotes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WeighedQuotes {
    pub line: BudgetLineId,
    /// Suppliers whose quote still stands.
    pub standing: i64,
    pub needed: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct OfferedTerm {
    pub instalments: NonZeroU16,
    pub instalment: Money,
}

/// What an amount over a term amounts to for this family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Weighed {
    pub amount: Money,
    pub instalments: NonZeroU16,
    pub rows: Vec<WeighedRow>,
    /// Net of the project in a month.
    pub net: TwoSums,
    /// How much of it counts for the family.
    pub counted: TwoSums,
    pub income: Money,
    pub costs: Money,
    pub surplus: TwoSums,
    pub instalment: Money,
    pub share_percent: TwoShares,
    pub lawful: bool,
    /// The term asked for if lawful; else the shortest that is, or the longest where too long a one was asked for.
    pub term: Option<OfferedTerm>,
    pub largest_amount: Money,
    pub break_even: Option<Money>,
    pub break_even_percent: Option<i64>,
    pub budget: Money,
    pub in_kind: Money,
    pub cash: Money,
    /// Tenths of a per cent of the amount: 167 is 16.7 %.
    pub cash_tenths: Option<i64>,
    pub cash_limit: Money,
    pub quotes: Vec<WeighedQuotes>,
    /// What is in the way, by the codes of the rule: `capacity.cash` …
    pub missing: Vec<String>,
    pub approver: Role,
}

/// A guarantee that was brought for an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BroughtGuarantee {
    pub id: GuaranteeId,
    pub kind: GuaranteeKind,
    pub party: Option<PartyId>,
    pub name: String,
    pub said: String,
    pub income: Option<Money>,
    pub residence_months: Option<i64>,
    pub until: Option<Day>,
    pub note: String,
    pub state: BroughtState,
    /// Whether its last day has passed.
    pub expired: bool,
    pub proposed_by: PersonId,
    pub proposed_by_name: String,
    pub proposed_at: Moment,
    pub verified_by: Option<PersonId>,
    pub verified_by_name: String,
    pub verified_at: Option<Moment>,
    pub checked: Vec<String>,
    pub dropped_reason: String,
}

/// What the study recommends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recommendation {
    pub recommends: Recommends,
    pub amount: Option<Money>,
    pub instalments: Option<NonZeroU16>,
    pub calendar: Option<LoanCalendar>,
    pub first_due: Option<Day>,
    pub fund: Option<FundId>,
    pub fund_name: String,
    pub opinion: String,
    pub conditions: String,
    pub by: PersonId,
    pub by_name: String,
    pub at: Moment,
}

/// What may be done with it now, by whoever asks; the reason where it may not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApplicationStep {
    /// The command, without the name of the feature.
    pub command: String,
    pub may: bool,
    /// Why not: the key of its words, `application.not_you.<why>`; empty where one may.
    pub why: String,
    /// What must hold first, met and missing.
    pub conditions: Vec<Condition>,
}

/// One line of its story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApplicationEvent {
    pub state: ApplicationState,
    pub on: Day,
    pub at: Moment,
    pub by_name: String,
    pub reason: String,
}

/// A visit or another activity on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApplicationVisit {
    pub planned: Day,
    pub done: Option<Day>,
}

/// Everything on the page of an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApplicationSheet {
    pub application: ApplicationId,
    pub application_no: String,
    pub state: ApplicationState,
    pub record: RecordVersion,
    pub party: PartyId,
    pub applicant: String,
    pub file_no: String,
    pub mobile: String,
    pub city: String,
    pub district: String,
    pub product: Product,
    pub amount: Money,
    pub amount_in_words: String,
    pub instalments: NonZeroU16,
    pub project: Option<ProjectId>,
    pub project_name: String,
    pub activity: String,
    pub needs: String,
    pub wishes: String,
    pub market: String,
    pub opened_on: Day,
    pub opened_by_name: String,
    pub submitted_on: Option<Day>,
    pub researcher: Option<PersonId>,
    pub researcher_name: String,
    /// What is missing, one a line; while it is returned.
    pub missing: Vec<String>,
    pub returned_by_name: String,
    pub returned_on: Option<Day>,
    pub rows: Vec<StudyRow>,
    pub lines: Vec<BudgetLine>,
    pub guarantees: Vec<BroughtGuarantee>,
    pub kinds: Vec<GuaranteeKindOf>,
    pub funds: Vec<LendingFund>,
    /// As it was asked for.
    pub asked: Weighed,
    /// As it was recommended, where it was recommended to approve it.
    pub proposed: Option<Weighed>,
    pub recommendation: Option<Recommendation>,
    pub decided_by_name: String,
    pub decided_at: Option<Moment>,
    pub decision_note: String,
    pub loan: Option<LoanId>,
    pub loan_no: String,
    pub visits: Vec<ApplicationVisit>,
    pub steps: Vec<ApplicationStep>,
    pub story: Vec<ApplicationEvent>,
    pub terms: ApplicationTerms,
    /// 0 where the shipped rules hold, which nobody has adopted yet.
    pub rule_version: i64,
}

/// The answer of a write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedApplication {
    pub application: ApplicationId,
    pub application_no: String,
    pub state: ApplicationState,
    pub loan: Option<LoanId>,
    /// The version of the record afterwards.
    pub version: i64,
}

/// The application a loan came from; none of one that was proposed without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApplicationOfLoan {
    pub application: Option<ApplicationId>,
    pub application_no: String,
    pub recommended_by_name: String,
    pub decided_by_name: String,
}
