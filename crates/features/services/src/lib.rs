//! «الخدمات»: what the association offers, under which criteria, announced where; who may have it and did not ask; whether
//! families are decided on alike.
//!
//! What a service says is a version (`service_version`): written by some, approved by another, published with its criteria,
//! announced, and frozen from its approval on; a change is another version, announced anew. `casework::criteria` judges a
//! family by facts that are gathered for one or for all in a handful of statements (`facts`). Requests stand on services: they
//! ask `offer` for what a request needs, and publish `case_service_request`, from which lists and figures here are read.

mod announcing;
mod change_settings;
mod facts;
mod fairness;
pub mod inputs;
mod known;
mod lists;
pub mod model;
mod of_file;
pub mod offer;
mod papers;
mod proactive;
mod queries;
pub mod rules;
mod settings;
mod store;
mod waiting;
mod writing;

// Verbs that share a file with their like, each under the name of its command.
mod add {
    pub use crate::writing::add;
}
mod change {
    pub use crate::writing::change;
}
mod new_version {
    pub use crate::writing::new_version;
}
mod drop_version {
    pub use crate::writing::drop_version;
}
mod approve {
    pub use crate::announcing::approve;
}
mod send_back {
    pub use crate::announcing::send_back;
}
mod write_publication {
    pub use crate::announcing::write_publication;
}
mod add_channel {
    pub use crate::announcing::add_channel;
}
mod announce {
    pub use crate::announcing::announce;
}
mod close {
    pub use crate::announcing::close;
}
mod call {
    pub use crate::proactive::call;
}
mod announcement_paper {
    pub use crate::papers::announcement_paper;
}
mod form_paper {
    pub use crate::papers::form_paper;
}
mod calls_paper {
    pub use crate::papers::calls_paper;
}

pub use model::{CriterionLook, MissingFact, ServiceFact, ServiceGives, ServiceLook, ServicePaper};
pub use rules::REFUSALS;
pub use store::{RECORD, Version};

use inputs::{
    AddService, AddServiceChannel, AskWhoQualifies, ChangeFairnessSettings, ChangeService, ListDecided, ListServices,
    NewServiceVersion, RecordServiceCall, SayOfService, ServicesOf, WeighService, WhichService, WritePublication,
};
use model::{
    DecidedPage, FileServiceLine, FileServices, QualifyPage, ServiceChoices, ServiceFairness, ServiceList,
    ServiceSheet, WaitingPlaces,
};
use office::feature::{Feature, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature. The refusals of `casework` are told by the first feature that calls it.
pub const FEATURE: Feature = Feature {
    name: "services",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["services"],
    screens: SCREENS,
    owns: &[
        "service",
        "service_version",
        "service_hand",
        "service_criterion",
        "service_paper",
        "service_channel",
        "service_call",
    ],
    publishes: &["service_card"],
    tasks: Some(waiting::tasks),
    decisions: Some(waiting::decisions),
    subjects: &[SubjectKind {
        kind: store::RECORD,
        view: SERVICES_VIEW,
        reveal: SERVICES_VIEW,
        keep: SERVICES_ANNOUNCE,
        label: store::label,
        joined: never_joined,
        followed: None,
        hidden: None,
    }],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::permissions! {
    /// See the catalogue, and what a family may have.
    SERVICES_VIEW = "services.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Write services and other versions of them.
    SERVICES_KEEP = "services.keep", [Researcher, Supervisor];
    /// Approve what another person wrote, or send it back.
    SERVICES_APPROVE = "services.approve", [Supervisor, Committee];
    /// Publish, announce and close what was approved.
    SERVICES_ANNOUNCE = "services.announce", [Supervisor, Administrator];
    /// See who qualifies and did not ask.
    SERVICES_REACH = "services.reach", [Researcher, Supervisor, Committee, Administrator];
    /// Call them, and record what came of it.
    SERVICES_CALL = "services.call", [Researcher, Supervisor];
    /// See whether families are decided on alike.
    SERVICES_FAIRNESS = "services.fairness", [Supervisor, Committee, Administrator];
}

office::screens! {
    SERVICE = "services.open", WhichService;
    SERVICES = "services.list", ListServices;
    QUALIFY = "services.who_qualifies", AskWhoQualifies;
}

office::commands! { "services",
    read  list          (ListServices) -> ServiceList,       needs SERVICES_VIEW,     shows   [services, requests];
    read  open          (WhichService) -> ServiceSheet,      needs SERVICES_VIEW,     shows   [services, requests];
    read  choices       (Nothing) -> ServiceChoices,         needs SERVICES_VIEW,     shows   [services, requests, funds];
    read  of_file       (ServicesOf) -> FileServices,        needs SERVICES_VIEW,     shows   [services, requests, beneficiaries, assessments];
    read  weigh         (WeighService) -> FileServiceLine,   needs SERVICES_VIEW,     shows   [services, beneficiaries, assessments];
    read  who_qualifies (AskWhoQualifies) -> QualifyPage,    needs SERVICES_REACH,    shows   [services, requests, beneficiaries, assessments];
    read  waiting_list  (WhichService) -> WaitingPlaces,     needs SERVICES_VIEW,     shows   [services, requests];
    read  fairness      (WhichService) -> ServiceFairness,   needs SERVICES_FAIRNESS, shows   [services, requests];
    read  decided       (ListDecided) -> DecidedPage,        needs SERVICES_FAIRNESS, shows   [services, requests];
    write add           (AddService) -> Nothing,             needs SERVICES_KEEP,     touches [services, tasks];
    write change        (ChangeService) -> Nothing,          needs SERVICES_KEEP,     touches [services, tasks];
    write new_version   (NewServiceVersion) -> Nothing,      needs SERVICES_KEEP,     touches [services, tasks];
    write drop_version  (SayOfService) -> Nothing,           needs SERVICES_KEEP,     touches [services, tasks];
    write approve       (SayOfService) -> Nothing,           needs SERVICES_APPROVE,  touches [services, tasks];
    write send_back     (SayOfService) -> Nothing,           needs SERVICES_APPROVE,  touches [services, tasks];
    write write_publication (WritePublication) -> Nothing,   needs SERVICES_ANNOUNCE, touches [services];
    write add_channel   (AddServiceChannel) -> Nothing,      needs SERVICES_ANNOUNCE, touches [services];
    write announce      (SayOfService) -> Nothing,           needs SERVICES_ANNOUNCE, touches [services, tasks];
    write close         (SayOfService) -> Nothing,           needs SERVICES_ANNOUNCE, touches [services, tasks];
    write change_settings (ChangeFairnessSettings) -> Nothing, needs SERVICES_FAIRNESS, touches [services];
    write call          (RecordServiceCall) -> Nothing,      needs SERVICES_CALL,     touches [services, tasks];
    print announcement_paper (WhichService) -> Paper,        needs SERVICES_VIEW,     touches [audit];
    print form_paper    (WhichService) -> Paper,             needs SERVICES_VIEW,     touches [audit];
    print calls_paper   (AskWhoQualifies) -> Paper,          needs SERVICES_REACH,    touches [audit];
}
