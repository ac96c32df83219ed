//! «طلبات القروض»: what a family asks to borrow for, what was studied, what was recommended, and what another person decided.
//!
//! The study weighs the family's month in two scenarios by `casework::capacity`; the budget says what is bought and what is
//! handed over in cash, with the quotes of suppliers. Whoever opened, changed, studied or recommended an application has a
//! hand in it (`application_hand`) and decides neither it nor the loan it becomes, whatever role they have by then. Approving
//! makes the loan through the door of `loans`; it then goes its own way. A line of the budget has the identifier of the
//! tranche it becomes (`application_budget`), and guarantees go over with who looked at them.

mod add;
mod appraisal_paper;
mod brought;
mod change;
mod conditions;
mod decisions;
mod form_paper;
mod gates;
pub mod inputs;
mod letter_paper;
mod lists;
pub mod model;
mod queries;
pub mod rules;
mod send_back;
mod set_terms;
mod settings;
mod sheet;
mod steps;
mod store;
mod study;
mod submit;
mod take;
mod waiting;

pub use rules::REFUSALS;
pub use store::RECORD;

use brought::{bring_guarantee, drop_guarantee, see_guarantee};
use decisions::{approve, recommend, reject, withdraw};
use inputs::{
    AddApplication, ApproveApplication, BringGuarantee, ChangeApplication, DropGuarantee, EndApplication,
    ListApplications, Recommend, SaveBudget, SaveStudy, SeeGuarantee, SendBack, SetApplicationTerms, WeighApplication,
    WhichApplication, WhichForm,
};
use kernel::id::ApplicationId;
use loans::inputs::WhichLoan;
use model::{ApplicationOfLoan, ApplicationPage, ApplicationRules, ApplicationSheet, SavedApplication, Weighed};
use office::feature::{Feature, Follow, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;
use study::{save_budget, save_study};

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "applications",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["applications"],
    screens: SCREENS,
    owns: &[
        "loan_application",
        "application_row",
        "application_line",
        "application_quote",
        "application_guarantee",
        "application_hand",
        "application_rule",
    ],
    publishes: &["application_budget", "application_budget_quote", "application_standing"],
    tasks: Some(waiting::tasks),
    steps: &[steps::DECISION, steps::DECISION_ABOVE],
    answers: steps::ANSWERS,
    gates: &[gates::LOANS],
    subjects: &[SubjectKind {
        kind: store::RECORD,
        view: APPLICATIONS_VIEW,
        reveal: APPLICATIONS_VIEW,
        keep: APPLICATIONS_KEEP,
        label: store::label,
        joined: never_joined,
        followed: Some(|db, id| Ok(Some(store::application(db, ApplicationId::from_bytes(id))?.party))),
        hidden: None,
    }],
    follows: &[Follow { kind: parties::RECORD, changed: store::party_changed }],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::permissions! {
    APPLICATIONS_VIEW = "applications.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Open applications and complete them; bring guarantees.
    APPLICATIONS_KEEP = "applications.keep", [Researcher, Supervisor, Administrator];
    /// Study applications and recommend what to decide.
    APPLICATIONS_STUDY = "applications.study", [Researcher, Supervisor, Administrator];
    /// Say of a guarantee another person brought that it holds.
    APPLICATIONS_VERIFY = "applications.verify", [Supervisor, Committee];
    /// Decide about applications others studied, up to the limit of the director.
    APPLICATIONS_DECIDE = "applications.decide", [Supervisor, Committee];
    /// Decide about those above it.
    APPLICATIONS_DECIDE_ABOVE = "applications.decide_above", [Committee];
    /// Adopt what is asked of applications; limits of decision go up only by those who decide above them.
    APPLICATIONS_MANAGE = "applications.manage", [Supervisor, Committee, Administrator];
}

office::screens! {
    APPLICATION = "applications.detail", WhichApplication;
    APPLICATIONS = "applications.list", ListApplications;
}

office::commands! { "applications",
    read  list        (ListApplications) -> ApplicationPage,    needs APPLICATIONS_VIEW,   shows   [applications];
    read  detail      (WhichApplication) -> ApplicationSheet,   needs APPLICATIONS_VIEW,   shows   [applications, follow_up, loans, beneficiaries];
    read  of_loan     (WhichLoan) -> ApplicationOfLoan,         needs APPLICATIONS_VIEW,   shows   [applications];
    read  weigh       (WeighApplication) -> Weighed,            needs APPLICATIONS_VIEW,   shows   [applications];
    read  rules       (Nothing) -> ApplicationRules,            needs APPLICATIONS_VIEW,   shows   [applications];
    write add         (AddApplication) -> SavedApplication,     needs APPLICATIONS_KEEP,   touches [applications, tasks];
    write change      (ChangeApplication) -> SavedApplication,  needs APPLICATIONS_KEEP,   touches [applications, tasks];
    write save_study  (SaveStudy) -> SavedApplication,          needs APPLICATIONS_KEEP,   touches [applications];
    write save_budget (SaveBudget) -> SavedApplication,         needs APPLICATIONS_KEEP,   touches [applications];
    write bring_guarantee (BringGuarantee) -> SavedApplication, needs APPLICATIONS_KEEP,   touches [applications, tasks];
    write see_guarantee   (SeeGuarantee) -> SavedApplication,   needs APPLICATIONS_VERIFY, touches [applications, tasks];
    write drop_guarantee  (DropGuarantee) -> SavedApplication,  needs APPLICATIONS_KEEP,   touches [applications, tasks];
    write submit      (WhichApplication) -> SavedApplication,   needs APPLICATIONS_KEEP,   touches [applications, tasks];
    write take        (WhichApplication) -> SavedApplication,   needs APPLICATIONS_STUDY,  touches [applications, tasks];
    write send_back   (SendBack) -> SavedApplication,           needs APPLICATIONS_VIEW,   touches [applications, tasks];
    write recommend   (Recommend) -> SavedApplication,          needs APPLICATIONS_STUDY,  touches [applications, tasks];
    write approve     (ApproveApplication) -> SavedApplication, needs APPLICATIONS_DECIDE, touches [applications, loans, guarantees, tasks];
    write reject      (EndApplication) -> SavedApplication,     needs APPLICATIONS_DECIDE, touches [applications, tasks];
    write withdraw    (EndApplication) -> SavedApplication,     needs APPLICATIONS_KEEP,   touches [applications, tasks];
    write set_terms   (SetApplicationTerms) -> Nothing,         needs APPLICATIONS_MANAGE, touches [applications];
    print form_paper      (WhichForm) -> Paper,                 needs APPLICATIONS_VIEW,   touches [audit];
    print appraisal_paper (WhichApplication) -> Paper,          needs APPLICATIONS_VIEW,   touches [audit];
    print letter_paper    (WhichApplication) -> Paper,          needs APPLICATIONS_VIEW,   touches [audit];
}
