//! «البرامج التنموية»: a programme of a governorate, from its study to measured results.
//!
//! A programme goes through ordered phases; what must hold before one ends is computed wherever the program can (`conditions`),
//! and never ticked then. Findings lead to initiatives; an initiative without one stays an idea, one that is studied is approved
//! by another person, one that was halted is taken up by another. Its results are one tree (`results`), shown as a logical
//! framework or as a theory of change; progress, cover and lights are reckoned by `measures` (K18–K20). Consent belongs to an
//! edition of the plan: once scope or cost are others, it does not stand any more (`facts::plan`).

mod conditions;
mod facts;
mod initiatives;
pub mod inputs;
mod keeping;
mod lists;
pub mod model;
mod moves;
mod pages;
mod papers;
mod phases;
mod plan;
mod results;
pub mod rules;
mod save_support;
mod steps;
mod store;
mod waiting;

// Verbs that share a file with their like, each under the name of its command.
mod queries {
    pub use crate::pages::{initiative, list, open};
}
mod add {
    pub use crate::keeping::add;
}
mod change {
    pub use crate::keeping::change;
}
mod end {
    pub use crate::keeping::end;
}
mod save_asset {
    pub use crate::keeping::save_asset;
}
mod save_finding {
    pub use crate::keeping::save_finding;
}
mod save_promise {
    pub use crate::keeping::save_promise;
}
mod remove_asset {
    pub use crate::keeping::remove_asset;
}
mod remove_finding {
    pub use crate::keeping::remove_finding;
}
mod plan_phase {
    pub use crate::phases::plan_phase;
}
mod begin_phase {
    pub use crate::phases::begin_phase;
}
mod end_phase {
    pub use crate::phases::end_phase;
}
mod tick_condition {
    pub use crate::phases::tick_condition;
}
mod put_plan {
    pub use crate::plan::put_plan;
}
mod add_initiative {
    pub use crate::initiatives::add_initiative;
}
mod change_initiative {
    pub use crate::initiatives::change_initiative;
}
mod move_initiative {
    pub use crate::moves::move_initiative;
}
mod ask_approval {
    pub use crate::moves::ask_approval;
}
mod approve {
    pub use crate::moves::approve;
}
mod return_approval {
    pub use crate::moves::return_approval;
}
mod halt {
    pub use crate::moves::halt;
}
mod resume {
    pub use crate::moves::resume;
}
mod set_progress {
    pub use crate::moves::set_progress;
}
mod set_results {
    pub use crate::results::set_results;
}
mod save_indicator {
    pub use crate::results::save_indicator;
}
mod enter_reading {
    pub use crate::results::enter_reading;
}
mod approve_reading {
    pub use crate::results::approve_reading;
}
mod drop_reading {
    pub use crate::results::drop_reading;
}
mod framework_paper {
    pub use crate::papers::framework_paper;
}
mod change_paper {
    pub use crate::papers::change_paper;
}

pub use rules::REFUSALS;

use inputs::{
    AddInitiative, AddProgramme, ChangeInitiative, ChangeProgramme, EndProgramme, EnterReading, ListProgrammes,
    MoveInitiative, MovePhase, NoteInitiative, PlanPhase, PutPlan, RemoveProgrammeItem, SaveAsset, SaveFinding,
    SaveIndicator, SaveProgrammePromise, SaveSupport, SetProgress, SetResults, TickPhaseCondition, WhichInitiative,
    WhichProgramme, WhichReading,
};
use model::{InitiativeSheet, ProgrammePage, ProgrammeSheet, SavedInitiative, SavedProgramme};
use office::feature::{Feature, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "programmes",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["programmes"],
    screens: SCREENS,
    owns: &[
        "programme",
        "programme_phase",
        "phase_condition",
        "programme_asset",
        "programme_finding",
        "initiative",
        "initiative_partner",
        "initiative_cost",
        "programme_support",
        "initiative_result",
        "indicator",
        "indicator_reading",
        "plan_edition",
        "plan_consent",
        "programme_promise",
    ],
    tasks: Some(waiting::tasks),
    steps: &[steps::INITIATIVE],
    subjects: &[
        SubjectKind {
            kind: store::PROGRAMME,
            view: PROGRAMMES_VIEW,
            reveal: PROGRAMMES_VIEW,
            keep: PROGRAMMES_KEEP,
            label: store::label,
            joined: never_joined,
            followed: None,
            hidden: None,
        },
        SubjectKind {
            kind: store::INITIATIVE,
            view: PROGRAMMES_VIEW,
            reveal: PROGRAMMES_VIEW,
            keep: PROGRAMMES_KEEP,
            label: store::initiative_label,
            joined: never_joined,
            followed: None,
            hidden: None,
        },
    ],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::permissions! {
    PROGRAMMES_VIEW = "programmes.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Keep programmes, their findings, initiatives, results and the search for money.
    PROGRAMMES_KEEP = "programmes.keep", [Researcher, Supervisor, Administrator];
    /// Approve initiatives and measurements of others, end phases and programmes, lift a halt.
    PROGRAMMES_DECIDE = "programmes.decide", [Supervisor, Committee];
}

office::screens! {
    PROGRAMME = "programmes.open", WhichProgramme;
    INITIATIVE = "programmes.initiative", WhichInitiative;
}

office::commands! { "programmes",
    read  list       (ListProgrammes) -> ProgrammePage,     needs PROGRAMMES_VIEW,   shows   [programmes];
    read  open       (WhichProgramme) -> ProgrammeSheet,    needs PROGRAMMES_VIEW,   shows   [programmes, partners];
    read  initiative (WhichInitiative) -> InitiativeSheet,  needs PROGRAMMES_VIEW,   shows   [programmes, partners];
    write add        (AddProgramme) -> SavedProgramme,      needs PROGRAMMES_KEEP,   touches [programmes, partners];
    write change     (ChangeProgramme) -> SavedProgramme,   needs PROGRAMMES_KEEP,   touches [programmes, partners];
    write end        (EndProgramme) -> SavedProgramme,      needs PROGRAMMES_DECIDE, touches [programmes, partners];
    write plan_phase (PlanPhase) -> SavedProgramme,         needs PROGRAMMES_KEEP,   touches [programmes];
    write begin_phase (MovePhase) -> SavedProgramme,        needs PROGRAMMES_KEEP,   touches [programmes];
    write end_phase  (MovePhase) -> SavedProgramme,         needs PROGRAMMES_DECIDE, touches [programmes];
    write tick_condition (TickPhaseCondition) -> SavedProgramme, needs PROGRAMMES_KEEP, touches [programmes];
    write save_asset (SaveAsset) -> Nothing,                needs PROGRAMMES_KEEP,   touches [programmes];
    write remove_asset (RemoveProgrammeItem) -> Nothing,    needs PROGRAMMES_KEEP,   touches [programmes];
    write save_finding (SaveFinding) -> Nothing,            needs PROGRAMMES_KEEP,   touches [programmes];
    write remove_finding (RemoveProgrammeItem) -> Nothing,  needs PROGRAMMES_KEEP,   touches [programmes];
    write save_promise (SaveProgrammePromise) -> Nothing,   needs PROGRAMMES_KEEP,   touches [programmes];
    write put_plan   (PutPlan) -> SavedProgramme,           needs PROGRAMMES_KEEP,   touches [programmes];
    write add_initiative (AddInitiative) -> SavedInitiative, needs PROGRAMMES_KEEP,  touches [programmes];
    write change_initiative (ChangeInitiative) -> SavedInitiative, needs PROGRAMMES_KEEP, touches [programmes, tasks];
    write move_initiative (MoveInitiative) -> SavedInitiative, needs PROGRAMMES_KEEP, touches [programmes, tasks];
    write ask_approval (NoteInitiative) -> SavedInitiative, needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write approve    (NoteInitiative) -> SavedInitiative,   needs PROGRAMMES_DECIDE, touches [programmes, tasks];
    write return_approval (NoteInitiative) -> SavedInitiative, needs PROGRAMMES_VIEW, touches [programmes, tasks];
    write halt       (NoteInitiative) -> SavedInitiative,   needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write resume     (NoteInitiative) -> SavedInitiative,   needs PROGRAMMES_DECIDE, touches [programmes, tasks];
    write set_progress (SetProgress) -> SavedInitiative,    needs PROGRAMMES_KEEP,   touches [programmes];
    write set_results (SetResults) -> SavedInitiative,      needs PROGRAMMES_KEEP,   touches [programmes];
    write save_indicator (SaveIndicator) -> SavedInitiative, needs PROGRAMMES_KEEP,  touches [programmes];
    write enter_reading (EnterReading) -> SavedInitiative,  needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write approve_reading (WhichReading) -> SavedInitiative, needs PROGRAMMES_DECIDE, touches [programmes, tasks];
    write drop_reading (WhichReading) -> SavedInitiative,   needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write save_support (SaveSupport) -> SavedProgramme,     needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    print framework_paper (WhichInitiative) -> Paper,       needs PROGRAMMES_VIEW,   touches [audit];
    print change_paper (WhichInitiative) -> Paper,          needs PROGRAMMES_VIEW,   touches [audit];
}
