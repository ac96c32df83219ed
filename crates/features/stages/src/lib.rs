//! Stages: a project goes on step by step, and no money of a step goes out before the step before has passed.
//!
//! Templates say which stages a kind of activity has; they are laid over a project and may be planned otherwise there. A
//! tranche belongs to a stage (`plan`). A stage passes by the review of another person (`moves`), with its conditions
//! listed (`conditions`); money asks the gate (`gates`). A project without stages is as it was before there were any.

mod conditions;
mod gates;
pub mod inputs;
mod lists;
pub mod model;
mod moves;
mod plan;
mod queries;
pub mod rules;
mod seed;
mod steps;
mod store;
mod templates;
mod waiting;

#[cfg(test)]
mod rules_tests;

pub use rules::REFUSALS;

use inputs::{
    AskProjects, ChangeStages, CompleteProject, FailStage, LayStages, NoteStage, PlaceTranches, ReturnStage,
    SaveTemplate, SavedTemplate, StagesOf, TickCondition, WhichStage,
};
use model::{ProjectPage, ProjectStages, StageTemplates};
use moves::{ask_review, begin, complete, drop_review, fail, pass, tick};
use office::feature::{DailyJob, Feature, Follow, SubjectKind, never_joined};
use office::input::Nothing;
use plan::{change, lay, place};
use templates::{add_template, change_template};

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "stages",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["stages"],
    screens: SCREENS,
    owns: &[
        "stage_template",
        "stage_template_version",
        "project_stage",
        "project_stage_condition",
        "project_stage_step",
        "project_stage_tranche",
    ],
    tasks: Some(waiting::tasks),
    steps: &[steps::REVIEW],
    answers: steps::ANSWERS,
    gates: &[gates::TRANCHES, gates::TAKING_BACK],
    subjects: &[SubjectKind {
        kind: store::STAGE,
        view: STAGES_VIEW,
        reveal: STAGES_VIEW,
        keep: STAGES_KEEP,
        label: store::label,
        joined: never_joined,
        // A stage is visited at its project: a sign of distress there halts its loans.
        followed: None,
        hidden: None,
    }],
    follows: &[Follow { kind: "project", changed: moves::project_changed }],
    lists: lists::LISTS,
    jobs: &[DailyJob { name: "stages.begin_templates", run: seed::seed_of_before }],
    first_rows: Some(seed::seed),
    ..Feature::EMPTY
};

office::permissions! {
    STAGES_VIEW = "stages.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Plan the stages of projects, open them, tick what was seen, ask for their review.
    STAGES_KEEP = "stages.keep", [Researcher, Supervisor, Administrator];
    /// Judge a stage another person asked a review for; complete a project.
    STAGES_REVIEW = "stages.review", [Supervisor, Committee];
    /// Keep the templates.
    STAGES_MANAGE = "stages.manage", [Supervisor, Administrator];
}

office::screens! {
    PROJECT = "stages.project", StagesOf;
    PROJECTS = "stages.projects", AskProjects;
}

office::commands! { "stages",
    read  projects   (AskProjects) -> ProjectPage, needs STAGES_VIEW, shows [stages, loans, holds];
    read  project    (StagesOf) -> ProjectStages,  needs STAGES_VIEW, shows [stages, loans, holds, follow_up, documents];
    read  templates  (Nothing) -> StageTemplates,  needs STAGES_VIEW, shows [stages];
    write add_template    (SaveTemplate) -> SavedTemplate, needs STAGES_MANAGE, touches [stages];
    write change_template (SaveTemplate) -> SavedTemplate, needs STAGES_MANAGE, touches [stages];
    write lay         (LayStages) -> StagesOf,       needs STAGES_KEEP,   touches [stages, loans];
    write change      (ChangeStages) -> StagesOf,    needs STAGES_KEEP,   touches [stages, loans];
    write place       (PlaceTranches) -> StagesOf,   needs STAGES_KEEP,   touches [stages, loans];
    write begin       (WhichStage) -> StagesOf,      needs STAGES_KEEP,   touches [stages, loans, tasks];
    write tick        (TickCondition) -> StagesOf,   needs STAGES_KEEP,   touches [stages];
    write ask_review  (NoteStage) -> StagesOf,       needs STAGES_KEEP,   touches [stages, loans, tasks];
    write drop_review (ReturnStage) -> StagesOf,     needs STAGES_VIEW,   touches [stages, loans, tasks];
    write pass        (NoteStage) -> StagesOf,       needs STAGES_REVIEW, touches [stages, loans, tasks];
    write fail        (FailStage) -> StagesOf,       needs STAGES_REVIEW, touches [stages, loans, tasks];
    write complete    (CompleteProject) -> StagesOf, needs STAGES_REVIEW, touches [stages, loans, tasks];
}
