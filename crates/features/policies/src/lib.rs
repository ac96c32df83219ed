//! Policies, bylaws and mechanisms of the association, in editions.
//!
//! An edition is prepared (`editions`), waits as an approval, and is approved by the decision of a committee and nothing
//! else; the next one replaces it. Staff sign that they have read it, each for themselves. A policy stands on references,
//! is looked at again by a day, and what is late is a task (`keeping`). The figures of K29 say what of all the house owes
//! itself was done in time (`figures`).

mod editions;
mod figures;
pub mod inputs;
mod keeping;
mod lists;
pub mod model;
mod queries;
pub mod rules;
mod steps;
mod store;
mod variables;
mod waiting;

#[cfg(test)]
mod rules_tests;

pub use rules::REFUSALS;

use editions::{
    acknowledge, approve, ask_approval, circulate, drop_edition, paper, publish, record, refuse, save_edition,
};
use inputs::{
    AcknowledgeEdition, ApproveEdition, AskGovernance, AskPolicies, CirculateEdition, DropEdition, IssueReport,
    PublishEdition, RecordEdition, RetirePolicy, ReviewPolicy, SaveEdition, SavePolicy, SaveReference, SaveReport,
    WhichEdition, WhichPolicy, WhichReference, WhichReport,
};
use keeping::{add, add_reference, add_report, change, change_reference, issue_report, retire, review};
use model::{GovernanceFigures, PolicyPage, PolicyReferences, PolicySheet};
use office::feature::{Feature, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "policies",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["policies"],
    screens: SCREENS,
    owns: &[
        "policy",
        "policy_edition",
        "policy_review",
        "policy_circulation",
        "policy_acknowledgement",
        "reference",
        "policy_reference",
        "report_duty",
    ],
    publishes: &["policy_standing", "report_standing"],
    tasks: Some(waiting::tasks),
    steps: &[steps::EDITION],
    answers: steps::ANSWERS,
    subjects: &[SubjectKind {
        kind: store::POLICY,
        view: POLICIES_VIEW,
        reveal: POLICIES_VIEW,
        keep: POLICIES_KEEP,
        label: store::label,
        joined: never_joined,
        followed: None,
        hidden: None,
    }],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::permissions! {
    POLICIES_VIEW = "policies.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Write policies and their editions, circulate them, keep the register of references.
    POLICIES_KEEP = "policies.keep", [Supervisor, Administrator];
    /// Approve an edition another person prepared, as a committee has decided.
    POLICIES_APPROVE = "policies.approve", [Supervisor, Committee];
}

office::screens! {
    POLICY = "policies.open", WhichPolicy;
    POLICIES = "policies.list", AskPolicies;
    FIGURES = "policies.figures", AskGovernance;
}

office::commands! { "policies",
    read  list       (AskPolicies) -> PolicyPage,          needs POLICIES_VIEW, shows [policies];
    read  open       (WhichPolicy) -> PolicySheet,         needs POLICIES_VIEW, shows [policies, committees];
    read  references (Nothing) -> PolicyReferences,        needs POLICIES_VIEW, shows [policies];
    read  figures    (AskGovernance) -> GovernanceFigures, needs POLICIES_VIEW, shows [policies, committees];
    write add           (SavePolicy) -> WhichPolicy,         needs POLICIES_KEEP,    touches [policies];
    write change        (SavePolicy) -> WhichPolicy,         needs POLICIES_KEEP,    touches [policies];
    write retire        (RetirePolicy) -> WhichPolicy,       needs POLICIES_KEEP,    touches [policies, tasks];
    write review        (ReviewPolicy) -> WhichPolicy,       needs POLICIES_KEEP,    touches [policies, tasks];
    write save_edition  (SaveEdition) -> WhichEdition,       needs POLICIES_KEEP,    touches [policies];
    write ask_approval  (WhichEdition) -> WhichEdition,      needs POLICIES_KEEP,    touches [policies, committees, tasks];
    write drop_edition  (DropEdition) -> WhichEdition,       needs POLICIES_KEEP,    touches [policies, committees, tasks];
    write approve       (ApproveEdition) -> WhichEdition,    needs POLICIES_APPROVE, touches [policies, committees, tasks];
    write refuse        (DropEdition) -> WhichEdition,       needs POLICIES_APPROVE, touches [policies, committees, tasks];
    write record        (RecordEdition) -> WhichEdition,     needs POLICIES_KEEP,    touches [policies];
    write circulate     (CirculateEdition) -> WhichEdition,  needs POLICIES_KEEP,    touches [policies, tasks];
    write acknowledge   (AcknowledgeEdition) -> WhichEdition, needs POLICIES_VIEW,   touches [policies, tasks];
    write publish       (PublishEdition) -> WhichEdition,    needs POLICIES_KEEP,    touches [policies];
    write add_reference    (SaveReference) -> WhichReference, needs POLICIES_KEEP,   touches [policies];
    write change_reference (SaveReference) -> WhichReference, needs POLICIES_KEEP,   touches [policies];
    write add_report    (SaveReport) -> WhichReport,         needs POLICIES_KEEP,    touches [policies, tasks];
    write issue_report  (IssueReport) -> WhichReport,        needs POLICIES_VIEW,    touches [policies, tasks];
    print paper (WhichEdition) -> Paper,                     needs POLICIES_VIEW,    touches [audit];
}
