//! «المتابعة»: interviews, visits, calls and the like on records of any kind, and what both sides promised.
//!
//! One activity serves all of them: planned for a day and a person, done, then reviewed by another; or missed, with the
//! reason and a new day; or called off. That it is late is never written: it follows from the day. A promise is the
//! beneficiary's or the association's, and is followed as closely on either side.
//!
//! A record is followed where its `SubjectKind` says whom it is about; nothing here names a kind of record. What is read
//! on a visit is data (`reading_kind`). Others judge by `facts`, and by the views of the manifest.

mod add_commitment;
mod add_reading_kind;
mod board;
mod both_ways;
mod cancel;
mod change_commitment;
mod change_reading_kind;
mod change_settings;
mod commitments;
mod correct;
mod excuse_commitment;
mod facts;
mod figures;
mod finish_action;
mod form_paper;
mod imported;
pub mod inputs;
mod lists;
mod measures;
mod meet_commitment;
mod miss;
pub mod model;
mod personal;
mod plan;
pub mod promises;
mod queries;
mod readings;
mod record;
mod replan;
mod review;
mod round_paper;
pub mod rules;
mod settings;
mod sheet;
mod store;
mod subjects;
mod waiting;
mod works;

pub use both_ways::{PromiseBothWays, VisitBothWays, promises_both_ways, visits_both_ways};
pub use cancel::cancel as cancel_activity;
pub use facts::{CommitmentFact, FollowUpFacts, ReadingFact, VisitFact, all_facts, facts};
pub use imported::{
    FollowUpRest, Followable, ImportedCommitment, ImportedVisit, MadeFollowUp, known_commitments, known_visits,
    remove_imported, rests_on, store_imported,
};
pub use model::{ActivityKind, ActivityState, MeasuredShare, PromiseSide, VisitSignal};
pub use plan::plan as plan_activity;
pub use rules::REFUSALS;
pub use store::{ACTIVITY as ACTIVITY_RECORD, COMMITMENT as COMMITMENT_RECORD, activity_label, commitment_label};

use inputs::{
    AddCommitment, AddReadingKind, AskMeasures, AskRound, AskVisitPlan, BeginActivity, CancelActivity,
    ChangeCommitment, ChangeReadingKind, ChangeSettings, CorrectActivity, ExcuseCommitment, FinishAction,
    ListActivities, ListCommitments, ListPromises, MeetCommitment, MissActivity, PlanActivity, RecordActivity,
    ReplanActivity, ReviewActivity, WhichActivity, WhichForms, WhichSubject,
};
use model::{
    ActivityPage, ActivitySheet, CommitmentPage, FollowUpBoard, FollowUpMeasures, FollowUpOf, FollowUpSettings,
    PlannedActivity, PromisePage, ReadingKinds, RoundPreview, SavedCommitment,
};
use office::feature::{Feature, Follow, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "follow_up",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["follow_up"],
    screens: SCREENS,
    owns: &["activity", "activity_reading", "activity_kept", "commitment", "reading_kind", "reading_asked"],
    publishes: &["follow_up_visit", "follow_up_commitment", "follow_up_reading", "follow_up_contact"],
    tasks: Some(waiting::tasks),
    subjects: &[subject(store::ACTIVITY, store::activity_label), subject(store::COMMITMENT, store::commitment_label)],
    follows: &[Follow { kind: "party", changed: store::party_changed }],
    gates: &[imported::TAKING_BACK],
    lists: lists::LISTS,
    figures: figures::FIGURES,
    works: Some(works::works),
    personal: Some(personal::PERSONAL),
    ..Feature::EMPTY
};

/// Photos and papers of a visit, and evidence of what was promised.
const fn subject(
    kind: &'static str,
    label: fn(&database::Read<'_>, [u8; 16]) -> kernel::Result<String>,
) -> SubjectKind {
    SubjectKind {
        kind,
        view: FOLLOW_UP_VIEW,
        reveal: FOLLOW_UP_VIEW,
        keep: FOLLOW_UP_KEEP,
        label,
        joined: never_joined,
        followed: None,
        hidden: None,
    }
}

office::permissions! {
    FOLLOW_UP_VIEW = "follow_up.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Plan and record visits, note and settle commitments.
    FOLLOW_UP_KEEP = "follow_up.keep", [Researcher, Supervisor, Administrator];
    /// Review what another person visited and recorded.
    FOLLOW_UP_REVIEW = "follow_up.review", [Supervisor, Committee];
    /// Say what is read on visits, and after how many days the next one is due.
    FOLLOW_UP_MANAGE = "follow_up.manage", [Supervisor, Administrator];
}

office::screens! {
    ACTIVITY = "follow_up.activity", WhichActivity;
    ACTIVITIES = "follow_up.list", ListActivities;
    COMMITMENTS = "follow_up.commitments", ListCommitments;
    /// What each side kept of what fell due between two days.
    PROMISES = "follow_up.promises", ListPromises;
}

office::commands! { "follow_up",
    read  board         (AskVisitPlan) -> FollowUpBoard,         needs FOLLOW_UP_VIEW,   shows   [follow_up];
    read  list          (ListActivities) -> ActivityPage,    needs FOLLOW_UP_VIEW,   shows   [follow_up];
    read  commitments   (ListCommitments) -> CommitmentPage, needs FOLLOW_UP_VIEW,   shows   [follow_up];
    read  promises      (ListPromises) -> PromisePage,       needs FOLLOW_UP_VIEW,   shows   [follow_up];
    read  measures      (AskMeasures) -> FollowUpMeasures,   needs FOLLOW_UP_VIEW,   shows   [follow_up];
    read  of            (WhichSubject) -> FollowUpOf,        needs FOLLOW_UP_VIEW,   shows   [follow_up];
    read  activity      (WhichActivity) -> ActivitySheet,    needs FOLLOW_UP_VIEW,   shows   [follow_up];
    read  begin         (BeginActivity) -> ActivitySheet,    needs FOLLOW_UP_KEEP,   shows   [follow_up];
    read  round         (AskRound) -> RoundPreview,          needs FOLLOW_UP_VIEW,   shows   [follow_up];
    read  reading_kinds (Nothing) -> ReadingKinds,           needs FOLLOW_UP_VIEW,   shows   [follow_up];
    read  settings      (Nothing) -> FollowUpSettings,       needs FOLLOW_UP_VIEW,   shows   [follow_up];
    write plan          (PlanActivity) -> PlannedActivity,   needs FOLLOW_UP_KEEP,   touches [follow_up, tasks];
    write replan        (ReplanActivity) -> PlannedActivity, needs FOLLOW_UP_KEEP,   touches [follow_up, tasks];
    write record        (RecordActivity) -> PlannedActivity, needs FOLLOW_UP_KEEP,   touches [follow_up, tasks];
    write correct       (CorrectActivity) -> PlannedActivity, needs FOLLOW_UP_KEEP,  touches [follow_up, tasks];
    write miss          (MissActivity) -> PlannedActivity,   needs FOLLOW_UP_KEEP,   touches [follow_up, tasks];
    write cancel        (CancelActivity) -> PlannedActivity, needs FOLLOW_UP_KEEP,   touches [follow_up, tasks];
    write review        (ReviewActivity) -> PlannedActivity, needs FOLLOW_UP_REVIEW, touches [follow_up, tasks];
    write finish_action (FinishAction) -> PlannedActivity,   needs FOLLOW_UP_VIEW,   touches [follow_up, tasks];
    write add_commitment    (AddCommitment) -> SavedCommitment,    needs FOLLOW_UP_KEEP, touches [follow_up, tasks];
    write change_commitment (ChangeCommitment) -> SavedCommitment, needs FOLLOW_UP_KEEP, touches [follow_up, tasks];
    write meet_commitment   (MeetCommitment) -> SavedCommitment,   needs FOLLOW_UP_KEEP, touches [follow_up, tasks];
    write excuse_commitment (ExcuseCommitment) -> SavedCommitment, needs FOLLOW_UP_KEEP, touches [follow_up, tasks];
    write add_reading_kind    (AddReadingKind) -> Nothing,    needs FOLLOW_UP_MANAGE, touches [follow_up];
    write change_reading_kind (ChangeReadingKind) -> Nothing, needs FOLLOW_UP_MANAGE, touches [follow_up];
    write change_settings     (ChangeSettings) -> Nothing,    needs FOLLOW_UP_MANAGE, touches [follow_up];
    print form_paper    (WhichForms) -> Paper,               needs FOLLOW_UP_VIEW,   touches [audit];
    print round_paper   (AskRound) -> Paper,                 needs FOLLOW_UP_VIEW,   touches [audit];
}
