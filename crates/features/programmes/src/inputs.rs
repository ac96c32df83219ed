//! What the commands of programmes take.

use crate::model::{
    AssetKind, CapacityDomain, CapacityScore, ConsentAnswer, FindingDomain, FindingGravity, GatheringForm,
    GatheringStage, IndicatorFrequency, IndicatorKind, IndicatorPart, InitiativeNoteKind, InitiativeRole,
    InitiativeState, Lasts, PhaseConditionKind, ProgrammeState, ResultLevel, ReturnRow, SupportSource, SupportStage,
};
use kernel::id::{
    FindingId, IndicatorId, InitiativeId, PartyId, PersonId, PhaseId, ProgrammeId, ProgrammeItemId, ResultId,
};
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

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListInitiatives {
    pub text: String,
    pub programme: Option<ProgrammeId>,
    pub state: Vec<InitiativeState>,
    pub keeper: Option<PersonId>,
    /// Past its end, and not done.
    pub late: bool,
    /// With a period that is over and was not measured.
    pub unmeasured: bool,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListSupports {
    pub text: String,
    pub programme: Option<ProgrammeId>,
    pub stage: Vec<SupportStage>,
    pub source: Option<SupportSource>,
    pub keeper: Option<PersonId>,
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
    pub severity: FindingGravity,
    pub evidence: String,
    pub found_on: Day,
    /// The finding of a questionnaire it is taken from.
    #[serde(default)]
    pub study: Option<FindingId>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveGathering {
    pub id: ProgrammeItemId,
    pub programme: ProgrammeId,
    pub version: i64,
    pub form: GatheringForm,
    pub stage: GatheringStage,
    pub text: String,
    #[serde(default)]
    pub outcome: String,
    pub day: Day,
    pub people: i64,
    #[serde(default)]
    pub women: Option<i64>,
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

/// The plan as it stands was put before the partners, who answered; another person or the committee agrees to it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutPlan {
    pub id: ProgrammeItemId,
    pub programme: ProgrammeId,
    pub version: i64,
    pub met_on: Day,
    #[serde(default)]
    pub note: String,
    pub consents: Vec<TypedConsent>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AnswerPlan {
    pub edition: ProgrammeItemId,
    /// The decision it is agreed by, or why it goes back.
    #[serde(default)]
    pub said: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedInitiative {
    pub title: String,
    #[serde(default)]
    pub sector: String,
    pub priority: i64,
    #[serde(default)]
    pub owner: Option<PartyId>,
    /// Who of the office follows it.
    pub keeper: PersonId,
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
    pub day: Day,
    pub note: String,
}

/// What was put right of what halted it; another person is asked to let it go on.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CorrectHalt {
    pub id: InitiativeId,
    pub version: i64,
    pub corrected: String,
    pub day: Day,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddInitiativeNote {
    pub id: ProgrammeItemId,
    pub initiative: InitiativeId,
    pub kind: InitiativeNoteKind,
    pub text: String,
    #[serde(default)]
    pub lasts: Option<Lasts>,
    #[serde(default)]
    pub evidence: String,
    pub day: Day,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveReturns {
    pub id: InitiativeId,
    pub version: i64,
    pub rows: Vec<ReturnRow>,
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
    pub by_sex: bool,
    #[serde(default)]
    pub by_place: bool,
    #[serde(default)]
    pub by_class: bool,
    /// Targets of periods, in their order.
    #[serde(default)]
    pub periods: Vec<TypedIndicatorPeriod>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedIndicatorPeriod {
    pub starts: Day,
    pub ends: Day,
    pub target: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct WhichIndicator {
    pub indicator: IndicatorId,
    pub initiative: InitiativeId,
    pub version: i64,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct EnterReading {
    pub indicator: IndicatorId,
    pub initiative: InitiativeId,
    pub version: i64,
    pub from: Day,
    pub to: Day,
    pub actual: String,
    #[serde(default)]
    pub narrative: String,
    #[serde(default)]
    pub parts: Vec<IndicatorPart>,
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
    /// What shows that it was pledged or received.
    #[serde(default)]
    pub evidence: String,
    /// Since when it is pledged or received; today where it is left out.
    #[serde(default)]
    pub since: Option<Day>,
    pub keeper: PersonId,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddCapacityAssessment {
    pub id: ProgrammeItemId,
    pub programme: ProgrammeId,
    pub partner: PartyId,
    pub day: Day,
    pub evidence: String,
    pub scores: Vec<CapacityScore>,
    #[serde(default)]
    pub performance: Option<i64>,
    #[serde(default)]
    pub performance_note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveCapacityStep {
    pub id: ProgrammeItemId,
    pub programme: ProgrammeId,
    pub version: i64,
    pub partner: PartyId,
    pub domain: CapacityDomain,
    pub text: String,
    pub due: Day,
    #[serde(default)]
    pub mentor: Option<PersonId>,
}

/// The association agreed to a step, or a step was done, with what shows it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SayCapacityStep {
    pub id: ProgrammeItemId,
    pub programme: ProgrammeId,
    pub version: i64,
    pub said: String,
    pub day: Day,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct WhichCapacityStep {
    pub id: ProgrammeItemId,
    pub programme: ProgrammeId,
    pub version: i64,
}
