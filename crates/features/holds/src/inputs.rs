//! What the commands of holds take.

use crate::model::{HoldChoice, HoldState};
use casework::holds::{CauseKind, Settings, Side};
use follow_up::PromiseSide;
use kernel::Day;
use kernel::id::{ApprovalId, HoldId, HoldSignId, HoldStepId, LoanId, PersonId};
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
    /// As they stood at the end of a day; today where none is given.
    pub day: Option<Day>,
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

/// A project is halted by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HaltLoan {
    pub id: HoldSignId,
    pub loan: LoanId,
    /// Whose matter it is.
    pub side: Side,
    /// What was seen, and where it can be read.
    pub said: String,
    pub seen_on: Day,
}

/// What a step says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepWords {
    pub text: String,
    pub side: PromiseSide,
    /// Who of the office does it, or sees to it that the borrower does.
    pub owner: PersonId,
    pub due: Day,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddHoldStep {
    pub id: HoldStepId,
    pub hold: HoldId,
    #[serde(flatten)]
    pub words: StepWords,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeHoldStep {
    pub step: HoldStepId,
    pub version: i64,
    #[serde(flatten)]
    pub words: StepWords,
}

/// A step was done, or is not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SettleHoldStep {
    pub step: HoldStepId,
    pub version: i64,
    pub done: bool,
    pub on: Day,
    /// What came of it, or why it is not done.
    pub outcome: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichStep {
    pub step: HoldStepId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetHoldRule {
    pub version: i64,
    pub settings: Settings,
    /// The decision it rests on.
    pub reason: String,
}
