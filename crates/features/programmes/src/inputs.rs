//! What the commands of programmes take.

use crate::model::{
    AssetKind, ConsentAnswer, FindingDomain, FindingSeverity, IndicatorFrequency, IndicatorKind, InitiativeRole,
    InitiativeState, PhaseConditionKind, ProgrammeState, ResultLevel, SupportSource, SupportStage,
};
use kernel::id::{IndicatorId, InitiativeId, PartyId, PersonId, PhaseId, ProgrammeId, ProgrammeItemId, ResultId};
use kernel::{Day, Money};
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListProgrammes {
    pub text: String,
    pub state: Option<ProgrammeState>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct WhichProgramme {
    pub programme: ProgrammeId,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct WhichInitiative {
    pub initiative: InitiativeId,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedProgramme {
    pub name: String,
    pub governorate: String,
    #[serde(default)]
    pub vision: String,
    #[serde(default)]
    pub vision_basis: String,
    #[serde(default)]
    pub decision: String,
    pub coverage_percent: i64,
    pub quorum: i64,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddProgramme {
    pub id: ProgrammeId,
    pub typed: TypedProgramme,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeProgramme {
    pub id: ProgrammeId,
    pub version: i64,
    pub typed: TypedProgramme,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct EndProgramme {
    pub id: ProgrammeId,
    pub version: i64,
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedCondition {
    pub kind: PhaseConditionKind,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub least: i64,
}

/// A phase that has not begun, planned anew.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlanPhase {
    pub id: PhaseId,
    pub programme: ProgrammeId,
    pub version: i64,
    pub name: String,
    #[serde(default)]
    pub planned_from: Option<Day>,
    #[serde(default)]
    pub planned_until: Option<Day>,
    pub conditions: Vec<TypedCondition>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct MovePhase {
    pub id: PhaseId,
    pub programme: ProgrammeId,
    pub version: i64,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TickPhaseCondition {
    pub phase: PhaseId,
    pub programme: ProgrammeId,
    pub version: i64,
    pub no: i64,
    pub met: bool,
    #[serde(default)]
    pub evidence: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveAsset {
    pub id: ProgrammeItemId,
    pub programme: ProgrammeId,
    pub version: i64,
    pub kind: AssetKind,
    pub name: String,
    #[serde(default)]
    pub owner: String,
    #[serde(default)]
    pub capacity: String,
    #[serde(default)]
    pub usable_for: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveFinding {
    pub id: ProgrammeItemId,
    pub programme: ProgrammeId,
    pub version: i64,
    pub domain: FindingDomain,
    pub text: String,
    pub severity: FindingSeverity,
    pub evidence: String,
    pub found_on: Day,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveProgrammePromise {
    pub id: ProgrammeItemId,
    pub programme: ProgrammeId,
    pub version: i64,
    pub text: String,
    pub year: i64,
    #[serde(default)]
    pub reached_on: Option<Day>,
    #[serde(default)]
    pub evidence: String,
}

/// An asset or a finding that was written by mistake; a finding an initiative is built on stays.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveProgrammeItem {
    pub id: ProgrammeItemId,
    pub programme: ProgrammeId,
    pub version: i64,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedConsent {
    pub partner: PartyId,
    pub answer: ConsentAnswer,
    #[serde(default)]
    pub note: String,
}

/// The plan as it stands is put before the partners, who answered.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutPlan {
    pub programme: ProgrammeId,
    pub version: i64,
    pub met_on: Day,
    #[serde(default)]
    pub note: String,
    pub consents: Vec<TypedConsent>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedInitiative {
    pub title: String,
    #[serde(default)]
    pub sector: String,
    pub priority: i64,
    #[serde(default)]
    pub owner: Option<PartyId>,
    #[serde(default)]
    pub finding: Option<ProgrammeItemId>,
    #[serde(default)]
    pub need: String,
    #[serde(default)]
    pub mechanism: String,
    #[serde(default)]
    pub starts: Option<Day>,
    #[serde(default)]
    pub ends: Option<Day>,
    #[serde(default)]
    pub people: Option<i64>,
    #[serde(default)]
    pub partners: Vec<TypedInitiativePartner>,
    #[serde(default)]
    pub costs: Vec<TypedInitiativeCost>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedInitiativePartner {
    pub partner: PartyId,
    pub role: InitiativeRole,
    #[serde(default)]
    pub part: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedInitiativeCost {
    pub item: String,
    pub quantity: i64,
    pub unit_cost: Money,
    pub year: i64,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddInitiative {
    pub id: InitiativeId,
    pub programme: ProgrammeId,
    pub typed: TypedInitiative,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeInitiative {
    pub id: InitiativeId,
    pub version: i64,
    pub typed: TypedInitiative,
}

/// An initiative with what is said of the step.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NoteInitiative {
    pub id: InitiativeId,
    pub version: i64,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct MoveInitiative {
    pub id: InitiativeId,
    pub version: i64,
    pub to: InitiativeState,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetProgress {
    pub id: InitiativeId,
    pub version: i64,
    pub progress: i64,
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedResult {
    pub id: ResultId,
    #[serde(default)]
    pub parent: Option<ResultId>,
    pub level: ResultLevel,
    pub text: String,
    #[serde(default)]
    pub assumption: String,
    #[serde(default)]
    pub mechanism: String,
}

/// The whole tree, in the order it is read.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetResults {
    pub id: InitiativeId,
    pub version: i64,
    pub results: Vec<TypedResult>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveIndicator {
    pub id: IndicatorId,
    pub initiative: InitiativeId,
    pub version: i64,
    pub result: ResultId,
    pub text: String,
    #[serde(default)]
    pub unit: String,
    pub kind: IndicatorKind,
    #[serde(default)]
    pub baseline: String,
    #[serde(default)]
    pub baseline_on: Option<Day>,
    pub target: String,
    #[serde(default)]
    pub source: String,
    pub frequency: IndicatorFrequency,
    #[serde(default)]
    pub disaggregation: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct EnterReading {
    pub indicator: IndicatorId,
    pub initiative: InitiativeId,
    pub version: i64,
    pub from: Day,
    pub to: Day,
    #[serde(default)]
    pub target: String,
    pub actual: String,
    #[serde(default)]
    pub narrative: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct WhichReading {
    pub indicator: IndicatorId,
    pub initiative: InitiativeId,
    pub version: i64,
    pub no: i64,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveSupport {
    pub id: ProgrammeItemId,
    pub programme: ProgrammeId,
    pub version: i64,
    #[serde(default)]
    pub initiative: Option<InitiativeId>,
    pub source: SupportSource,
    #[serde(default)]
    pub partner: Option<PartyId>,
    #[serde(default)]
    pub name: String,
    pub stage: SupportStage,
    pub amount: Money,
    #[serde(default)]
    pub next_on: Option<Day>,
    #[serde(default)]
    pub closes_on: Option<Day>,
    #[serde(default)]
    pub note: String,
    pub keeper: PersonId,
}
