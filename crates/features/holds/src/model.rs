//! Nouns of holds.

use casework::holds::{CauseKind, Settings, Side};
use follow_up::PromiseSide;
use kernel::id::{ApprovalId, HoldId, HoldStepId, LoanId, PartyId, PersonId};
use kernel::{Day, Moment, Money};
use loans::LoanPhase;
use loans::changes::LoanChange;
use loans::changes::plan::ChangePlan;
use office::list;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

list! {
    /// Open and released are kept; that a hold ended with its loan follows from the loan.
    HoldState { Open = "open", Released = "released", Ended = "ended" }
}
list! {
    /// How a hold ends.
    HoldChoice { CoachResume = "coach_resume", Reschedule = "reschedule", Stop = "stop" }
}

list! {
    StepState { Open = "open", Done = "done", Dropped = "dropped" }
}

/// One reason of a hold, as it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldReason {
    pub kind: CauseKind,
    pub side: Side,
    /// The id of a record, or a day.
    pub reference: String,
    pub since: Day,
    pub found_on: Day,
    /// Who wrote down the sign of distress, or told it.
    pub told_by: Option<PersonId>,
    pub told_by_name: String,
    /// What was told; of a cause found by itself nothing.
    pub said: String,
    #[serde(skip)]
    #[ts(skip)]
    pub seen_by: Option<PersonId>,
    #[serde(skip)]
    #[ts(skip)]
    pub seen_by_name: String,
}

/// A step that helps a halted project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldStep {
    pub step: HoldStepId,
    pub hold: HoldId,
    pub text: String,
    pub side: PromiseSide,
    pub owner: PersonId,
    pub owner_name: String,
    pub due: Day,
    /// The day that was named first.
    pub first_due: Day,
    pub state: StepState,
    pub settled_on: Option<Day>,
    /// What came of it, or why it is not done.
    pub outcome: String,
    /// Days after its day; 0 where it is not late or settled.
    pub days_late: i32,
    pub version: i64,
}

list! {
    /// What stands well or badly, beside the causes.
    HoldFactKind {
        Paying = "paying", Arrears = "arrears", PromisesKept = "promises_kept", PromisesLate = "promises_late", Readings = "readings",
        Unread = "unread", VisitsDone = "visits_done", VisitsLate = "visits_late", PurchasesSeen = "purchases_seen",
        PurchasesUnseen = "purchases_unseen", SalesUp = "sales_up", SalesDown = "sales_down",
    }
}

/// A fact of one of the sides, as it stands today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldFact {
    pub kind: HoldFactKind,
    pub side: Side,
    /// Whether it speaks for the project going on.
    pub good: bool,
    /// How many, or per cent of a change of sales.
    pub n: i64,
    /// Of what is late: days of the oldest.
    pub days: i32,
}

list! {
    /// Why somebody does not approve how a hold ends.
    HandWhy { Proposed = "proposed", Saw = "saw", Told = "told" }
}

/// Somebody who does not approve how a hold ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldHand {
    pub name: String,
    pub why: HandWhy,
}

/// How the association set the rules of holds, once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldRuleVersion {
    pub version: i64,
    pub settings: Settings,
    pub reason: String,
    pub set_by_name: String,
    pub set_at: Moment,
}

/// The rules of holds: as they stand, and each time they were set. None was set where what is shipped holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldRule {
    pub settings: Settings,
    pub versions: Vec<HoldRuleVersion>,
}

/// A hold as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldLine {
    pub hold: HoldId,
    pub loan: LoanId,
    pub loan_no: String,
    pub party: PartyId,
    pub borrower: String,
    pub project_name: String,
    pub phase: LoanPhase,
    pub outstanding: Money,
    pub state: HoldState,
    pub opened_on: Day,
    pub opened_by: Option<PersonId>,
    pub opened_by_name: String,
    /// Days since, to the day it was released.
    pub days: i32,
    /// The first of the causes, and how many there are.
    pub cause: CauseKind,
    pub side: Side,
    pub causes: i64,
    /// Whether a decision waits for another person.
    pub waits: bool,
    pub released_on: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldCount {
    pub state: HoldState,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldPage {
    pub lines: Vec<HoldLine>,
    pub total: i64,
    pub counts: Vec<HoldCount>,
}

/// What stands on a loan, and what stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanHolds {
    pub holds: Vec<HoldLine>,
    /// Whether the loan goes on, so that its project can be halted.
    pub haltable: bool,
    /// Lateness in paying that began while something of ours was late.
    pub because_of_us: bool,
}

/// A condition of a decision; `refusal.<key>` says what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldCondition {
    pub key: String,
    pub met: bool,
    pub args: BTreeMap<String, String>,
}

/// A way to end the hold, and what it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldOption {
    pub decision: HoldChoice,
    pub conditions: Vec<HoldCondition>,
}

/// A decision that was proposed, and how it went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldDecision {
    pub id: ApprovalId,
    pub decision: HoldChoice,
    pub day: Day,
    pub reason: String,
    /// What was to be done, where it was written with the decision.
    pub interventions: String,
    pub assets: String,
    pub change: Option<LoanChange>,
    pub plan: Option<ChangePlan>,
    pub proposed_by: PersonId,
    pub proposed_by_name: String,
    pub proposed_at: Moment,
    /// Whether it waits for another person.
    pub waits: bool,
    pub approved_by_name: String,
    pub approved_at: Option<Moment>,
    /// Why it was not approved.
    pub note: String,
    /// The plan as it is kept.
    #[serde(skip)]
    #[ts(skip)]
    pub kept_plan: String,
}

/// A visit or a reading since which the project is judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldReading {
    pub on: Day,
    pub sales: Option<Money>,
    pub net: Option<Money>,
}

/// The page of a hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldSheet {
    pub line: HoldLine,
    pub reasons: Vec<HoldReason>,
    pub readings: Vec<HoldReading>,
    pub because_of_us: bool,
    /// Promises of the association that are late.
    pub ours_late: i64,
    pub options: Vec<HoldOption>,
    /// How things stand on each side, beside the causes.
    pub facts: Vec<HoldFact>,
    /// What is done for it, by its day.
    pub steps: Vec<HoldStep>,
    /// Who does not approve how it ends, and why.
    pub hands: Vec<HoldHand>,
    pub paid_out: Money,
    pub repaid: Money,
    /// The instalment that is usual in what is open of the plan.
    pub instalment: Option<Money>,
    /// Better readings that open the money again after a rescheduling.
    pub unlock_readings: u16,
    /// The day of the next instalment, from which a plan may be laid out anew.
    pub next_due: Option<Day>,
    /// Newest first; the one that waits, and those that came to nothing.
    pub decisions: Vec<HoldDecision>,
    /// Why the person who looks may not approve the one that waits; empty where they may.
    pub cannot_approve: Option<String>,
}

/// What a rescheduling would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HoldWeighed {
    pub plan: ChangePlan,
    /// The largest instalment of the new plan.
    pub instalment: Money,
    pub conditions: Vec<HoldCondition>,
}
