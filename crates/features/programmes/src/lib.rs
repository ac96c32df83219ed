//! «البرامج التنموية»: a programme of a governorate, from its study to measured results.
//!
//! A programme goes through ordered phases; what must hold before one ends is computed wherever the program can (`conditions`),
//! and never ticked then. Findings lead to initiatives; an initiative without one stays an idea, one that is studied is approved
//! by another person, one that was halted is taken up by another. Its results are one tree (`results`), shown as a logical
//! framework or as a theory of change; progress, cover and lights are reckoned by `measures` (K18–K20). Consent belongs to an
//! edition of the plan, agreed by another person or the committee: once scope or cost are others, it does not stand any more
//! (`facts::plan`). A halt ends by another person than who halted it, saw the sign or put it right (`halts`).

mod all;
mod capacity;
mod conditions;
mod facts;
mod figures;
mod halts;
mod initiatives;
pub mod inputs;
mod keeping;
mod lists;
mod measuring;
pub mod model;
mod moves;
mod notes;
mod pages;
mod papers;
mod phases;
mod plan;
mod readings;
mod results;
pub mod rules;
mod save_support;
mod steps;
mod store;
mod things;
mod waiting;

// Verbs that share a file with their like, each under the name of its command.
mod queries {
    pub use crate::all::{initiatives, supports};
    pub use crate::capacity::sheet as capacity;
    pub use crate::pages::{choices, initiative, list, open};
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
    pub use crate::things::save_asset;
}
mod remove_asset {
    pub use crate::things::remove_asset;
}
mod save_finding {
    pub use crate::things::save_finding;
}
mod remove_finding {
    pub use crate::things::remove_finding;
}
mod save_gathering {
    pub use crate::things::save_gathering;
}
mod remove_gathering {
    pub use crate::things::remove_gathering;
}
mod save_promise {
    pub use crate::things::save_promise;
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
mod agree_plan {
    pub use crate::plan::agree_plan;
}
mod return_plan {
    pub use crate::plan::return_plan;
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
mod set_progress {
    pub use crate::moves::set_progress;
}
mod halt {
    pub use crate::halts::halt;
}
mod correct_halt {
    pub use crate::halts::correct_halt;
}
mod release_halt {
    pub use crate::halts::release_halt;
}
mod return_release {
    pub use crate::halts::return_release;
}
mod set_results {
    pub use crate::results::set_results;
}
mod save_indicator {
    pub use crate::results::save_indicator;
}
mod remove_indicator {
    pub use crate::results::remove_indicator;
}
mod enter_reading {
    pub use crate::readings::enter_reading;
}
mod approve_reading {
    pub use crate::readings::approve_reading;
}
mod drop_reading {
    pub use crate::readings::drop_reading;
}
mod add_note {
    pub use crate::notes::add_note;
}
mod save_returns {
    pub use crate::notes::save_returns;
}
mod add_assessment {
    pub use crate::capacity::add_assessment;
}
mod save_step {
    pub use crate::capacity::save_step;
}
mod agree_step {
    pub use crate::capacity::agree_step;
}
mod finish_step {
    pub use crate::capacity::finish_step;
}
mod verify_step {
    pub use crate::capacity::verify_step;
}
mod framework_paper {
    pub use crate::papers::framework_paper;
}
mod change_paper {
    pub use crate::papers::change_paper;
}
mod report_paper {
    pub use crate::papers::report_paper;
}

pub use rules::REFUSALS;

use inputs::{
    AddCapacityAssessment, AddInitiative, AddInitiativeNote, AddProgramme, AnswerPlan, ChangeInitiative,
    ChangeProgramme, CorrectHalt, EndProgramme, EnterReading, ListInitiatives, ListProgrammes, ListSupports,
    MoveInitiative, MovePhase, NoteInitiative, PlanPhase, PutPlan, RemoveProgrammeItem, SaveAsset, SaveCapacityStep,
    SaveFinding, SaveGathering, SaveIndicator, SaveProgrammePromise, SaveReturns, SaveSupport, SayCapacityStep,
    SetProgress, SetResults, TickPhaseCondition, WhichCapacityStep, WhichIndicator, WhichInitiative, WhichProgramme,
    WhichReading,
};
use model::{
    CapacitySheet, InitiativePage, InitiativeSheet, ProgrammeChoices, ProgrammePage, ProgrammeSheet, SavedInitiative,
    SavedProgramme, SupportPage,
};
use office::feature::{Feature, Follow, SubjectKind, WhomItIsAbout, never_joined};
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
        "programme_gathering",
        "programme_promise",
        "programme_support",
        "plan_edition",
        "plan_consent",
        "initiative",
        "initiative_progress",
        "initiative_halt",
        "initiative_partner",
        "initiative_cost",
        "initiative_result",
        "initiative_note",
        "initiative_return",
        "indicator",
        "indicator_period",
        "indicator_reading",
        "indicator_part",
        "capacity_assessment",
        "capacity_score",
        "capacity_step",
    ],
    tasks: Some(waiting::tasks),
    steps: &[steps::INITIATIVE, steps::PLAN, steps::RELEASE],
    answers: steps::ANSWERS,
    subjects: &[
        hung(store::PROGRAMME, store::label, None),
        hung(store::INITIATIVE, store::initiative_label, Some(store::about)),
    ],
    follows: &[Follow { kind: follow_up::ACTIVITY_RECORD, changed: halts::activity_changed }],
    lists: lists::LISTS,
    figures: figures::FIGURES,
    ..Feature::EMPTY
};

/// A record documents hang on.
const fn hung(
    kind: &'static str,
    label: fn(&database::Read<'_>, [u8; 16]) -> kernel::Result<String>,
    followed: Option<WhomItIsAbout>,
) -> SubjectKind {
    SubjectKind {
        kind,
        view: PROGRAMMES_VIEW,
        reveal: PROGRAMMES_VIEW,
        keep: PROGRAMMES_KEEP,
        label,
        joined: never_joined,
        followed,
        hidden: None,
    }
}

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
    read  list           (ListProgrammes) -> ProgrammePage,    needs PROGRAMMES_VIEW,   shows   [programmes];
    read  initiatives    (ListInitiatives) -> InitiativePage,  needs PROGRAMMES_VIEW,   shows   [programmes];
    read  supports       (ListSupports) -> SupportPage,        needs PROGRAMMES_VIEW,   shows   [programmes];
    read  open           (WhichProgramme) -> ProgrammeSheet,   needs PROGRAMMES_VIEW,   shows   [programmes, partners, documents];
    read  capacity       (WhichProgramme) -> CapacitySheet,    needs PROGRAMMES_VIEW,   shows   [programmes, follow_up];
    read  initiative     (WhichInitiative) -> InitiativeSheet, needs PROGRAMMES_VIEW,   shows   [programmes, documents];
    read  choices        (Nothing) -> ProgrammeChoices,        needs PROGRAMMES_VIEW,   shows   [programmes, partners, staff, questionnaires];
    write add            (AddProgramme) -> SavedProgramme,     needs PROGRAMMES_KEEP,   touches [programmes, partners];
    write change         (ChangeProgramme) -> SavedProgramme,  needs PROGRAMMES_KEEP,   touches [programmes, partners];
    write end            (EndProgramme) -> SavedProgramme,     needs PROGRAMMES_DECIDE, touches [programmes, partners, tasks];
    write plan_phase     (PlanPhase) -> SavedProgramme,        needs PROGRAMMES_KEEP,   touches [programmes];
    write begin_phase    (MovePhase) -> SavedProgramme,        needs PROGRAMMES_KEEP,   touches [programmes];
    write end_phase      (MovePhase) -> SavedProgramme,        needs PROGRAMMES_DECIDE, touches [programmes];
    write tick_condition (TickPhaseCondition) -> SavedProgramme, needs PROGRAMMES_KEEP, touches [programmes];
    write save_asset     (SaveAsset) -> Nothing,               needs PROGRAMMES_KEEP,   touches [programmes];
    write remove_asset   (RemoveProgrammeItem) -> Nothing,     needs PROGRAMMES_KEEP,   touches [programmes];
    write save_finding   (SaveFinding) -> Nothing,             needs PROGRAMMES_KEEP,   touches [programmes];
    write remove_finding (RemoveProgrammeItem) -> Nothing,     needs PROGRAMMES_KEEP,   touches [programmes];
    write save_gathering (SaveGathering) -> Nothing,           needs PROGRAMMES_KEEP,   touches [programmes];
    write remove_gathering (RemoveProgrammeItem) -> Nothing,   needs PROGRAMMES_KEEP,   touches [programmes];
    write save_promise   (SaveProgrammePromise) -> Nothing,    needs PROGRAMMES_KEEP,   touches [programmes];
    write put_plan       (PutPlan) -> SavedProgramme,          needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write agree_plan     (AnswerPlan) -> SavedProgramme,       needs PROGRAMMES_DECIDE, touches [programmes, tasks];
    write return_plan    (AnswerPlan) -> SavedProgramme,       needs PROGRAMMES_VIEW,   touches [programmes, tasks];
    write add_initiative (AddInitiative) -> SavedInitiative,   needs PROGRAMMES_KEEP,   touches [programmes];
    write change_initiative (ChangeInitiative) -> SavedInitiative, needs PROGRAMMES_KEEP, touches [programmes, tasks];
    write move_initiative (MoveInitiative) -> SavedInitiative, needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write ask_approval   (NoteInitiative) -> SavedInitiative,  needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write approve        (NoteInitiative) -> SavedInitiative,  needs PROGRAMMES_DECIDE, touches [programmes, tasks];
    write return_approval (NoteInitiative) -> SavedInitiative, needs PROGRAMMES_VIEW,   touches [programmes, tasks];
    write set_progress   (SetProgress) -> SavedInitiative,     needs PROGRAMMES_KEEP,   touches [programmes];
    write halt           (NoteInitiative) -> SavedInitiative,  needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write correct_halt   (CorrectHalt) -> SavedInitiative,     needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write release_halt   (NoteInitiative) -> SavedInitiative,  needs PROGRAMMES_DECIDE, touches [programmes, tasks];
    write return_release (NoteInitiative) -> SavedInitiative,  needs PROGRAMMES_VIEW,   touches [programmes, tasks];
    write set_results    (SetResults) -> SavedInitiative,      needs PROGRAMMES_KEEP,   touches [programmes];
    write save_indicator (SaveIndicator) -> SavedInitiative,   needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write remove_indicator (WhichIndicator) -> SavedInitiative, needs PROGRAMMES_KEEP,  touches [programmes, tasks];
    write enter_reading  (EnterReading) -> SavedInitiative,    needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write approve_reading (WhichReading) -> SavedInitiative,   needs PROGRAMMES_DECIDE, touches [programmes, tasks];
    write drop_reading   (WhichReading) -> SavedInitiative,    needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write add_note       (AddInitiativeNote) -> SavedInitiative, needs PROGRAMMES_KEEP, touches [programmes, tasks];
    write save_returns   (SaveReturns) -> SavedInitiative,     needs PROGRAMMES_KEEP,   touches [programmes];
    write save_support   (SaveSupport) -> SavedProgramme,      needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write add_assessment (AddCapacityAssessment) -> Nothing,   needs PROGRAMMES_KEEP,   touches [programmes];
    write save_step      (SaveCapacityStep) -> Nothing,        needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write agree_step     (SayCapacityStep) -> Nothing,         needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write finish_step    (SayCapacityStep) -> Nothing,         needs PROGRAMMES_KEEP,   touches [programmes, tasks];
    write verify_step    (WhichCapacityStep) -> Nothing,       needs PROGRAMMES_DECIDE, touches [programmes, tasks];
    print framework_paper (WhichInitiative) -> Paper,          needs PROGRAMMES_VIEW,   touches [audit];
    print change_paper   (WhichInitiative) -> Paper,           needs PROGRAMMES_VIEW,   touches [audit];
    print report_paper   (WhichProgramme) -> Paper,            needs PROGRAMMES_VIEW,   touches [audit];
}
