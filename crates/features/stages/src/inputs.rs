//! What the commands of stages take.

use crate::model::{ProjectAt, StageAsked, StageFollows, StagePlan};
use kernel::id::{PartyId, ProjectId, StageId, StageTemplateId, TrancheId};
use loans::ProjectState;
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which projects to show; all where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskProjects {
    /// Words of the name of the project or of its activity, however spelled.
    pub text: String,
    pub party: Option<PartyId>,
    pub standing: Option<ProjectState>,
    pub at: Option<ProjectAt>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StagesOf {
    pub project: ProjectId,
}

/// A template, added or changed. Changed stages are a new version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveTemplate {
    pub id: StageTemplateId,
    pub name: String,
    pub offered: bool,
    pub stages: Vec<StagePlan>,
    #[serde(default)]
    pub record_version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedTemplate {
    pub id: StageTemplateId,
    pub version: i64,
}

/// Lays the stages of a template over a project that has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LayStages {
    pub project: ProjectId,
    pub template: StageTemplateId,
}

/// A stage as it is to be; one whose identifier is new is added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangedStage {
    pub id: StageId,
    pub name: String,
    #[serde(default)]
    pub goal: String,
    pub days: u16,
    #[serde(default)]
    pub visits: u8,
    #[serde(default)]
    pub conditions: Vec<StageAsked>,
}

/// All stages of a project, in their order; those that have passed, failed or are in review stand as they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeStages {
    pub project: ProjectId,
    pub stages: Vec<ChangedStage>,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TranchePlace {
    pub tranche: TrancheId,
    pub stage: StageId,
}

/// Says to which stage tranches belong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlaceTranches {
    pub project: ProjectId,
    pub places: Vec<TranchePlace>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichStage {
    pub stage: StageId,
}

/// One of the office's own conditions was seen met, or, without evidence, was not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TickCondition {
    pub stage: StageId,
    pub no: i64,
    pub ticked: bool,
    #[serde(default)]
    pub evidence: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoteStage {
    pub stage: StageId,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReturnStage {
    pub stage: StageId,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FailStage {
    pub stage: StageId,
    pub reason: String,
    pub follows: StageFollows,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompleteProject {
    pub project: ProjectId,
    /// What became of it.
    pub note: String,
}
