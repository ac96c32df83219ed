//! «البحث الاجتماعي»: what a family lives on, measured by a versioned rule and reviewed by another person; what it needs and
//! what is done about it; what it is able to do.
//!
//! `casework::need` measures; the page is shown the same while somebody types (`measuring`). A draft may be written by
//! several people (`assessment_hand`), none of whom reviews it. Only the review gives the file its class. What is found of a
//! family stays on its page, which leaves a line in the trail whenever it is opened; lists know nothing of it.

mod begin;
mod blank_form;
mod care;
mod change_settings;
mod drafting;
mod figures;
mod form;
mod gates;
mod groups;
mod imported;
pub mod inputs;
mod lists;
mod measuring;
pub mod model;
mod outcomes;
mod personal;
mod queries;
mod rule_versions;
pub mod rules;
mod set_rule;
mod settings;
mod sheet;
mod store;
mod waiting;
mod works;

pub use imported::{known, remove_imported, rests_on, store_imported};
pub use rules::REFUSALS;
pub use store::{RECORD, label};

use care::{add_item, add_need, change_item, change_need, settle_item, settle_need};
use drafting::{complete, drop_draft, review, save_draft, send_back};
use inputs::{
    AddItem, AddNeed, AskOutcomes, AssessmentsOf, BeginAssessment, ChangeAssessmentSettings, ChangeItem, ChangeNeed,
    ListAbilities, ListAssessments, ListCareItems, ListNeeds, PreviewAssessment, ReviewAssessment, SaveAssessment,
    SendBackAssessment, SetNeedRule, SettleItem, SettleNeed, WhichAssessment,
};
use model::{
    AbilityPage, AssessmentMeasured, AssessmentPage, AssessmentSheet, CareItemPage, CareNeedPage, CareOutcomes,
    FileAssessments, KeptAssessmentSettings, NeedGroups, RuleVersions, SavedAssessment, SavedItem, SavedNeed,
};
use office::feature::{Feature, Follow, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature. The refusals of `casework` are told by the first feature that calls it.
pub const FEATURE: Feature = Feature {
    name: "assessments",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["assessments"],
    screens: SCREENS,
    owns: &["assessment", "assessment_rule", "assessment_hand", "assessment_ability", "care_need", "care_item"],
    publishes: &["assessment_newest"],
    tasks: Some(waiting::tasks),
    gates: &[gates::ACTIVATION, gates::TAKING_BACK],
    subjects: &[SubjectKind {
        kind: store::RECORD,
        view: ASSESSMENTS_FACTS,
        reveal: ASSESSMENTS_FACTS,
        keep: ASSESSMENTS_KEEP,
        label: store::label,
        joined: never_joined,
        // Whoever goes there visits the family: what is found hangs on its file.
        followed: None,
        hidden: None,
    }],
    follows: &[Follow { kind: "party", changed: store::party_changed }],
    lists: lists::LISTS,
    figures: figures::FIGURES,
    works: Some(works::works),
    personal: Some(personal::PERSONAL),
    ..Feature::EMPTY
};

office::permissions! {
    /// See scores, classes, needs and care plans.
    ASSESSMENTS_VIEW = "assessments.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// See what was found of a family: income, debts, disability, orphans.
    ASSESSMENTS_FACTS = "assessments.facts", [Researcher, Supervisor, Committee];
    /// Assess families, note needs, keep care plans.
    ASSESSMENTS_KEEP = "assessments.keep", [Researcher, Supervisor];
    /// Review what other people assessed.
    ASSESSMENTS_REVIEW = "assessments.review", [Supervisor, Committee];
    /// Set a version of the rule, the days of reviews, and what comes before activation.
    ASSESSMENTS_MANAGE = "assessments.manage", [Supervisor, Administrator];
}

office::screens! {
    SHEET = "assessments.open", WhichAssessment;
    ASSESSMENTS = "assessments.list", ListAssessments;
    CARE_ITEMS = "assessments.items", ListCareItems;
    OF_FILE = "assessments.of_file", AssessmentsOf;
}

office::commands! { "assessments",
    read  list          (ListAssessments) -> AssessmentPage,  needs ASSESSMENTS_VIEW,   shows   [assessments, beneficiaries];
    read  of_file       (AssessmentsOf) -> FileAssessments,   needs ASSESSMENTS_VIEW,   shows   [assessments, beneficiaries];
    view  open          (WhichAssessment) -> AssessmentSheet, needs ASSESSMENTS_FACTS,  shows   [assessments];
    read  preview       (PreviewAssessment) -> AssessmentMeasured, needs ASSESSMENTS_KEEP, shows [];
    read  needs         (ListNeeds) -> CareNeedPage,          needs ASSESSMENTS_VIEW,   shows   [assessments];
    read  items         (ListCareItems) -> CareItemPage,      needs ASSESSMENTS_VIEW,   shows   [assessments];
    read  abilities     (ListAbilities) -> AbilityPage,       needs ASSESSMENTS_VIEW,   shows   [assessments];
    read  groups        (Nothing) -> NeedGroups,              needs ASSESSMENTS_VIEW,   shows   [assessments];
    read  outcomes      (AskOutcomes) -> CareOutcomes,        needs ASSESSMENTS_VIEW,   shows   [assessments, beneficiaries];
    read  rule_versions (Nothing) -> RuleVersions,            needs ASSESSMENTS_VIEW,   shows   [assessments];
    read  settings      (Nothing) -> KeptAssessmentSettings,  needs ASSESSMENTS_VIEW,   shows   [assessments];
    write begin         (BeginAssessment) -> SavedAssessment, needs ASSESSMENTS_KEEP,   touches [assessments, tasks];
    write save_draft    (SaveAssessment) -> SavedAssessment,  needs ASSESSMENTS_KEEP,   touches [];
    write complete      (SaveAssessment) -> SavedAssessment,  needs ASSESSMENTS_KEEP,   touches [assessments, tasks];
    write review        (ReviewAssessment) -> SavedAssessment, needs ASSESSMENTS_REVIEW, touches [assessments, beneficiaries, tasks];
    write send_back     (SendBackAssessment) -> SavedAssessment, needs ASSESSMENTS_REVIEW, touches [assessments, tasks];
    write drop_draft    (SendBackAssessment) -> SavedAssessment, needs ASSESSMENTS_KEEP, touches [assessments, tasks];
    write add_need      (AddNeed) -> SavedNeed,               needs ASSESSMENTS_KEEP,   touches [assessments, tasks];
    write change_need   (ChangeNeed) -> SavedNeed,            needs ASSESSMENTS_KEEP,   touches [assessments];
    write settle_need   (SettleNeed) -> SavedNeed,            needs ASSESSMENTS_KEEP,   touches [assessments];
    write add_item      (AddItem) -> SavedItem,               needs ASSESSMENTS_KEEP,   touches [assessments, tasks];
    write change_item   (ChangeItem) -> SavedItem,            needs ASSESSMENTS_KEEP,   touches [assessments, tasks];
    write settle_item   (SettleItem) -> SavedItem,            needs ASSESSMENTS_VIEW,   touches [assessments, tasks];
    write set_rule      (SetNeedRule) -> Nothing,             needs ASSESSMENTS_MANAGE, touches [assessments];
    write change_settings (ChangeAssessmentSettings) -> Nothing, needs ASSESSMENTS_MANAGE, touches [assessments, beneficiaries];
    print form          (WhichAssessment) -> Paper,           needs ASSESSMENTS_FACTS,  touches [audit];
    print blank_form    (Nothing) -> Paper,                   needs ASSESSMENTS_VIEW,   touches [audit];
}
