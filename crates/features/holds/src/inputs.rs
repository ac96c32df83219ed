//! What the commands of holds take.

use crate::model::{HoldChoice, HoldState};
use casework::holds::CauseKind;
use kernel::id::{ApprovalId, HoldId, LoanId};
use loans::changes::LoanChange;
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which holds to show; the open ones where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListHolds {
    pub text: String,
    pub state: Vec<HoldState>,
    pub cause: Option<CauseKind>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HoldsOf {
    pub loan: LoanId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichHold {
    pub hold: HoldId,
}

/// A rescheduling before it is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewHold {
    pub hold: HoldId,
    pub change: LoanChange,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProposeHold {
    pub id: ApprovalId,
    pub hold: HoldId,
    pub decision: HoldChoice,
    pub reason: String,
    /// What is done so that it goes well: a line each.
    #[serde(default)]
    pub interventions: String,
    /// Of a stop: what was bought with the loan, and where it is.
    #[serde(default)]
    pub assets: String,
    /// Of a rescheduling.
    #[serde(default)]
    pub change: Option<LoanChange>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DecideHold {
    pub hold: HoldId,
    /// Whoever approves has no tie with the family.
    #[serde(default)]
    pub declared: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DropHold {
    pub hold: HoldId,
    pub reason: String,
}
