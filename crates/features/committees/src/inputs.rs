//! What the commands of committees take.

use crate::model::{
    CommitteeKind, CommitteeRole, DecisionOutcome, DecisionStanding, MeetingState, MeetingWay, MinutesAnswer, Presence,
    VoteKind,
};
use kernel::Day;
use kernel::id::{
    AgendaItemId, ApprovalId, CommitteeId, CommitteeMemberId, DecisionId, InterestId, MeetingId, PartyId, PersonId,
};
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichCommittee {
    pub committee: CommitteeId,
}

/// A committee, added or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveCommittee {
    pub id: CommitteeId,
    pub name: String,
    pub kind: CommitteeKind,
    #[serde(default)]
    pub purpose: String,
    /// The days of its term; of one that is changed, of the term it is in.
    pub term_from: Day,
    pub term_to: Day,
    /// None: more than half of those who may vote.
    #[serde(default)]
    pub quorum: Option<i64>,
    pub confirm_days: i64,
    /// The day it ended, of one that is changed.
    #[serde(default)]
    pub ended_on: Option<Day>,
    #[serde(default)]
    pub version: i64,
}

/// A new term: all who sit leave their seats, and are taken over where that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BeginTerm {
    pub committee: CommitteeId,
    pub term_from: Day,
    pub term_to: Day,
    /// Members who sit on.
    #[serde(default)]
    pub keep: Vec<CommitteeMemberId>,
    pub version: i64,
}

/// Somebody from outside: found by the identity number where the office knows them, added otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Outsider {
    /// Made by the caller, for somebody the office does not know yet.
    pub id: PartyId,
    pub name: String,
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub mobile: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddCommitteeMember {
    pub id: CommitteeMemberId,
    pub committee: CommitteeId,
    /// Somebody of the office, or somebody from outside.
    #[serde(default)]
    pub person: Option<PersonId>,
    #[serde(default)]
    pub outsider: Option<Outsider>,
    pub role: CommitteeRole,
    pub votes: bool,
    pub since: Day,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeCommitteeMember {
    pub member: CommitteeMemberId,
    pub role: CommitteeRole,
    pub votes: bool,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EndCommitteeMember {
    pub member: CommitteeMemberId,
    pub until: Day,
    pub reason: String,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeclareInterest {
    pub id: InterestId,
    pub member: CommitteeMemberId,
    pub on: Day,
    /// Empty: that there are none.
    #[serde(default)]
    pub interests: String,
    /// Of a member from outside: a paper they signed says so.
    #[serde(default)]
    pub on_paper: bool,
}

/// Which meetings to show; all where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskMeetings {
    pub committee: Option<CommitteeId>,
    pub state: Option<MeetingState>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichMeeting {
    pub meeting: MeetingId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CallMeeting {
    pub id: MeetingId,
    pub committee: CommitteeId,
    pub planned_on: Day,
    pub starts: String,
    pub place: String,
    pub way: MeetingWay,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeMeeting {
    pub meeting: MeetingId,
    pub planned_on: Day,
    pub starts: String,
    pub place: String,
    pub way: MeetingWay,
    #[serde(default)]
    pub note: String,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CancelMeeting {
    pub meeting: MeetingId,
    pub reason: String,
    pub version: i64,
}

/// An item of the agenda: entered, or what waits in the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddAgendaItem {
    pub id: AgendaItemId,
    pub meeting: MeetingId,
    /// Of an entered one; of what waits its own name is taken.
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub request: Option<ApprovalId>,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeAgendaItem {
    pub item: AgendaItemId,
    pub title: String,
    #[serde(default)]
    pub text: String,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RemoveAgendaItem {
    pub item: AgendaItemId,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeatPresence {
    pub member: CommitteeMemberId,
    pub presence: Presence,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttendMeeting {
    pub meeting: MeetingId,
    pub seats: Vec<SeatPresence>,
    pub version: i64,
}

/// A meeting goes on to its next state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HoldMeeting {
    pub meeting: MeetingId,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VoteOnItem {
    pub item: AgendaItemId,
    pub member: CommitteeMemberId,
    /// None: the vote is taken back.
    #[serde(default)]
    pub vote: Option<VoteKind>,
    /// Why somebody steps aside.
    #[serde(default)]
    pub reason: String,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IssueDecision {
    pub id: DecisionId,
    pub item: AgendaItemId,
    pub outcome: DecisionOutcome,
    pub text: String,
    /// Who carries it out: somebody of the office, or a name.
    #[serde(default)]
    pub owner: Option<PersonId>,
    #[serde(default)]
    pub owner_name: String,
    #[serde(default)]
    pub due: Option<Day>,
    /// Whether the person who issues it gives their own approval, or their own no, to what waits.
    #[serde(default)]
    pub perform: bool,
    /// That they have no tie with whom it is about.
    #[serde(default)]
    pub declared: bool,
    pub version: i64,
}

/// A present member gives their approval to what a decision of theirs approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PerformDecision {
    pub decision: DecisionId,
    #[serde(default)]
    pub declared: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PostponeItem {
    pub item: AgendaItemId,
    pub reason: String,
    pub version: i64,
}

/// An item of a meeting that was held elsewhere, as its minutes tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EnteredItem {
    pub title: String,
    pub text: String,
    pub outcome: DecisionOutcome,
    pub votes_for: i64,
    pub against: i64,
    pub abstained: i64,
    #[serde(default)]
    pub owner: Option<PersonId>,
    #[serde(default)]
    pub owner_name: String,
    #[serde(default)]
    pub due: Option<Day>,
}

/// A meeting that was held without the program, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EnterMeeting {
    pub id: MeetingId,
    pub committee: CommitteeId,
    pub on: Day,
    pub starts: String,
    pub place: String,
    pub way: MeetingWay,
    #[serde(default)]
    pub note: String,
    pub seats: Vec<SeatPresence>,
    pub items: Vec<EnteredItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConfirmMinutes {
    pub meeting: MeetingId,
    pub member: CommitteeMemberId,
    pub answer: MinutesAnswer,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub on_paper: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SealMinutes {
    pub meeting: MeetingId,
    pub version: i64,
}

/// Which decisions to show; all where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskDecisions {
    /// Words of the title, or the number.
    pub text: String,
    pub committee: Option<CommitteeId>,
    pub standing: Option<DecisionStanding>,
    pub outcome: Option<DecisionOutcome>,
    /// Those that fall due in these days.
    pub due_from: Option<Day>,
    pub due_to: Option<Day>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichDecision {
    pub decision: DecisionId,
}

/// What became of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EndDecision {
    pub decision: DecisionId,
    pub on: Day,
    pub note: String,
}
