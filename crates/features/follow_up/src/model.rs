//! Nouns of following up.

use kernel::id::{ActivityId, CommitmentId, PartyId, PersonId, SubjectId};
use kernel::{Day, Moment};
use office::list;
use office::record::RecordVersion;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    ActivityKind {
        Visit = "visit", Interview = "interview", Call = "call", Session = "session", Inspection = "inspection",
        Mentoring = "mentoring", CommitteeCheck = "committee_check",
    }
}
list! { ActivityState { Planned = "planned", Done = "done", Reviewed = "reviewed", Missed = "missed", Cancelled = "cancelled" } }
list! {
    /// What a visit leaves behind of how things stand.
    VisitSignal { Sound = "sound", Watch = "watch", Distress = "distress" }
}
list! {
    /// Whose promise it is.
    PromiseSide { Beneficiary = "beneficiary", Association = "association" }
}
list! { PromiseKept { Kept = "kept", Partly = "partly", Broken = "broken" } }
list! { CommitmentState { Open = "open", Met = "met", Excused = "excused" } }
list! { ReadingMeasure { Money = "money", Count = "count" } }

impl ActivityKind {
    /// Whether somebody stands before the thing itself, so that a signal and readings are due.
    pub const fn is_on_the_spot(self) -> bool {
        matches!(self, Self::Visit | Self::Inspection | Self::Mentoring | Self::CommitteeCheck)
    }
}

/// A record of any kind, as somebody follows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FollowedSubject {
    pub subject_kind: String,
    pub subject: SubjectId,
    /// The name people know the record by.
    pub name: String,
    /// Whom it is about; nobody in particular where there is none.
    pub party: Option<PartyId>,
    pub party_name: String,
    pub mobile: String,
    pub city: String,
    pub district: String,
    pub address: String,
}

/// An activity as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActivityLine {
    pub activity: ActivityId,
    pub activity_no: String,
    pub kind: ActivityKind,
    pub of: FollowedSubject,
    pub state: ActivityState,
    pub planned_on: Day,
    pub researcher: PersonId,
    pub researcher_name: String,
    pub purpose: String,
    pub reason: String,
    pub done_on: Option<Day>,
    pub done_by_name: String,
    pub signal: Option<VisitSignal>,
    /// The newest signal on the same record, of any activity.
    pub last_signal: Option<VisitSignal>,
    /// Days past the planned one, of one that is still planned; zero otherwise.
    pub days_late: i32,
    pub action: String,
    pub action_owner_name: String,
    pub action_due: Option<Day>,
    pub action_done_on: Option<Day>,
    /// Sent back with a change.
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActivityCounts {
    pub planned: i64,
    pub late: i64,
    /// Done, and reviewed by nobody yet.
    pub to_review: i64,
    pub distress: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActivityPage {
    pub lines: Vec<ActivityLine>,
    /// Of all pages.
    pub total: i64,
    /// Of all activities, whatever was asked for.
    pub counts: ActivityCounts,
}

/// A promise with how it stands today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommitmentLine {
    pub commitment: CommitmentId,
    pub of: FollowedSubject,
    pub side: PromiseSide,
    pub text: String,
    pub due: Day,
    pub keeper: Option<PersonId>,
    pub keeper_name: String,
    pub state: CommitmentState,
    /// Days past the due one: of an open one until today, of one that was met until it was met.
    pub days_late: i32,
    pub met_on: Option<Day>,
    pub evidence: String,
    pub reason: String,
    pub activity: Option<ActivityId>,
    pub activity_no: String,
    pub depends_on: Option<CommitmentId>,
    pub made_on: Day,
    pub made_by_name: String,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommitmentCounts {
    pub open: i64,
    pub late_beneficiary: i64,
    pub late_association: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommitmentPage {
    pub lines: Vec<CommitmentLine>,
    pub total: i64,
    pub counts: CommitmentCounts,
}

/// One row of the measure of promises: a commitment that fell due, or what a visit found kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PromiseRow {
    pub commitment: Option<CommitmentId>,
    pub activity: Option<ActivityId>,
    pub of: FollowedSubject,
    pub side: PromiseSide,
    pub text: String,
    /// The due day, or the day of the visit.
    pub day: Day,
    pub kept: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PromisePage {
    pub lines: Vec<PromiseRow>,
    pub total: i64,
}

/// So many of so many; per cent is none where there is nothing to divide by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct MeasuredShare {
    pub n: i64,
    pub of: i64,
    pub percent: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ResearcherShare {
    pub researcher: PersonId,
    pub name: String,
    pub share: MeasuredShare,
}

/// Both measures of a period: visits in time, and promises kept by either side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowUpMeasures {
    pub from: Day,
    pub until: Day,
    /// Days after the planned one on which a visit is still in time.
    pub tolerance: i32,
    pub visits: MeasuredShare,
    pub by_researcher: Vec<ResearcherShare>,
    pub beneficiary: MeasuredShare,
    pub association: MeasuredShare,
}

/// What waits in the week that is shown, by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ResearcherLoad {
    pub researcher: PersonId,
    pub name: String,
    pub late: i64,
    /// Planned for the days that are shown.
    pub planned: i64,
    /// Done on these days already.
    pub done: i64,
}

/// The late visits and those of a week, in the order of their neighbourhoods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowUpBoard {
    pub today: Day,
    /// The days that are shown: working days, others where something is planned.
    pub days: Vec<Day>,
    pub late: Vec<ActivityLine>,
    /// Of all, where there are more than are shown.
    pub late_in_all: i64,
    pub week: Vec<ActivityLine>,
    pub load: Vec<ResearcherLoad>,
    /// Promises of the association that are late, by who sees to them.
    pub ours_late: Vec<KeeperCount>,
    pub people: Vec<FollowUpPerson>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeeperCount {
    pub keeper: PersonId,
    pub name: String,
    pub late: i64,
}

/// Somebody of the office who may visit, or see to something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowUpPerson {
    pub person: PersonId,
    pub name: String,
    /// Whether visits may be planned for them.
    pub visits: bool,
}

/// One thing that is read, with what was read before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReadingRow {
    pub kind: String,
    /// Empty where the program has the words.
    pub name: String,
    pub unit: String,
    pub measure: ReadingMeasure,
    pub below_zero: bool,
    /// What stands on this activity.
    pub now: Option<ReadingValue>,
    /// The two before it, the older first.
    pub before: Vec<ReadingValue>,
}

/// What was read on a day: whole halalas or a whole number; or why nothing was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadingValue {
    pub on: Day,
    pub value: Option<i64>,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeptLine {
    pub side: PromiseSide,
    pub text: String,
    pub commitment: Option<CommitmentId>,
    pub kept: PromiseKept,
}

/// What stands of an activity beyond its line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActivityDetail {
    pub line: ActivityLine,
    pub record: RecordVersion,
    pub place: String,
    pub present: String,
    pub findings: String,
    pub done_by: Option<PersonId>,
    pub recorded_by: Option<PersonId>,
    pub recorded_by_name: String,
    pub recorded_at: Option<Moment>,
    pub action_owner: Option<PersonId>,
    pub action_done_by_name: String,
    pub action_note: String,
    pub reviewed_by_name: String,
    pub reviewed_at: Option<Moment>,
    pub review_note: String,
    pub comes_from: Option<ActivityId>,
    pub closed_with: Option<ActivityId>,
    /// The one planned after it.
    pub next: Option<ActivityId>,
    pub next_on: Option<Day>,
    pub kept: Vec<KeptLine>,
    /// Late ones that were closed with it.
    pub closes: Vec<String>,
}

/// The page of an activity, and the form in which one is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActivitySheet {
    pub today: Day,
    pub of: FollowedSubject,
    /// None where nothing was planned and one is recorded anew.
    pub activity: Option<ActivityDetail>,
    pub readings: Vec<ReadingRow>,
    /// Open promises on the record.
    pub commitments: Vec<CommitmentLine>,
    /// Late ones at the same place that one visit may close.
    pub late: Vec<ActivityLine>,
    /// How often the record was visited before.
    pub before: i64,
    pub settings: FollowUpSettings,
    pub people: Vec<FollowUpPerson>,
}

/// What was followed up on one record, and on those that were joined into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowUpOf {
    pub of: FollowedSubject,
    /// Those still planned first, then the newest.
    pub activities: Vec<ActivityLine>,
    pub commitments: Vec<CommitmentLine>,
    /// What was read on the newest visits.
    pub readings: Vec<ReadingHistory>,
    pub people: Vec<FollowUpPerson>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReadingHistory {
    pub kind: String,
    pub name: String,
    pub unit: String,
    pub measure: ReadingMeasure,
    /// The oldest first.
    pub values: Vec<ReadingValue>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadingKind {
    pub code: String,
    pub name: String,
    pub unit: String,
    pub measure: ReadingMeasure,
    pub below_zero: bool,
    pub active: bool,
    /// Kinds of records on which it is asked for.
    pub asked_on: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReadingKinds {
    pub kinds: Vec<ReadingKind>,
    /// The kinds of records that are followed up.
    pub subject_kinds: Vec<String>,
    /// Sent back with a change of any of them.
    pub version: i64,
}

/// As shipped until the association sets another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FollowUpSettings {
    /// A visit is in time until so many days after its own.
    pub tolerance: i32,
    /// Days until the next visit, after a sound one, one to watch, one in distress.
    pub sound_days: i32,
    pub watch_days: i32,
    pub distress_days: i32,
}

impl Default for FollowUpSettings {
    fn default() -> Self {
        Self { tolerance: 3, sound_days: 30, watch_days: 10, distress_days: 10 }
    }
}

/// The visits of one round, in the order of their addresses; with late ones of the same neighbourhood that lie on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RoundPreview {
    pub lines: Vec<ActivityLine>,
    pub on_the_way: Vec<ActivityLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlannedActivity {
    pub activity: ActivityId,
    pub activity_no: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedCommitment {
    pub commitment: CommitmentId,
}
