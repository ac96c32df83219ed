//! Nouns of committees.

use crate::rules::{CHANGED_SINCE, NO_RIGHT, Tally};
use kernel::id::{
    AgendaItemId, ApprovalId, CommitteeId, CommitteeMemberId, DecisionId, InterestId, MeetingId, PartyId, PersonId,
};
use kernel::{Code, Day, Failure, Moment, Money, Result};
use office::list;
use office::record::RecordVersion;
use office::target::Target;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

list! {
    CommitteeKind {
        Executive = "executive", Board = "board", Coordination = "coordination", Audit = "audit", Media = "media",
        Other = "other",
    }
}
list! {
    CommitteeRole { Chair = "chair", Deputy = "deputy", Member = "member", Secretary = "secretary" }
}
list! {
    MeetingWay { InPerson = "in_person", Remote = "remote", Both = "both" }
}
list! {
    /// called → held → minuted → sealed; cancelled before it was held.
    MeetingState { Called = "called", Held = "held", Minuted = "minuted", Sealed = "sealed", Cancelled = "cancelled" }
}
list! {
    Presence { Invited = "invited", Present = "present", Remote = "remote", Excused = "excused", Absent = "absent" }
}

impl Presence {
    /// Whether somebody takes part, at the place or from afar.
    pub const fn is_there(self) -> bool {
        matches!(self, Self::Present | Self::Remote)
    }
}

list! {
    AgendaItemState { Open = "open", Decided = "decided", Postponed = "postponed" }
}
list! {
    /// Who has a conflict of interest steps aside: no vote of theirs, and not counted.
    VoteKind { For = "for", Against = "against", Abstain = "abstain", Recused = "recused" }
}
list! {
    DecisionOutcome { Approved = "approved", Rejected = "rejected", Noted = "noted" }
}
list! {
    DecisionState { Open = "open", Done = "done", Dropped = "dropped" }
}
list! {
    /// Late follows from the day and is never kept.
    DecisionStanding { Open = "open", Late = "late", Done = "done", Dropped = "dropped" }
}
list! {
    MinutesAnswer { Confirmed = "confirmed", Objected = "objected" }
}

/// A committee as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommitteeLine {
    pub committee: CommitteeId,
    pub name: String,
    pub kind: CommitteeKind,
    pub term: i64,
    pub term_from: Day,
    pub term_to: Day,
    pub chair: String,
    pub members: i64,
    pub meetings: i64,
    /// Decisions that wait to be carried out, and those past their day.
    pub open_decisions: i64,
    pub late_decisions: i64,
    pub next_meeting: Option<Day>,
    pub ended_on: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Committees {
    pub committees: Vec<CommitteeLine>,
    /// What waits for an approval in the program and stands on no agenda.
    pub waiting: i64,
}

/// A committee as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Committee {
    pub id: CommitteeId,
    pub name: String,
    pub kind: CommitteeKind,
    pub purpose: String,
    pub term: i64,
    pub term_from: Day,
    pub term_to: Day,
    /// None: more than half of those who may vote.
    pub quorum: Option<i64>,
    pub confirm_days: i64,
    pub ended_on: Option<Day>,
}

/// Who sits in a committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommitteeMember {
    pub id: CommitteeMemberId,
    pub committee: CommitteeId,
    pub term: i64,
    /// Somebody of the office, or a party from outside.
    pub person: Option<PersonId>,
    pub party: Option<PartyId>,
    pub name: String,
    pub role: CommitteeRole,
    pub votes: bool,
    pub since: Day,
    pub until: Option<Day>,
    pub ended_reason: String,
}

/// What a member declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberInterest {
    pub id: InterestId,
    pub member: CommitteeMemberId,
    pub on: Day,
    /// Empty: that there are none.
    pub interests: String,
    pub on_paper: bool,
    pub recorded_by_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommitteeTerm {
    pub no: i64,
    pub from: Day,
    pub to: Day,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommitteeSheet {
    pub committee: Committee,
    pub terms: Vec<CommitteeTerm>,
    /// Those of this term who sit, in the order of their roles; then those who left or sat before.
    pub members: Vec<CommitteeMember>,
    /// The newest first.
    pub interests: Vec<MemberInterest>,
    pub meetings: Vec<MeetingLine>,
    pub record: RecordVersion,
}

/// A meeting as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeetingLine {
    pub meeting: MeetingId,
    pub committee: CommitteeId,
    pub committee_name: String,
    pub term: i64,
    pub no: i64,
    pub minutes_no: String,
    pub on: Day,
    pub starts: String,
    pub place: String,
    pub way: MeetingWay,
    pub elsewhere: bool,
    pub state: MeetingState,
    pub items: i64,
    pub decisions: i64,
    pub present: i64,
    pub members: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeetingCount {
    pub state: MeetingState,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeetingPage {
    pub lines: Vec<MeetingLine>,
    pub total: i64,
    pub counts: Vec<MeetingCount>,
}

/// Who was invited, and whether they came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeetingSeat {
    pub member: CommitteeMemberId,
    pub person: Option<PersonId>,
    pub name: String,
    pub role: CommitteeRole,
    pub votes: bool,
    pub presence: Presence,
    pub note: String,
    /// What they declared last, where there is something.
    pub interests: String,
    /// What they said of the minutes.
    pub answer: Option<MinutesAnswer>,
    pub answer_note: String,
    pub answer_at: Option<Moment>,
    pub on_paper: bool,
}

/// How a member who votes stands to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemberVote {
    pub present: bool,
    pub vote: Option<VoteKind>,
    pub chair: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ItemVote {
    pub member: CommitteeMemberId,
    pub name: String,
    pub vote: VoteKind,
    pub reason: String,
}

/// The votes on an item, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct VoteTally {
    pub eligible: i64,
    pub present: i64,
    pub quorum: i64,
    pub has_quorum: bool,
    pub votes_for: i64,
    pub against: i64,
    pub abstained: i64,
    pub recused: i64,
    pub missing: i64,
    pub carried: bool,
}

impl From<Tally> for VoteTally {
    fn from(tally: Tally) -> Self {
        Self {
            eligible: tally.eligible,
            present: tally.present,
            quorum: tally.quorum,
            has_quorum: tally.has_quorum(),
            votes_for: tally.votes_for,
            against: tally.against,
            abstained: tally.abstained,
            recused: tally.recused,
            missing: tally.missing(),
            carried: tally.is_carried(),
        }
    }
}

/// What waits for an approval in the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingMatter {
    pub request: ApprovalId,
    pub step: String,
    /// What it is, in words.
    pub title: String,
    pub why: String,
    pub amount: Option<Money>,
    pub asked_by_name: String,
    pub asked_on: Day,
    pub target: Target,
    /// Approvals it has, of those it needs.
    pub approvals: i64,
    pub needed: i64,
    /// Whether a decision can carry its approval over.
    pub carried: bool,
}

/// Why a person may not do something now: a refusal, and what its sentence is filled with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Hindrance {
    pub code: String,
    pub args: BTreeMap<String, String>,
}

impl Hindrance {
    /// What hinders; nothing where all is well. A fault is none: it comes up where it is met again.
    pub fn of(outcome: Result<()>) -> Option<Self> {
        let plain = |code: Code| Some(Self { code: code.0.to_owned(), args: BTreeMap::new() });
        match outcome {
            Ok(()) => None,
            Err(Failure::Refused(refusal) | Failure::Conflict(refusal)) => Some(Self {
                code: refusal.code.0.to_owned(),
                args: refusal.args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            }),
            Err(Failure::Forbidden { .. }) => plain(NO_RIGHT),
            Err(Failure::NotFound { .. } | Failure::Broken { .. }) => plain(CHANGED_SINCE),
        }
    }
}

/// An item of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgendaItem {
    pub id: AgendaItemId,
    pub no: i64,
    pub title: String,
    pub text: String,
    pub state: AgendaItemState,
    pub note: String,
    /// What waited and is decided here.
    pub step: Option<String>,
    pub request: Option<ApprovalId>,
    /// As it waits now; none where it waits no more.
    pub waiting: Option<WaitingMatter>,
    pub votes: Vec<ItemVote>,
    pub tally: VoteTally,
    pub decision: Option<Decision>,
    /// Why the person who looks may not issue the decision; none where they may.
    pub cannot_decide: Option<Hindrance>,
    /// Why they may not give the approval that waits; none where they may, or where none waits.
    pub cannot_perform: Option<Hindrance>,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Decision {
    pub id: DecisionId,
    pub decision_no: String,
    pub title: String,
    pub text: String,
    pub outcome: DecisionOutcome,
    pub votes_for: i64,
    pub votes_against: i64,
    pub abstained: i64,
    pub recused: i64,
    pub present: i64,
    pub quorum: i64,
    pub owner: Option<PersonId>,
    pub owner_name: String,
    pub due: Option<Day>,
    pub decided_on: Day,
    pub issued_by: PersonId,
    pub issued_by_name: String,
    pub state: DecisionState,
    pub standing: DecisionStanding,
    pub ended_on: Option<Day>,
    pub ended_by_name: String,
    pub ended_note: String,
    /// Who gave their approval, or their no, to what waited because of it.
    pub acts: Vec<DecisionAct>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionAct {
    pub person: PersonId,
    pub name: String,
    pub approved: bool,
    pub at: Moment,
}

/// A meeting with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeetingSheet {
    pub line: MeetingLine,
    pub kind: CommitteeKind,
    pub quorum_set: Option<i64>,
    pub note: String,
    pub called_by_name: String,
    pub held_at: Option<Moment>,
    pub minuted_by: Option<PersonId>,
    pub minuted_by_name: String,
    pub minuted_at: Option<Moment>,
    pub confirm_by: Option<Day>,
    pub sealed_by_name: String,
    pub sealed_at: Option<Moment>,
    pub ended_reason: String,
    pub seats: Vec<MeetingSeat>,
    /// Of the meeting as a whole: nobody has stepped aside.
    pub tally: VoteTally,
    pub items: Vec<AgendaItem>,
    /// What waits in the program and stands on no agenda; while the meeting is called or held.
    pub waiting: Vec<WaitingMatter>,
    /// Number the next decision gets.
    pub next_decision: String,
    /// Documents that hang on it.
    pub papers: i64,
    /// Why the person who looks may not seal it; none where they may.
    pub cannot_seal: Option<Hindrance>,
    pub record: RecordVersion,
}

/// A decision as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionLine {
    pub decision: DecisionId,
    pub decision_no: String,
    pub committee: CommitteeId,
    pub committee_name: String,
    pub meeting: MeetingId,
    pub meeting_no: i64,
    pub title: String,
    pub outcome: DecisionOutcome,
    pub owner_name: String,
    pub decided_on: Day,
    pub due: Option<Day>,
    pub standing: DecisionStanding,
    pub ended_on: Option<Day>,
    /// Days past its day: of one that is open today, of one that is done the day it was.
    pub days_late: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionCount {
    pub standing: DecisionStanding,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionPage {
    pub lines: Vec<DecisionLine>,
    pub total: i64,
    pub counts: Vec<DecisionCount>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionSheet {
    pub decision: Decision,
    pub meeting: MeetingLine,
    /// What it is about, as it waits now; none where it waits no more or never did.
    pub waiting: Option<WaitingMatter>,
    /// Why the person who looks may not give the approval; none where they may, or where none waits.
    pub cannot_perform: Option<Hindrance>,
    /// Whether the person who looks says what became of it.
    pub may_finish: bool,
    pub days_late: i64,
}

/// What a decision answers at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IssuedDecision {
    pub decision: DecisionId,
    pub decision_no: String,
    /// Whether the approval that waited was given with it, and whether nothing of it waits any more.
    pub performed: bool,
}
