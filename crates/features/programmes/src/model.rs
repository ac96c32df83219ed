//! Nouns of programmes, as screens see them.

use kernel::id::{IndicatorId, InitiativeId, PartyId, PersonId, PhaseId, ProgrammeId, ProgrammeItemId, ResultId};
use kernel::{Day, Money};
use measures::indicators::Light;
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
list! { FindingSeverity { Context = "context", Low = "low", Medium = "medium", High = "high" } }
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

/// A condition before a phase ends: met, or what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PhaseCondition {
    pub no: i64,
    pub kind: PhaseConditionKind,
    pub text: String,
    pub least: i64,
    pub met: bool,
    /// How many hold, of how many.
    pub n: i64,
    pub of: i64,
    /// What lacks of the money, of coverage.
    pub gap: Option<Money>,
    /// The first that lacks it.
    pub lacks: String,
    pub met_by_name: String,
    pub met_on: Option<Day>,
    pub evidence: String,
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
    pub severity: FindingSeverity,
    pub evidence: String,
    pub found_on: Day,
    pub initiatives: Vec<InitiativeName>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativeName {
    pub initiative: InitiativeId,
    pub title: String,
}

/// An initiative as the programme shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativeLine {
    pub initiative: InitiativeId,
    pub initiative_no: String,
    pub title: String,
    pub sector: String,
    pub priority: i64,
    /// The partner that owns it; empty where the association does.
    pub owner_name: String,
    pub state: InitiativeState,
    pub state_since: Day,
    pub starts: Option<Day>,
    pub ends: Option<Day>,
    pub cost: Money,
    pub progress: i64,
    pub late: Option<i32>,
    pub coverage: Option<i64>,
    pub founded: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammeSupport {
    pub id: ProgrammeItemId,
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
    pub keeper: PersonId,
    pub keeper_name: String,
    pub version: i64,
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
    pub no: i64,
    pub met_on: Day,
    pub note: String,
    pub cost: Money,
    pub made_by_name: String,
    pub consents: Vec<PlanConsent>,
    pub agrees: i64,
    pub reserves: i64,
    pub absent: i64,
    /// Whether scope and cost are still those.
    pub stands: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgrammePromise {
    pub id: ProgrammeItemId,
    pub text: String,
    pub year: i64,
    pub reached_on: Option<Day>,
    pub evidence: String,
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
    pub disaggregation: String,
    /// The latest value that counts.
    pub actual: String,
    pub percent: Option<i64>,
    pub light: Light,
    pub readings: Vec<IndicatorReading>,
}

/// The page of an initiative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InitiativeSheet {
    pub today: Day,
    pub line: InitiativeLine,
    pub programme: ProgrammeId,
    pub programme_name: String,
    pub owner: Option<PartyId>,
    pub finding: Option<ProgrammeItemId>,
    pub finding_text: String,
    pub finding_evidence: String,
    pub need: String,
    pub mechanism: String,
    pub people: Option<i64>,
    pub reason: String,
    pub halted_by_name: String,
    pub elapsed: Option<i64>,
    pub partners: Vec<InitiativePartner>,
    pub costs: Vec<InitiativeCost>,
    pub results: Vec<InitiativeResult>,
    pub indicators: Vec<InitiativeIndicator>,
    /// Green, amber, red, grey.
    pub lights: Vec<i64>,
    pub cover: ProgrammeCover,
    pub supports: Vec<ProgrammeSupport>,
    pub asked_by_name: String,
    pub cannot_approve: Option<String>,
    /// Whoever looks halted it, and lets another person lift it.
    pub halted_by_me: bool,
    pub record: RecordVersion,
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
