//! What the commands of following up take.

use crate::model::{
    ActivityKind, ActivityState, CommitmentState, FollowUpSettings, PromiseKept, PromiseSide, ReadingMeasure,
    VisitSignal,
};
use kernel::Day;
use kernel::id::{ActivityId, CommitmentId, PersonId, SubjectId};
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The week from a day on; from today where none is given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskVisitPlan {
    pub from: Option<Day>,
    pub researcher: Option<PersonId>,
    pub kind: Option<ActivityKind>,
}

/// Whether a visit of a period was in time, as the measure counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VisitTiming {
    Counted,
    InTime,
    NotInTime,
}

/// Which activities; all where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListActivities {
    pub text: String,
    pub state: Vec<ActivityState>,
    pub kind: Vec<ActivityKind>,
    pub signal: Vec<VisitSignal>,
    pub researcher: Option<PersonId>,
    pub subject_kind: Option<String>,
    /// Planned for a day that has passed.
    pub late: bool,
    /// Planned, and due by this day.
    pub due_by: Option<Day>,
    /// Done, reviewed by nobody yet, and not by the person who asks.
    pub to_review: bool,
    /// With a corrective action that nobody has finished.
    pub action_open: bool,
    /// Planned in a period.
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub timing: Option<VisitTiming>,
    #[serde(default)]
    pub order: Option<Order>,
    /// Rows of a page, 1–500; 100 where none is given.
    pub limit: Option<i64>,
    pub offset: i64,
}

/// Which commitments; all where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListCommitments {
    pub text: String,
    pub side: Option<PromiseSide>,
    pub state: Vec<CommitmentState>,
    /// Open, and due before today.
    pub late: bool,
    pub keeper: Option<PersonId>,
    #[serde(default)]
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

/// The rows behind the measure of promises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListPromises {
    pub from: Day,
    pub until: Day,
    #[serde(default)]
    pub side: Option<PromiseSide>,
    #[serde(default)]
    pub kept: Option<bool>,
    #[serde(default)]
    pub order: Option<Order>,
    pub limit: Option<i64>,
    #[serde(default)]
    pub offset: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskMeasures {
    pub from: Day,
    pub until: Day,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichSubject {
    pub subject_kind: String,
    pub subject: SubjectId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichActivity {
    pub activity: ActivityId,
}

/// One that was not planned is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BeginActivity {
    pub subject_kind: String,
    pub subject: SubjectId,
}

/// The visits of one round: those that were chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskRound {
    pub activities: Vec<ActivityId>,
}

/// The forms of one or several activities, each on a page of its own; what is known is on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichForms {
    pub activities: Vec<ActivityId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanActivity {
    /// Made by the caller.
    pub id: ActivityId,
    pub kind: ActivityKind,
    pub subject_kind: String,
    pub subject: SubjectId,
    pub planned_on: Day,
    pub researcher: PersonId,
    #[serde(default)]
    pub purpose: String,
}

/// Another day, another person or another purpose, as long as the day has not passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReplanActivity {
    pub id: ActivityId,
    #[serde(default)]
    pub version: i64,
    pub planned_on: Day,
    pub researcher: PersonId,
    /// As it was where none is given.
    #[serde(default)]
    pub purpose: Option<String>,
}

/// What was read, as it was typed, or why it was not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TypedReading {
    pub kind: String,
    pub typed: String,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TypedKept {
    pub side: PromiseSide,
    #[serde(default)]
    pub text: String,
    /// A commitment that stands in the list; its text is taken.
    #[serde(default)]
    pub commitment: Option<CommitmentId>,
    pub kept: PromiseKept,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TypedAction {
    pub text: String,
    pub owner: Option<PersonId>,
    pub due: Option<Day>,
}

/// The next one, planned by saving.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NextActivity {
    pub id: ActivityId,
    pub planned_on: Day,
    pub researcher: PersonId,
    pub kind: ActivityKind,
}

/// What an activity that was not planned is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BegunActivity {
    pub kind: ActivityKind,
    pub subject_kind: String,
    pub subject: SubjectId,
}

/// What was found on the day; shared by recording and correcting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundOnTheDay {
    pub done_on: Day,
    /// Who records it where none is given.
    #[serde(default)]
    pub done_by: Option<PersonId>,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub present: String,
    #[serde(default)]
    pub findings: String,
    #[serde(default)]
    pub signal: Option<VisitSignal>,
    #[serde(default)]
    pub readings: Vec<TypedReading>,
    #[serde(default)]
    pub kept: Vec<TypedKept>,
    #[serde(default)]
    pub action: Option<TypedAction>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordActivity {
    pub id: ActivityId,
    #[serde(default)]
    pub version: i64,
    #[serde(default)]
    pub begun: Option<BegunActivity>,
    pub found: FoundOnTheDay,
    #[serde(default)]
    pub next: Option<NextActivity>,
    /// Late ones at the same place that this one makes good.
    #[serde(default)]
    pub closes: Vec<ActivityId>,
}

/// What was recorded is put right before it is reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CorrectActivity {
    pub id: ActivityId,
    pub version: i64,
    pub found: FoundOnTheDay,
    pub reason: String,
}

/// It did not take place; another one is planned instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissActivity {
    pub id: ActivityId,
    #[serde(default)]
    pub version: i64,
    pub reason: String,
    /// The one planned instead, made by the caller.
    pub next: ActivityId,
    pub planned_on: Day,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CancelActivity {
    pub id: ActivityId,
    #[serde(default)]
    pub version: i64,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewActivity {
    pub id: ActivityId,
    #[serde(default)]
    pub version: i64,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FinishAction {
    pub id: ActivityId,
    #[serde(default)]
    pub version: i64,
    pub on: Day,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddCommitment {
    pub id: CommitmentId,
    pub subject_kind: String,
    pub subject: SubjectId,
    pub side: PromiseSide,
    pub text: String,
    pub due: Day,
    /// Of the association's own; who records it where none is given.
    #[serde(default)]
    pub keeper: Option<PersonId>,
    /// In which activity it was agreed.
    #[serde(default)]
    pub activity: Option<ActivityId>,
    #[serde(default)]
    pub depends_on: Option<CommitmentId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeCommitment {
    pub id: CommitmentId,
    #[serde(default)]
    pub version: i64,
    pub text: String,
    pub due: Day,
    #[serde(default)]
    pub keeper: Option<PersonId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetCommitment {
    pub id: CommitmentId,
    #[serde(default)]
    pub version: i64,
    pub on: Day,
    /// What shows that it was kept.
    pub evidence: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExcuseCommitment {
    pub id: CommitmentId,
    #[serde(default)]
    pub version: i64,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddReadingKind {
    /// Letters of its own; made by the caller.
    pub code: String,
    pub name: String,
    #[serde(default)]
    pub unit: String,
    pub measure: ReadingMeasure,
    pub asked_on: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeReadingKind {
    pub code: String,
    #[serde(default)]
    pub version: i64,
    pub name: String,
    #[serde(default)]
    pub unit: String,
    pub active: bool,
    pub asked_on: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeSettings {
    pub settings: FollowUpSettings,
}
