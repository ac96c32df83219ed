//! «حماية البيانات»: who looked at what is kept of a person, what of it is theirs to take along, and what becomes of it when
//! it was kept long enough.
//!
//! What is kept of a person, only the features know (`personal` of their manifests). When a file has ended and the rule of
//! the association has run out, somebody decides: to keep it longer, with the reason, or to take out who it was about, which
//! another person does. Money rows stay, and so does the sealed audit trail.

mod anonymise;
mod ask_anonymise;
mod due;
pub mod inputs;
mod keep;
mod lists;
mod looks;
pub mod model;
mod person;
mod queries;
mod rules;
mod set_rule;
mod steps;
mod store;
mod waiting;

mod drop_request {
    pub use crate::ask_anonymise::drop_request;
}

pub use rules::REFUSALS;

use inputs::{AskAnonymise, AskLooks, DropDecision, KeepData, ListDue, SetRetention, WhichPerson, WhichRetention};
use model::{LooksPage, RetentionPage, RetentionRules};
use office::feature::Feature;
use office::input::Nothing;
use office::outbox::Handed;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "privacy",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["privacy"],
    screens: SCREENS,
    owns: &["retention_rule", "retention_decision"],
    tasks: Some(waiting::tasks),
    steps: &[steps::ANONYMISE],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::permissions! {
    /// See who looked at what is kept of a person.
    PRIVACY_LOOKS = "privacy.looks", [Supervisor, Administrator];
    /// Give a person what is kept of them.
    PRIVACY_EXPORT = "privacy.export", [Supervisor, Administrator];
    /// Decide what becomes of data that were kept long enough.
    PRIVACY_KEEP = "privacy.keep", [Supervisor, Administrator];
    /// Take out of the office who somebody was, as another person asked for it.
    PRIVACY_ANONYMISE = "privacy.anonymise", [Committee, Administrator];
    /// Set how long data are kept.
    PRIVACY_MANAGE = "privacy.manage", [Administrator];
}

office::screens! {
    DUE = "privacy.due", ListDue;
}

office::commands! { "privacy",
    view  looks  (AskLooks) -> LooksPage,        needs PRIVACY_LOOKS,  shows [];
    read  due    (ListDue) -> RetentionPage,           needs PRIVACY_KEEP,   shows [privacy, beneficiaries];
    read  rule   (Nothing) -> RetentionRules,    needs PRIVACY_KEEP,   shows [privacy];
    write set_rule (SetRetention) -> Nothing,    needs PRIVACY_MANAGE, touches [privacy, tasks];
    write keep   (KeepData) -> Nothing,          needs PRIVACY_KEEP,   touches [privacy, tasks];
    write ask_anonymise (AskAnonymise) -> Nothing, needs PRIVACY_KEEP, touches [privacy, tasks];
    write anonymise (WhichRetention) -> Nothing, needs PRIVACY_ANONYMISE, touches [privacy, beneficiaries, requests, follow_up, assessments, documents, loans, tasks];
    write drop_request (DropDecision) -> Nothing, needs PRIVACY_KEEP,   touches [privacy, tasks];
    export person (WhichPerson) -> Handed,       needs PRIVACY_EXPORT, touches [audit];
}
