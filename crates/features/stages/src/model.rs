//! Nouns of stages.

use kernel::id::{LoanId, PartyId, PersonId, ProjectId, StageId, StageTemplateId, TrancheId};
use kernel::{Day, Moment, Money};
use loans::TrancheKind;
use loans::{ProjectState, TrancheState};
use office::gate::Condition;
use office::list;
use office::record::RecordVersion;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

list! {
    /// planned → open → in_review → passed, or failed and opened again. Late is never kept: it follows from the day.
    StageState { Planned = "planned", Open = "open", InReview = "in_review", Passed = "passed", Failed = "failed" }
}
list! {
    /// What happened to a stage.
    StageStepKind {
        Opened = "opened", Asked = "asked", Returned = "returned", Passed = "passed", Failed = "failed",
        Changed = "changed",
    }
}
list! {
    /// What follows from a stage that failed.
    StageFollows { Again = "again", Stop = "stop" }
}
list! {
    /// Where a project stands among its stages; ready: the next one waits to be opened.
    ProjectAt {
        None = "none", Ready = "ready", Open = "open", Late = "late", InReview = "in_review", Failed = "failed",
        Passed = "passed",
    }
}

/// What the office itself asks of a stage, as a template says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageAsked {
    pub text: String,
    /// Whether a document that hangs on the stage must show it.
    #[serde(default)]
    pub paper: bool,
}

/// A stage as it is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StagePlan {
    pub name: String,
    /// What must be achieved.
    #[serde(default)]
    pub goal: String,
    /// Days it is planned to take: 1 to 1,000.
    pub days: u16,
    /// Visits that must be made and reviewed while it is open: 0 to 20.
    #[serde(default)]
    pub visits: u8,
    #[serde(default)]
    pub conditions: Vec<StageAsked>,
}

/// The stages of projects of one kind of activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageTemplate {
    pub id: StageTemplateId,
    pub name: String,
    pub version: i64,
    pub offered: bool,
    pub stages: Vec<StagePlan>,
    /// Projects over which any of its versions was laid.
    pub projects: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageTemplates {
    pub templates: Vec<StageTemplate>,
    pub records: BTreeMap<String, RecordVersion>,
}

/// A condition of the office's own, and who has seen it met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageCondition {
    pub no: i64,
    pub text: String,
    pub paper: bool,
    pub ticked_by: Option<PersonId>,
    pub ticked_by_name: String,
    pub ticked_on: Option<Day>,
    pub evidence: String,
}

/// A tranche of a loan of the project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageTranche {
    pub tranche: TrancheId,
    pub loan: LoanId,
    pub loan_no: String,
    pub no: i64,
    pub amount: Money,
    pub kind: TrancheKind,
    pub item: String,
    pub supplier: String,
    pub state: TrancheState,
    /// None where nobody has said it yet.
    pub stage: Option<StageId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageStep {
    pub step: StageStepKind,
    pub on: Day,
    pub by_name: String,
    pub at: Moment,
    pub note: String,
}

/// A stage as its verbs know it, and as the audit trail keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProjectStage {
    pub id: StageId,
    pub project: ProjectId,
    pub no: i64,
    pub name: String,
    pub goal: String,
    pub days: u16,
    pub visits: u8,
    pub state: StageState,
    pub opened_on: Option<Day>,
    pub due: Option<Day>,
    pub ended_on: Option<Day>,
    pub conditions: Vec<StageCondition>,
}

/// A stage with all the page shows of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageSheet {
    pub stage: ProjectStage,
    /// Days past the day it was to be done by.
    pub days_late: i32,
    pub tranches: Vec<StageTranche>,
    pub steps: Vec<StageStep>,
    /// What must hold before it opens, or, of one that is open, before it passes.
    pub gates: Vec<Condition>,
    /// Who asked for the review that waits.
    pub asked_by: Option<PersonId>,
    pub asked_by_name: String,
    /// Why the person who looks may not review it; empty where they may.
    pub cannot_review: Option<String>,
}

/// The stages of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProjectStages {
    pub project: ProjectId,
    /// As the project stands: one that runs is halted while a hold of one of its loans is open.
    pub standing: ProjectState,
    pub stages: Vec<StageSheet>,
    /// Tranches nobody has put into a stage.
    pub loose: Vec<StageTranche>,
    /// What must hold before the project is completed.
    pub completing: Vec<Condition>,
    /// The template its stages came from, with its version.
    pub template: Option<String>,
    pub template_version: Option<i64>,
    pub record: RecordVersion,
}

/// A project as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProjectLine {
    pub project: ProjectId,
    pub party: PartyId,
    pub borrower: String,
    pub name: String,
    pub activity: String,
    pub opened_on: Day,
    pub standing: ProjectState,
    pub at: ProjectAt,
    /// Stages in all, and those that passed.
    pub stages: i64,
    pub passed: i64,
    /// The stage it is in: the first that has not passed.
    pub stage_name: String,
    pub stage_due: Option<Day>,
    pub loans: i64,
    pub outstanding: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProjectCount {
    pub standing: ProjectState,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProjectPage {
    pub lines: Vec<ProjectLine>,
    pub total: i64,
    /// Of each standing, whatever standing is asked for.
    pub counts: Vec<ProjectCount>,
}
