//! Nouns of lending: products, projects, loans and the tranches they are paid out in.

use kernel::id::{EntryId, FundId, LoanId, PartyId, PersonId, ProductId, ProjectId, TrancheId};
use kernel::{Day, Moment, Money};
use ledger::Method;
use lending::{Advance, NonWorkingDay, Split, Terms, Weekday};
use office::list;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU16;
use ts_rs::TS;

list! {
    /// Which months a plan counts by; both dates are always shown.
    LoanCalendar { Gregorian = "gregorian", Hijri = "hijri" }
}
list! {
    /// What stands behind the borrower's word. A stipend is an undertaking and a fact, not a pledge.
    GuaranteeKind {
        SocialSecurity = "social_security", ProjectTeam = "project_team", Guarantor = "guarantor", Employer = "employer",
        Group = "group", Other = "other",
    }
}
list! {
    /// A project runs or is halted; stopped and completed are its two ends.
    ProjectState { Running = "running", Halted = "halted", Stopped = "stopped", Completed = "completed" }
}
list! {
    /// What was decided about a proposed loan.
    LoanDecision { Waiting = "waiting", Approved = "approved", Rejected = "rejected", Cancelled = "cancelled" }
}
list! {
    /// Where a loan stands: what was decided while no money is out, and what the events say afterwards. Never typed.
    LoanPhase {
        Waiting = "waiting", Rejected = "rejected", Cancelled = "cancelled", Approved = "approved", Active = "active",
        Overpaid = "overpaid", Closed = "closed", WrittenOff = "written_off",
    }
}
list! { TrancheKind { InKind = "in_kind", Cash = "cash" } }
list! {
    /// planned → requested → approved → delivered (in kind only) → paid → verified; cancelled before money is out.
    TrancheState {
        Planned = "planned", Requested = "requested", Approved = "approved", Delivered = "delivered", Paid = "paid",
        Verified = "verified", Cancelled = "cancelled",
    }
}

/// Limits and habits of a product. Kept by version: a loan keeps the version it was made by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ProductTerms {
    pub least: Money,
    pub most: Money,
    /// The longest term, in months.
    pub longest: NonZeroU16,
    /// What is proposed; a loan may choose the other one.
    pub calendar: LoanCalendar,
    pub split: Split,
    /// Instalments are whole multiples of this; a riyal unless the association says a halala.
    pub unit: Money,
    /// Leading months without an instalment. The plan grows by them, the instalment does not.
    pub grace: u16,
    pub weekend: Vec<Weekday>,
    pub on_non_working_day: NonWorkingDay,
    /// No instalment falls into Ramadan: it and all later ones move on by a month.
    pub defers_ramadan: bool,
    pub advance: Advance,
    /// Days of lateness that are not yet called delinquent. They never count for the portfolio at risk.
    pub arrears_grace_days: u16,
    /// The largest part of a loan that may be paid out in cash, in whole per cent; the rest is bought for the project.
    pub cash_percent: u8,
    /// Kinds of guarantee that are accepted; all where none is named.
    pub guarantees: Vec<GuaranteeKind>,
    /// More may be lent by a loan once so much of it is repaid, in whole per cent; never where nothing is said.
    pub top_up_percent: Option<u8>,
}

impl Default for ProductTerms {
    fn default() -> Self {
        Self {
            least: Money::ZERO,
            most: Money::MAX,
            longest: NonZeroU16::MIN,
            calendar: LoanCalendar::Gregorian,
            split: Split::EqualThenLast,
            unit: Money::from(100),
            grace: 0,
            weekend: vec![Weekday::Fri, Weekday::Sat],
            on_non_working_day: NonWorkingDay::SameDay,
            defers_ramadan: false,
            advance: Advance::Next,
            arrears_grace_days: 0,
            cash_percent: 20,
            guarantees: Vec::new(),
            top_up_percent: None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LoanProduct")]
pub struct Product {
    pub id: ProductId,
    pub name: String,
    pub version: i64,
    /// Whether new loans may be made by it.
    pub offered: bool,
    pub terms: ProductTerms,
    /// Loans made by any of its versions.
    pub loans: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LoanProject")]
pub struct Project {
    pub id: ProjectId,
    pub party: PartyId,
    pub borrower: String,
    pub name: String,
    pub activity: String,
    pub state: ProjectState,
    pub state_since: Day,
    pub state_reason: String,
    pub opened_on: Day,
    pub loans: i64,
    pub outstanding: Money,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Guarantee {
    /// None where nothing was said, as in some imported registers.
    pub kind: Option<GuaranteeKind>,
    /// Who or what, in the words of the office.
    pub text: String,
    /// The last day it holds, where it has one.
    pub until: Option<Day>,
}

/// A loan as it was asked for and decided, without what happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanHead {
    pub id: LoanId,
    pub loan_no: String,
    pub project: ProjectId,
    pub party: PartyId,
    pub product: ProductId,
    pub product_version: i64,
    pub fund: FundId,
    /// The whole amount.
    pub amount: Money,
    /// The terms of the whole amount, as decided.
    pub terms: Terms,
    pub purpose: String,
    pub guarantee: Guarantee,
    pub asked_by: PersonId,
    pub asked_by_name: String,
    pub asked_at: Moment,
    pub decision: LoanDecision,
    pub decided_by: Option<PersonId>,
    pub decided_by_name: Option<String>,
    pub decided_at: Option<Moment>,
    pub decision_note: String,
    pub imported: bool,
}

/// A tranche: money for one purchase, or cash for running costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LoanTranche")]
pub struct Tranche {
    pub id: TrancheId,
    pub loan: LoanId,
    pub no: i64,
    pub amount: Money,
    pub kind: TrancheKind,
    pub supplier: String,
    pub item: String,
    pub invoice: String,
    pub state: TrancheState,
    /// The place of the event that made it owed, while that event stands.
    pub event: Option<u32>,
    pub steps: Vec<TrancheStep>,
}

/// Who did what with a tranche.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TrancheStep {
    /// The state it led to, or `taken_back`.
    pub step: String,
    pub on: Day,
    pub by: PersonId,
    pub by_name: String,
    pub at: Moment,
    pub method: Option<Method>,
    pub reference: String,
    pub note: String,
    /// Whether an earlier register told of it; `by` then only brought it in.
    pub imported: bool,
    pub entry: Option<EntryId>,
    /// The number of that entry's voucher.
    pub voucher: Option<String>,
}

/// One thing that must hold before a tranche is approved and paid; shown whether it holds or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TrancheCondition {
    /// The key of its words: `loans.condition.<key>`, and `loans.condition_gap.<key>` where it does not hold.
    pub key: String,
    pub met: bool,
    /// What its sentence is filled with, as plain texts; amounts with two decimals.
    pub args: std::collections::BTreeMap<String, String>,
}
