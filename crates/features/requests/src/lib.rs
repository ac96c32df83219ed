//! «الطلبات والتظلمات»: whatever somebody asks of the association, on one way.
//!
//! One intake, one clock, one assignment, one record of the decision, one story serve all kinds; where they differ stands in
//! the table of `casework::flows`, which every step here asks. The clock is `casework::deadlines`; what lists ask of it is
//! kept beside the request, so that many thousands are narrowed and ordered by the database. A restricted complaint is absent
//! for the department it is against: `rules::is_hidden` says so of one request, `seen::visible` of a statement, and nothing
//! reads requests past both.

mod add;
mod advance;
mod assign;
mod clock;
mod declare;
mod facts;
mod figures;
mod finish;
mod frame;
mod imported;
pub mod inputs;
mod lists;
pub mod model;
mod named;
mod papers;
mod personal;
mod queries;
mod referrals;
mod registers;
pub mod rules;
mod seen;
mod service;
mod settled;
mod sheet;
mod store;
mod waiting;
mod works;

// Verbs that share a file with their like, each under the name of its command.
mod decide {
    pub use crate::advance::decide;
}
mod note {
    pub use crate::declare::note;
}
mod judge {
    pub use crate::service::judge;
}
mod propose_exception {
    pub use crate::service::propose_exception;
}
mod apply {
    pub use crate::finish::apply;
}
mod carry_out {
    pub use crate::finish::carry_out;
}
mod hand_letter {
    pub use crate::finish::hand_letter;
}
mod card_paper {
    pub use crate::papers::card_paper;
}
mod letter_paper {
    pub use crate::papers::letter_paper;
}
mod receipt_paper {
    pub use crate::papers::receipt_paper;
}
mod call {
    pub use crate::referrals::call;
}
mod change_referral {
    pub use crate::referrals::change_referral;
}
mod give_consent {
    pub use crate::referrals::give_consent;
}
mod hand_card {
    pub use crate::referrals::hand_card;
}
mod stage {
    pub use crate::referrals::stage;
}
mod tell_entity {
    pub use crate::referrals::tell_entity;
}
mod withdraw_consent {
    pub use crate::referrals::withdraw_consent;
}
mod add_day_off {
    pub use crate::settled::add_day_off;
}
mod change_deadlines {
    pub use crate::settled::change_deadlines;
}
mod log_reception {
    pub use crate::registers::log_reception;
}
mod register_letter {
    pub use crate::registers::register_letter;
}
mod place_person {
    pub use crate::settled::place_person;
}
mod remove_day_off {
    pub use crate::settled::remove_day_off;
}
mod save_department {
    pub use crate::settled::save_department;
}
mod save_entity {
    pub use crate::settled::save_entity;
}

pub use imported::{Importing, RequestRest, known, known_services, remove_imported, rests_on};
pub use rules::REFUSALS;
pub use store::{RECORD, label};

use inputs::{
    AddDayOff, AddRequest, AskAnswers, AssignRequests, CarryOut, ChangeDeadlines, ChangeReferral, DecideRequest,
    DeclareTie, GiveReferralConsent, HandLetter, JudgeCriterion, ListCallbacks, ListLetters, ListReception,
    ListRequests, LogReception, MoveRequest, PlacePerson, RecordReferralCall, RegisterLetter, RemoveDayOff,
    SaveDepartment, SaveEntity, SayOfRequest, StageReferral, WhichRequest,
};
use kernel::id::PartyId;
use model::{
    AnswersFound, AssignedRequests, CallbackPage, LetterPage, ReceptionPage, RequestChoices, RequestPage, RequestSheet,
    SavedRequest,
};
use office::feature::{DailyJob, Feature, Follow, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "requests",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    // The refusals of `casework` are declared by `holds`, once for all who ask its rules.
    refusals: &[REFUSALS],
    views: &["requests"],
    screens: SCREENS,
    owns: &[
        "case_request",
        "case_event",
        "case_declaration",
        "case_data_change",
        "case_referral",
        "case_service",
        "case_finding",
        "case_criterion",
        "case_register",
        "referral_entity",
        "department",
        "department_person",
        "day_off",
        "reception",
        "letter",
    ],
    // Of how people were served nothing is read of who asked.
    publishes: &[
        "department_called",
        "case_request_closed",
        "case_request_called",
        "request_contact",
        "reception_contact",
        "case_service_request",
    ],
    tasks: Some(waiting::tasks),
    decisions: Some(waiting::decisions),
    subjects: &[SubjectKind {
        kind: store::RECORD,
        view: REQUESTS_VIEW,
        reveal: REQUESTS_VIEW,
        keep: REQUESTS_KEEP,
        label: store::label,
        joined: never_joined,
        followed: Some(store::about),
        hidden: Some(store::hidden),
    }],
    follows: &[
        Follow { kind: parties::RECORD, changed: store::party_changed },
        Follow {
            kind: beneficiaries::CONSENT,
            changed: |cx, id| referrals::sharing_stopped(cx, PartyId::from_bytes(id)),
        },
    ],
    gates: &[imported::TAKING_BACK],
    lists: lists::LISTS,
    figures: figures::FIGURES,
    works: Some(works::works),
    personal: Some(personal::PERSONAL),
    jobs: &[DailyJob { name: "requests.terms", run: store::keep_terms }],
    ..Feature::EMPTY
};

office::permissions! {
    /// Look at requests; restricted ones only where they were given to this person, or taken in by them.
    REQUESTS_VIEW = "requests.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Take requests in, give them away, study and refer them.
    REQUESTS_KEEP = "requests.keep", [Researcher, Supervisor];
    /// Carry out what was decided, hand letters over, close.
    REQUESTS_CARRY_OUT = "requests.carry_out", [Researcher, Supervisor, Finance];
    /// Decide on what another person studied.
    REQUESTS_DECIDE = "requests.decide", [Supervisor, Committee];
    /// See restricted requests, unless they are against one's own department.
    REQUESTS_RESTRICTED = "requests.restricted", [Supervisor, Committee];
    /// Log who came, and letters in and out.
    REQUESTS_RECEIVE = "requests.receive", [Researcher, Supervisor, Finance, Administrator];
    /// Set terms, days without work, departments, and entities people are referred to.
    REQUESTS_MANAGE = "requests.manage", [Supervisor, Administrator];
}

office::screens! {
    REQUEST = "requests.open", WhichRequest;
    REQUESTS = "requests.list", ListRequests;
    CALLBACKS = "requests.callbacks", ListCallbacks;
}

office::commands! { "requests",
    read  list      (ListRequests) -> RequestPage,       needs REQUESTS_VIEW,      shows   [requests];
    read  open      (WhichRequest) -> RequestSheet,      needs REQUESTS_VIEW,      shows   [requests, documents, services, follow_up];
    read  callbacks (ListCallbacks) -> CallbackPage,     needs REQUESTS_VIEW,      shows   [requests];
    read  choices   (Nothing) -> RequestChoices,         needs REQUESTS_VIEW,      shows   [requests, staff];
    read  reception (ListReception) -> ReceptionPage,    needs REQUESTS_VIEW,      shows   [requests];
    read  letters   (ListLetters) -> LetterPage,         needs REQUESTS_VIEW,      shows   [requests];
    read  answers   (AskAnswers) -> AnswersFound,        needs REQUESTS_VIEW,      shows   [requests];
    write log_reception (LogReception) -> Nothing,       needs REQUESTS_RECEIVE,   touches [requests];
    write register_letter (RegisterLetter) -> Nothing,   needs REQUESTS_RECEIVE,   touches [requests];
    write add       (AddRequest) -> SavedRequest,        needs REQUESTS_KEEP,      touches [requests, tasks];
    write assign    (AssignRequests) -> AssignedRequests, needs REQUESTS_KEEP,     touches [requests, tasks];
    write advance   (MoveRequest) -> Nothing,            needs REQUESTS_CARRY_OUT, touches [requests, tasks];
    write decide    (DecideRequest) -> Nothing,          needs REQUESTS_DECIDE,    touches [requests, tasks];
    write declare   (DeclareTie) -> Nothing,             needs REQUESTS_VIEW,      touches [requests, tasks];
    write note      (SayOfRequest) -> Nothing,           needs REQUESTS_VIEW,      touches [requests];
    write hand_letter (HandLetter) -> Nothing,           needs REQUESTS_CARRY_OUT, touches [requests];
    write carry_out (CarryOut) -> Nothing,               needs REQUESTS_CARRY_OUT, touches [requests];
    write judge     (JudgeCriterion) -> Nothing,         needs REQUESTS_KEEP,      touches [requests];
    write propose_exception (SayOfRequest) -> Nothing,   needs REQUESTS_KEEP,      touches [requests];
    write apply     (SayOfRequest) -> Nothing,           needs REQUESTS_KEEP,      touches [requests, beneficiaries, tasks];
    write change_referral (ChangeReferral) -> Nothing,   needs REQUESTS_KEEP,      touches [requests, tasks];
    write give_consent (GiveReferralConsent) -> Nothing, needs REQUESTS_KEEP,      touches [requests, tasks];
    write withdraw_consent (SayOfRequest) -> Nothing,    needs REQUESTS_KEEP,      touches [requests, tasks];
    write tell_entity (SayOfRequest) -> Nothing,         needs REQUESTS_KEEP,      touches [requests, tasks];
    write hand_card (SayOfRequest) -> Nothing,           needs REQUESTS_KEEP,      touches [requests, tasks];
    write stage     (StageReferral) -> Nothing,          needs REQUESTS_KEEP,      touches [requests, tasks];
    write call      (RecordReferralCall) -> Nothing,     needs REQUESTS_KEEP,      touches [requests, tasks];
    write save_department (SaveDepartment) -> Nothing,   needs REQUESTS_MANAGE,    touches [requests];
    write place_person (PlacePerson) -> Nothing,         needs REQUESTS_MANAGE,    touches [requests, tasks, staff];
    write add_day_off (AddDayOff) -> Nothing,            needs REQUESTS_MANAGE,    touches [requests, tasks];
    write remove_day_off (RemoveDayOff) -> Nothing,      needs REQUESTS_MANAGE,    touches [requests, tasks];
    write save_entity (SaveEntity) -> Nothing,           needs REQUESTS_MANAGE,    touches [requests];
    write change_deadlines (ChangeDeadlines) -> Nothing, needs REQUESTS_MANAGE,    touches [requests, tasks];
    print letter_paper  (WhichRequest) -> Paper,         needs REQUESTS_VIEW,      touches [audit];
    print receipt_paper (WhichRequest) -> Paper,         needs REQUESTS_VIEW,      touches [audit];
    print card_paper    (WhichRequest) -> Paper,         needs REQUESTS_VIEW,      touches [audit];
}
