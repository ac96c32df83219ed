//! Nouns of programmes, as screens see them.

use kernel::id::{
    ActivityId, FindingId, IndicatorId, InitiativeId, PartyId, PersonId, PhaseId, ProgrammeId, ProgrammeItemId,
    ResultId,
};
use kernel::{Day, Money};
use measures::indicators::Light;
use office::gate::Condition;
use office::list;
use office::record::RecordVersion;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! { ProgrammeState { Running = "running", Ended = "ended" } }
list! { PhaseState { Planned = "planned", Running = "running", Done = "done" } }
list! {
    /// What must hold before a phase ends. All but the own ones are computed.
    PhaseConditionKind {
        Own = "own",
        /// So many endorsements of the programme stand.
        Endorsements = "endorsements",
        /// So many agreements are in force.
        Agreements = "agreements",
        Findings = "findings",
        Assets = "assets",
        /// So many residents took part.
        Residents = "residents",
        /// So many associations have been assessed and have agreed on how to improve.
        Capacity = "capacity",
        /// Pledges and receipts cover the per cent that is set.
        Coverage = "coverage",
        /// Every indicator has a baseline.
        Baselines = "baselines",
        /// The newest edition of the plan, as it stands, has its quorum of consents.
        Consent = "consent",
        /// The vision is written, with what it was agreed by.
        Vision = "vision",
        /// Every initiative is built on a finding.
        Founded = "founded",
        /// Every initiative has somebody who carries it out.
        Implementers = "implementers",
        /// Every initiative has a cost and days.
        Planned = "planned",
    }
}
list! {
    AssetKind {
        Natural = "natural", Building = "building", Organisation = "organisation", People = "people", Money = "money",
        Knowledge = "knowledge", Other = "other",
    }
}
list! {
    FindingDomain {
        Population = "population", Production = "production", Health = "health", Work = "work", Housing = "housing",
        Education = "education", Services = "services", Environment = "environment", Associations = "associations",
        Other = "other",
    }
}
list! { FindingGravity { Context = "context", Low = "low", Medium = "medium", High = "high" } }
list! {
    InitiativeState {
        Idea = "idea", Studied = "studied", Approved = "approved", Funded = "funded", Running = "running",
        Halted = "halted", Completed = "completed", Cancelled = "cancelled",
    }
}
list! { InitiativeRole { Implementing = "implementing", Potential = "potential", Funder = "funder" } }
list! { SupportSource { Government = "government", Donors = "donors", Sponsors = "sponsors", Fund = "fund" } }
list! {
    SupportStage {
        Identified = "identified", Contacted = "contacted", Proposal = "proposal", Pledged = "pledged",
        Received = "received", Declined = "declined",
    }
}
list! { ResultLevel { Impact = "impact", Outcome = "outcome", Output = "output", Activity = "activity" } }
list! { IndicatorKind { Increase = "increase", Decrease = "decrease", YesNo = "yes_no" } }
list! { IndicatorFrequency { Month = "month", Quarter = "quarter", Half = "half", Year = "year", Once = "once" } }
list! { PlanState { Waiting = "waiting", Agreed = "agreed", Returned = "returned" } }
list! {
    GatheringForm {
        Workshop = "workshop", Meeting = "meeting", Survey = "survey", Visit = "visit", Online = "online", Other = "other",
    }
}
list! {
    /// Where residents took part.
    GatheringStage {
        Study = "study", Planning = "planning", CarryingOut = "carrying_out", Evaluation = "evaluation",
    }
}
list! { InitiativeNoteKind { Evaluation = "evaluation", Lesson = "lesson", Lasting = "lasting" } }
list! {
    /// Whether what an initiative brought about is still there.
    Lasts { Yes = "yes", Partly = "partly", No = "no" }
}
list! { PartDimension { Sex = "sex", Place = "place", Class = "class" } }
list! {
    /// What an association is able to do.
    CapacityDomain {
        Governance = "governance", Planning = "planning", Finance = "finance", People = "people", Programmes = "programmes",
        Partnerships = "partnerships", Technology = "technology",
    }
}
list! {
    CapacityStepState { Proposed = "proposed", Agreed = "agreed", Done = "done", Verified = "verified" }
}
list! { ConsentAnswer { Agrees = "agrees", Reserves = "reserves", Absent = "absent" } }

/// A programme as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammeLine {
    pub programme: ProgrammeId,
    pub programme_no: String,
    pub name: String,
    pub governorate: String,
    pub state: ProgrammeState,
    pub opened_on: Day,
    /// The phase that runs.
    pub phase: String,
    pub phase_no: i64,
    pub phases: i64,
    pub initiatives: i64,
    pub cost: Money,
    /// Per cent, by the weight of cost; none without a cost.
    pub progress: Option<i64>,
    pub coverage: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammePage {
    pub lines: Vec<ProgrammeLine>,
    pub total: i64,
}

/// A condition before a phase ends, as it is planned and as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PhaseCondition {
    pub no: i64,
    pub kind: PhaseConditionKind,
    pub text: String,
    pub least: i64,
    pub met_by_name: String,
    pub met_on: Option<Day>,
    pub evidence: String,
    /// Met, or what is missing and where it is mended.
    pub gate: Condition,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammePhase {
    pub id: PhaseId,
    pub no: i64,
    pub name: String,
    pub planned_from: Option<Day>,
    pub planned_until: Option<Day>,
    pub state: PhaseState,
    pub opened_on: Option<Day>,
    pub ended_on: Option<Day>,
    pub ended_by_name: String,
    pub conditions: Vec<PhaseCondition>,
    /// Why whoever looks may not end it although all holds: the code of a refusal.
    pub cannot_end: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammeAsset {
    pub id: ProgrammeItemId,
    pub kind: AssetKind,
    pub name: String,
    pub owner: String,
    pub capacity: String,
    pub usable_for: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammeFinding {
    pub id: ProgrammeItemId,
    pub domain: FindingDomain,
    pub text: String,
    pub severity: FindingGravity,
    pub evidence: String,
    pub found_on: Day,
    /// The finding of a questionnaire it was taken from.
    pub study: Option<FindingId>,
    pub initiatives: Vec<InitiativeName>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativeName {
    pub initiative: InitiativeId,
    pub title: String,
}

/// An initiative as its programme and the list of all show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativeLine {
    pub initiative: InitiativeId,
    pub programme: ProgrammeId,
    pub programme_name: String,
    pub initiative_no: String,
    pub title: String,
    pub sector: String,
    pub priority: i64,
    /// The partner that owns it; empty where the association does.
    pub owner_name: String,
    pub keeper_name: String,
    pub state: InitiativeState,
    pub state_since: Day,
    pub starts: Option<Day>,
    pub ends: Option<Day>,
    pub cost: Money,
    pub progress: i64,
    pub late: Option<i32>,
    /// Since when it stands still.
    pub halted_on: Option<Day>,
    pub coverage: Option<i64>,
    pub founded: bool,
    /// How many indicators are green, amber, red, grey.
    pub lights: [i64; 4],
    /// Periods that are over and were not measured.
    pub unmeasured: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativePage {
    pub lines: Vec<InitiativeLine>,
    pub total: i64,
    pub states: Vec<InitiativeStateCount>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct InitiativeStateCount {
    pub state: InitiativeState,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammeSupport {
    pub id: ProgrammeItemId,
    pub programme: ProgrammeId,
    pub programme_name: String,
    /// Whether its programme goes on, and the version of the programme.
    pub running: bool,
    pub version: i64,
    pub initiative: Option<InitiativeId>,
    pub initiative_title: String,
    pub source: SupportSource,
    pub partner: Option<PartyId>,
    pub name: String,
    pub stage: SupportStage,
    pub amount: Money,
    pub next_on: Option<Day>,
    pub closes_on: Option<Day>,
    pub note: String,
    /// What shows that it was pledged or received, and since when it is.
    pub evidence: String,
    pub pledged_on: Option<Day>,
    pub received_on: Option<Day>,
    pub keeper: PersonId,
    pub keeper_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SupportPage {
    pub lines: Vec<ProgrammeSupport>,
    pub total: i64,
    pub amount: Money,
    pub stages: Vec<SupportStageCount>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct SupportStageCount {
    pub stage: SupportStage,
    pub count: i64,
}

/// What one source gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct SupportShare {
    pub source: SupportSource,
    pub received: Money,
    pub pledged: Money,
    /// Of the cost, in tenths of a per cent.
    pub tenths: Option<i64>,
}

/// K19: how the cost is covered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammeCover {
    pub cost: Money,
    pub received: Money,
    pub pledged: Money,
    pub coverage: Option<i64>,
    pub uncovered: Money,
    pub gap: Money,
    pub gap_to: i64,
    pub shares: Vec<SupportShare>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanConsent {
    pub partner: PartyId,
    pub name: String,
    pub answer: ConsentAnswer,
    pub note: String,
}

/// The newest edition of the plan, and who consented.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanEdition {
    pub id: ProgrammeItemId,
    pub no: i64,
    pub met_on: Day,
    pub note: String,
    pub cost: Money,
    pub made_by_name: String,
    pub state: PlanState,
    pub decided_on: Option<Day>,
    pub decided_by_name: String,
    /// The decision it was agreed by.
    pub decision: String,
    pub consents: Vec<PlanConsent>,
    pub agrees: i64,
    pub reserves: i64,
    pub absent: i64,
    /// Whether scope and cost are still those.
    pub stands: bool,
    /// Why whoever looks may not agree to it: the code of a refusal, or a permission.
    pub cannot_agree: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammePromise {
    pub id: ProgrammeItemId,
    pub text: String,
    pub year: i64,
    pub reached_on: Option<Day>,
    pub evidence: String,
}

/// Where residents took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammeGathering {
    pub id: ProgrammeItemId,
    pub form: GatheringForm,
    pub stage: GatheringStage,
    pub text: String,
    pub outcome: String,
    pub day: Day,
    pub people: i64,
    pub women: Option<i64>,
    pub recorded_by_name: String,
}

/// The page of a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammeSheet {
    pub today: Day,
    pub line: ProgrammeLine,
    pub vision: String,
    pub vision_basis: String,
    pub decision: String,
    pub coverage_percent: i64,
    pub quorum: i64,
    pub reason: String,
    pub ended_on: Option<Day>,
    pub phases: Vec<ProgrammePhase>,
    pub initiatives: Vec<InitiativeLine>,
    pub cover: ProgrammeCover,
    pub supports: Vec<ProgrammeSupport>,
    pub edition: Option<PlanEdition>,
    pub findings: Vec<ProgrammeFinding>,
    pub assets: Vec<ProgrammeAsset>,
    pub promises: Vec<ProgrammePromise>,
    pub gatherings: Vec<ProgrammeGathering>,
    /// Residents who took part.
    pub residents: i64,
    pub record: RecordVersion,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativePartner {
    pub partner: PartyId,
    pub name: String,
    pub role: InitiativeRole,
    pub part: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativeCost {
    pub item: String,
    pub quantity: i64,
    pub unit_cost: Money,
    pub year: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativeResult {
    pub id: ResultId,
    pub parent: Option<ResultId>,
    pub level: ResultLevel,
    pub text: String,
    pub assumption: String,
    pub mechanism: String,
}

/// The value of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorPart {
    pub dimension: PartDimension,
    pub part: String,
    pub value: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IndicatorReading {
    pub no: i64,
    pub from: Day,
    pub to: Day,
    pub target: String,
    pub actual: String,
    pub narrative: String,
    pub entered_by: PersonId,
    pub entered_by_name: String,
    pub approved_by_name: String,
    pub approved_on: Option<Day>,
    pub parts: Vec<IndicatorPart>,
}

/// Where an indicator is to stand at the end of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IndicatorPeriod {
    pub from: Day,
    pub to: Day,
    pub target: String,
    pub measured: bool,
    /// It is over, and nothing was measured.
    pub overdue: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativeIndicator {
    pub id: IndicatorId,
    pub result: ResultId,
    pub text: String,
    pub unit: String,
    pub kind: IndicatorKind,
    pub baseline: String,
    pub baseline_on: Option<Day>,
    pub target: String,
    pub source: String,
    pub frequency: IndicatorFrequency,
    pub by_sex: bool,
    pub by_place: bool,
    pub by_class: bool,
    /// The latest value that counts.
    pub actual: String,
    pub percent: Option<i64>,
    pub light: Light,
    pub periods: Vec<IndicatorPeriod>,
    pub readings: Vec<IndicatorReading>,
}

/// That an initiative stands, or stood, still.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativeHalt {
    pub id: ProgrammeItemId,
    pub visit: Option<ActivityId>,
    pub reason: String,
    pub opened_on: Day,
    pub opened_by: Option<PersonId>,
    pub opened_by_name: String,
    pub seen_by: Option<PersonId>,
    pub seen_by_name: String,
    pub corrected: String,
    pub corrected_on: Option<Day>,
    pub corrected_by_name: String,
    pub released_on: Option<Day>,
    pub released_by_name: String,
    pub released_note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativeProgress {
    pub day: Day,
    pub percent: i64,
    pub note: String,
    pub said_by_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativeNote {
    pub id: ProgrammeItemId,
    pub kind: InitiativeNoteKind,
    pub text: String,
    pub lasts: Option<Lasts>,
    pub evidence: String,
    pub day: Day,
    pub recorded_by_name: String,
}

/// What one outcome is worth, and what that rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReturnRow {
    pub text: String,
    pub quantity: i64,
    pub proxy: Money,
    pub source: String,
    /// Per cent that would have come anyway, that is ours, that goes away.
    pub deadweight: i64,
    pub attribution: i64,
    pub drop_off: i64,
}

/// The social return: never a target, and no figure without its assumptions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct SocialReturn {
    pub rows: Vec<ReturnRow>,
    /// What each row comes to, in their order.
    pub worth: Vec<Money>,
    pub value: Money,
    pub inputs: Money,
    /// Hundredths of a riyal for each riyal; none without inputs.
    pub hundredths: Option<i64>,
}

/// The page of an initiative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativeSheet {
    pub today: Day,
    pub line: InitiativeLine,
    /// Whether its programme goes on, and the version of the programme.
    pub running: bool,
    pub programme_version: i64,
    pub owner: Option<PartyId>,
    pub keeper: PersonId,
    pub finding: Option<ProgrammeItemId>,
    pub finding_text: String,
    pub finding_evidence: String,
    pub need: String,
    pub mechanism: String,
    pub people: Option<i64>,
    pub reason: String,
    pub check_due: Option<Day>,
    pub elapsed: Option<i64>,
    /// What must hold before its next step.
    pub gates: Vec<Condition>,
    /// Where it may go by a plain step.
    pub ways: Vec<InitiativeState>,
    pub partners: Vec<InitiativePartner>,
    pub costs: Vec<InitiativeCost>,
    pub results: Vec<InitiativeResult>,
    pub indicators: Vec<InitiativeIndicator>,
    pub cover: ProgrammeCover,
    pub supports: Vec<ProgrammeSupport>,
    pub progress: Vec<InitiativeProgress>,
    /// The open one first.
    pub halts: Vec<InitiativeHalt>,
    pub notes: Vec<InitiativeNote>,
    pub social_return: SocialReturn,
    /// Who asked that it be approved, while it waits.
    pub asked_by_name: String,
    pub cannot_approve: Option<String>,
    /// Why whoever looks may not release the open halt: the code of a refusal, or a permission.
    pub cannot_release: Option<String>,
    /// That another person is asked to release it.
    pub release_asked: bool,
    pub record: RecordVersion,
}

/// What an association was able to do on a day, and what it then did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CapacityAssessment {
    pub id: ProgrammeItemId,
    pub day: Day,
    pub evidence: String,
    pub scores: Vec<CapacityScore>,
    /// The mean of its scores, in hundredths.
    pub mean: i64,
    pub performance: Option<i64>,
    pub performance_note: String,
    pub recorded_by_name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CapacityScore {
    pub domain: CapacityDomain,
    pub score: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CapacityStep {
    pub id: ProgrammeItemId,
    pub domain: CapacityDomain,
    pub text: String,
    pub due: Day,
    pub late: bool,
    pub mentor: Option<PersonId>,
    pub mentor_name: String,
    pub state: CapacityStepState,
    pub agreed_with: String,
    pub agreed_on: Option<Day>,
    pub done_on: Option<Day>,
    pub evidence: String,
    pub done_by: Option<PersonId>,
    pub done_by_name: String,
    pub verified_by_name: String,
    pub verified_on: Option<Day>,
}

/// An association whose capacity is built.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CapacityLine {
    pub partner: PartyId,
    pub name: String,
    /// The newest first.
    pub assessments: Vec<CapacityAssessment>,
    pub steps: Vec<CapacityStep>,
    /// Mentoring visits that were made, and the latest.
    pub mentored: i64,
    pub mentored_on: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CapacitySheet {
    pub programme: ProgrammeId,
    pub today: Day,
    pub running: bool,
    pub lines: Vec<CapacityLine>,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammeChoices {
    pub partners: Vec<ProgrammePartner>,
    pub people: Vec<ProgrammePerson>,
    /// Findings of questionnaires that stand.
    pub studies: Vec<OfferedFinding>,
    pub programmes: Vec<ProgrammeName>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammePartner {
    pub partner: PartyId,
    pub name: String,
    pub kind: String,
    pub closed: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammePerson {
    pub person: PersonId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammeName {
    pub programme: ProgrammeId,
    pub name: String,
    pub running: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfferedFinding {
    pub finding: FindingId,
    pub finding_no: String,
    pub study: String,
    pub text: String,
    pub evidence: String,
    pub severity: String,
    pub made_on: Day,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedProgramme {
    pub programme: ProgrammeId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedInitiative {
    pub initiative: InitiativeId,
    pub initiative_no: String,
}
