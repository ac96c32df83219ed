//! Committees: who sits in them, when they meet, what they decide, and what became of it.
//!
//! A committee has terms, and members in each (`seats`). A meeting is called with an agenda, part of which is drawn from what
//! waits for an approval anywhere in the program (`meetings`). Members vote, and a decision is issued with its number, its
//! owner and its day (`deciding`). Where something waited, the person who issues the decision gives their own approval in
//! the same transaction, through the command of the feature it belongs to: nobody does the part of two. Minutes write
//! themselves out of all this, are read and confirmed by those who were there, and are sealed by another person than who
//! drew them up (`minutes`).

mod deciding;
pub mod inputs;
mod lists;
mod meetings;
mod minutes;
pub mod model;
mod queries;
pub mod rules;
mod seats;
mod store;
mod waiting;

#[cfg(test)]
mod rules_tests;

pub use rules::REFUSALS;
pub use seats::outsider;
pub use store::{DECISION, decision_label};

use deciding::{decide, drop, finish, perform, postpone, vote};
use inputs::{
    AddAgendaItem, AddCommitteeMember, AskDecisions, AskMeetings, AttendMeeting, BeginTerm, CallMeeting, CancelMeeting,
    ChangeAgendaItem, ChangeCommitteeMember, ChangeMeeting, ConfirmMinutes, DeclareInterest, EndCommitteeMember,
    EndDecision, EnterMeeting, HoldMeeting, IssueDecision, PerformDecision, PostponeItem, RemoveAgendaItem,
    SaveCommittee, SealMinutes, VoteOnItem, WhichCommittee, WhichDecision, WhichMeeting,
};
use meetings::{add_item, agenda, attend, call, cancel_meeting, change_item, change_meeting, enter, hold, remove_item};
use minutes::{confirm, draw_up, minutes_paper, seal};
use model::{CommitteeSheet, Committees, DecisionPage, DecisionSheet, IssuedDecision, MeetingPage, MeetingSheet};
use office::feature::{Feature, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;
use seats::{add, add_member, begin_term, change, change_member, declare, end_member};

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "committees",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["committees"],
    screens: SCREENS,
    owns: &[
        "committee",
        "committee_term",
        "committee_member",
        "committee_interest",
        "committee_meeting",
        "meeting_attendance",
        "meeting_item",
        "meeting_vote",
        "committee_decision",
        "committee_decision_act",
        "meeting_confirmation",
    ],
    publishes: &[
        "decision_standing",
        "decision_matter",
        "agenda_matter",
        "committee_card",
        "committee_seat",
        "meeting_standing",
        "interest_standing",
    ],
    tasks: Some(waiting::tasks),
    subjects: &[
        SubjectKind {
            kind: store::MEETING,
            view: COMMITTEES_VIEW,
            reveal: COMMITTEES_VIEW,
            keep: COMMITTEES_KEEP,
            label: store::meeting_label,
            joined: never_joined,
            followed: None,
            hidden: None,
        },
        SubjectKind {
            kind: DECISION,
            view: COMMITTEES_VIEW,
            reveal: COMMITTEES_VIEW,
            keep: COMMITTEES_VIEW,
            label: decision_label,
            joined: never_joined,
            followed: None,
            hidden: None,
        },
    ],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::permissions! {
    COMMITTEES_VIEW = "committees.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Call meetings, write what happens there, draw minutes up.
    COMMITTEES_KEEP = "committees.keep", [Supervisor, Committee, Administrator];
    /// Issue decisions, carry over what they decide, seal minutes; as a member who was there.
    COMMITTEES_DECIDE = "committees.decide", [Supervisor, Committee];
    /// Say which committees there are, and who sits in them.
    COMMITTEES_MANAGE = "committees.manage", [Committee, Administrator];
}

office::screens! {
    COMMITTEE = "committees.open", WhichCommittee;
    MEETING = "committees.meeting", WhichMeeting;
    MEETINGS = "committees.meetings", AskMeetings;
    SCREEN_OF_DECISION = "committees.decision", WhichDecision;
    DECISIONS = "committees.decisions", AskDecisions;
}

office::commands! { "committees",
    read  list        (Nothing) -> Committees,            needs COMMITTEES_VIEW, shows [committees];
    read  open        (WhichCommittee) -> CommitteeSheet, needs COMMITTEES_VIEW, shows [committees];
    read  meetings    (AskMeetings) -> MeetingPage,       needs COMMITTEES_VIEW, shows [committees];
    read  meeting     (WhichMeeting) -> MeetingSheet,     needs COMMITTEES_VIEW, shows [committees, tasks, documents];
    read  decisions   (AskDecisions) -> DecisionPage,     needs COMMITTEES_VIEW, shows [committees];
    read  decision    (WhichDecision) -> DecisionSheet,   needs COMMITTEES_VIEW, shows [committees, tasks];
    write add         (SaveCommittee) -> WhichCommittee,          needs COMMITTEES_MANAGE, touches [committees];
    write change      (SaveCommittee) -> WhichCommittee,          needs COMMITTEES_MANAGE, touches [committees];
    write begin_term  (BeginTerm) -> WhichCommittee,              needs COMMITTEES_MANAGE, touches [committees, tasks];
    write add_member  (AddCommitteeMember) -> WhichCommittee,     needs COMMITTEES_MANAGE, touches [committees, tasks];
    write change_member (ChangeCommitteeMember) -> WhichCommittee, needs COMMITTEES_MANAGE, touches [committees];
    write end_member  (EndCommitteeMember) -> WhichCommittee,     needs COMMITTEES_MANAGE, touches [committees, tasks];
    write declare     (DeclareInterest) -> WhichCommittee,        needs COMMITTEES_VIEW,   touches [committees, tasks];
    write call        (CallMeeting) -> WhichMeeting,      needs COMMITTEES_KEEP,   touches [committees, tasks];
    write change_meeting (ChangeMeeting) -> WhichMeeting, needs COMMITTEES_KEEP,   touches [committees, tasks];
    write cancel_meeting (CancelMeeting) -> WhichMeeting, needs COMMITTEES_KEEP,   touches [committees, tasks];
    write add_item    (AddAgendaItem) -> WhichMeeting,    needs COMMITTEES_KEEP,   touches [committees];
    write change_item (ChangeAgendaItem) -> WhichMeeting, needs COMMITTEES_KEEP,   touches [committees];
    write remove_item (RemoveAgendaItem) -> WhichMeeting, needs COMMITTEES_KEEP,   touches [committees];
    write attend      (AttendMeeting) -> WhichMeeting,    needs COMMITTEES_KEEP,   touches [committees];
    write hold        (HoldMeeting) -> WhichMeeting,      needs COMMITTEES_KEEP,   touches [committees, tasks];
    write vote        (VoteOnItem) -> WhichMeeting,       needs COMMITTEES_KEEP,   touches [committees];
    write decide      (IssueDecision) -> IssuedDecision,  needs COMMITTEES_DECIDE, touches [committees, tasks];
    write perform     (PerformDecision) -> IssuedDecision, needs COMMITTEES_DECIDE, touches [committees, tasks];
    write postpone    (PostponeItem) -> WhichMeeting,     needs COMMITTEES_KEEP,   touches [committees];
    write enter       (EnterMeeting) -> WhichMeeting,     needs COMMITTEES_KEEP,   touches [committees, tasks];
    write draw_up     (HoldMeeting) -> WhichMeeting,      needs COMMITTEES_KEEP,   touches [committees, tasks];
    write confirm     (ConfirmMinutes) -> WhichMeeting,   needs COMMITTEES_VIEW,   touches [committees, tasks];
    write seal        (SealMinutes) -> WhichMeeting,      needs COMMITTEES_DECIDE, touches [committees, tasks];
    write finish      (EndDecision) -> WhichDecision,     needs COMMITTEES_VIEW,   touches [committees, tasks];
    write drop        (EndDecision) -> WhichDecision,     needs COMMITTEES_KEEP,   touches [committees, tasks];
    print agenda        (WhichMeeting) -> Paper,          needs COMMITTEES_VIEW,   touches [audit];
    print minutes_paper (WhichMeeting) -> Paper,          needs COMMITTEES_VIEW,   touches [audit];
}
