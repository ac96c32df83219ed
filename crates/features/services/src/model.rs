//! Nouns of services, as screens see them.

use casework::criteria::{Met, Op, Whole};
use casework::flows::{Outcome, VisitPolicy};
use casework::requests::State;
use documents::DocumentKind;
use kernel::id::{CaseRequestId, FundId, PartyId, ServiceId, ServiceVersionId};
use kernel::{Day, Money};
use measures::Portion;
use measures::kpi::GroupRate;
use office::list;
use office::record::RecordVersion;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    /// Where a version of a service stands; an announced one takes requests.
    ServiceStanding {
        Draft = "draft", Approved = "approved", Announced = "announced", Closed = "closed", Replaced = "replaced",
        Dropped = "dropped",
    }
}
list! {
    /// What a family is given.
    ServiceGives { Money = "money", Goods = "goods", Appointment = "appointment" }
}
list! {
    /// Where a service was published.
    ServiceChannel {
        Website = "website", Account = "account", Message = "message", Board = "board", Newspaper = "newspaper",
        Partner = "partner", Other = "other",
    }
}
list! {
    /// What came of a call about a service.
    ServiceCallResult { NoAnswer = "no_answer", Reached = "reached", WillAsk = "will_ask", Declined = "declined" }
}
list! {
    /// How it stands with calling a family that may have a service.
    ServiceCallState {
        NotCalled = "not_called", NoAnswer = "no_answer", Reached = "reached", WillAsk = "will_ask", Declined = "declined",
        Asked = "asked",
    }
}
list! {
    /// By what decisions are compared.
    FairnessBy { Class = "class", Governorate = "governorate", Sex = "sex" }
}
list! {
    /// What a criterion asks of a file.
    ServiceFact {
        PerCapita = "per_capita", IncomeTotal = "income_total", Score = "score", Class = "class", FamilySize = "family_size",
        Dependants = "dependants", OrphanN = "orphan_n", DisabledN = "disabled_n", ElderlyN = "elderly_n", Widow = "widow",
        Tenure = "tenure", Rooms = "rooms", Rent = "rent", Debts = "debts", Earning = "earning", Age = "age", Sex = "sex",
        MaritalStatus = "marital_status", Governorate = "governorate", City = "city", SocialSecurity = "social_security",
        FileMonths = "file_months", IdentityValid = "identity_valid", TimesServed = "times_served",
        PaperContract = "paper_contract", PaperIncome = "paper_income", PaperSocialSecurity = "paper_social_security",
        PaperAddress = "paper_address", Judged = "judged",
    }
}
list! {
    /// What the value of a fact is.
    ServiceFactKind { Money = "money", Number = "number", Bool = "bool", Choice = "choice", Text = "text" }
}
list! {
    /// Where a fact comes from.
    ServiceFactSource {
        Assessment = "assessment", File = "file", Document = "document", Services = "services", Person = "person",
    }
}

/// A fact a criterion may ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KnownFact {
    pub fact: ServiceFact,
    pub kind: ServiceFactKind,
    pub source: ServiceFactSource,
    pub ops: Vec<Op>,
    /// Of a choice.
    pub choices: Vec<String>,
}

/// A criterion as it is written and published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ServiceCriterion {
    #[serde(default)]
    pub no: i64,
    pub text: String,
    pub fact: ServiceFact,
    pub op: Op,
    /// One value, or several with a bar between them.
    pub value: String,
    pub mandatory: bool,
    /// Points of a preferred one.
    #[serde(default)]
    pub weight: Option<i64>,
}

/// A document that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ServicePaper {
    #[serde(default)]
    pub no: i64,
    pub kind: DocumentKind,
    pub name: String,
    /// How it is verified.
    #[serde(default)]
    pub method: String,
    pub mandatory: bool,
}

/// What a version says, as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ServiceContent {
    #[serde(default)]
    pub about: String,
    #[serde(default)]
    pub process: String,
    pub gives: ServiceGives,
    #[serde(default)]
    pub programme: String,
    #[serde(default)]
    pub fund: Option<FundId>,
    #[serde(default)]
    pub decision: String,
    pub opens_on: Option<Day>,
    pub closes_on: Option<Day>,
    pub capacity: Option<i64>,
    pub ceiling: Option<Money>,
    pub term_days: i64,
    pub visit_policy: VisitPolicy,
    pub criteria: Vec<ServiceCriterion>,
    pub papers: Vec<ServicePaper>,
}

/// A service as the catalogue shows it: by what is announced, or else by what is written last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceLine {
    pub service: ServiceId,
    pub name: String,
    pub number: i64,
    pub standing: ServiceStanding,
    pub gives: ServiceGives,
    pub programme: String,
    pub opens_on: Option<Day>,
    pub closes_on: Option<Day>,
    /// Takes requests today.
    pub open: bool,
    pub term_days: i64,
    pub capacity: Option<i64>,
    /// Approved under this version, and being looked at.
    pub taken: i64,
    pub asked: i64,
    /// A later version that is being written or waits for its announcement.
    pub next: Option<ServiceStanding>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceList {
    pub lines: Vec<ServiceLine>,
    pub total: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceVersionLine {
    pub version: ServiceVersionId,
    pub number: i64,
    pub standing: ServiceStanding,
    pub announced_on: Option<Day>,
    pub ended_on: Option<Day>,
    pub requests: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PublishedOn {
    pub channel: ServiceChannel,
    pub published_on: Day,
    pub evidence: String,
    pub by_name: String,
}

/// A condition before a version is approved or announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceCondition {
    /// `services.condition.<key>`; where it is missing, the refusal's own words.
    pub key: String,
    pub met: bool,
}

/// The figures at the head of a service's page, of one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceFigures {
    pub approved: i64,
    pub rejected: i64,
    pub waitlisted: i64,
    pub open: i64,
    pub requests: i64,
    pub grievances: i64,
    pub acceptance: Portion,
    /// Working days from receipt to decision, the median; none before the first decision.
    pub median_days: Option<i64>,
    pub exceptions: i64,
}

/// The page of a service, by one of its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceSheet {
    pub today: Day,
    pub line: ServiceLine,
    pub version: ServiceVersionId,
    pub record: RecordVersion,
    pub content: ServiceContent,
    pub fund_name: String,
    pub versions: Vec<ServiceVersionLine>,
    pub written_by_name: String,
    pub approved_by_name: String,
    pub approved_on: Option<Day>,
    pub announced_by_name: String,
    pub announced_on: Option<Day>,
    pub ended_by_name: String,
    pub ended_on: Option<Day>,
    pub ended_reason: String,
    pub sent_back: String,
    pub publication: String,
    /// Whether the text that is published holds every criterion.
    pub matches: bool,
    pub channels: Vec<PublishedOn>,
    /// What stands before the next step.
    pub conditions: Vec<ServiceCondition>,
    /// Why who asks does not approve it; empty where they may.
    pub cannot_approve: String,
    pub figures: ServiceFigures,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FundChoice {
    pub fund: FundId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceChoices {
    pub facts: Vec<KnownFact>,
    pub funds: Vec<FundChoice>,
    pub programmes: Vec<String>,
    /// Services that take requests today.
    pub open: Vec<OpenService>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenService {
    pub service: ServiceId,
    pub name: String,
    pub number: i64,
    pub gives: ServiceGives,
    pub ceiling: Option<Money>,
    pub closes_on: Option<Day>,
    pub places_left: Option<i64>,
}

/// A criterion with what is known of a family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CriterionLook {
    pub no: i64,
    pub text: String,
    pub fact: ServiceFact,
    pub kind: ServiceFactKind,
    pub mandatory: bool,
    pub weight: Option<i64>,
    pub result: Met,
    /// What is known, raw: halalas, a number, `yes`, a code; empty for what is unknown, and for who may not see it.
    pub value: String,
    pub source: ServiceFactSource,
    pub source_on: Option<Day>,
    /// Of what a person found.
    pub note: String,
}

/// What the criteria of a service say of a family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceLook {
    /// None for who may not see facts of families.
    pub criteria: Vec<CriterionLook>,
    pub whole: Whole,
    pub mandatory_met: usize,
    pub mandatory: usize,
    pub points: i64,
}

/// Something that is still unknown of a family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissingFact {
    pub fact: ServiceFact,
    /// The criterion's own words, where only a person can find it.
    pub text: String,
}

/// A family that may have a service and did not ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QualifyLine {
    pub party: PartyId,
    pub name: String,
    pub file_no: String,
    pub mobile: String,
    pub city: String,
    pub district: String,
    pub score: Option<i64>,
    pub class: String,
    pub mandatory_met: usize,
    pub mandatory: usize,
    pub missing: Vec<MissingFact>,
    pub state: ServiceCallState,
    pub calls: i64,
    pub last_on: Option<Day>,
    pub until: Option<Day>,
    pub note: String,
    pub request: Option<CaseRequestId>,
    pub request_no: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CallStateCount {
    pub state: ServiceCallState,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QualifyPage {
    pub lines: Vec<QualifyLine>,
    pub total: i64,
    pub counts: Vec<CallStateCount>,
    /// Active files the criteria were tried on.
    pub tried: i64,
    pub name: String,
    pub number: i64,
}

/// Somebody who waits for a place, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingPlace {
    pub place: i64,
    pub request: CaseRequestId,
    pub request_no: String,
    pub name: String,
    pub received_on: Day,
    pub score: Option<i64>,
    pub total: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingPlaces {
    pub lines: Vec<WaitingPlace>,
    pub places_left: Option<i64>,
}

/// Why a group has refusals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommonReason {
    pub group: String,
    pub reason: String,
    pub count: i64,
    pub of: i64,
}

/// A group with its share of approvals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FairnessRow {
    pub group: String,
    pub rate: GroupRate,
}

/// K6 by one way of comparing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FairnessView {
    pub by: FairnessBy,
    pub all: Portion,
    /// The largest first; without those that are too small to be shown.
    pub groups: Vec<FairnessRow>,
    /// Points between the greatest and the smallest rate.
    pub gap: Option<i64>,
    pub flagged: bool,
    /// Decisions in groups that are too small to be shown.
    pub hidden: i64,
    pub reason: Option<CommonReason>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceFairness {
    pub number: i64,
    pub views: Vec<FairnessView>,
    pub decisions: i64,
    pub exceptions: i64,
    pub settings: FairnessSettings,
    /// Of the settings.
    pub version: i64,
}

/// From how many decisions a group has a rate; beyond how many points a gap is flagged; under how many decisions a group
/// is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FairnessSettings {
    pub fairness_n: u16,
    pub fairness_gap: u16,
    pub suppress_under: u16,
}

impl Default for FairnessSettings {
    fn default() -> Self {
        let shipped = measures::Settings::default();
        Self {
            fairness_n: shipped.fairness_n,
            fairness_gap: shipped.fairness_gap,
            suppress_under: shipped.suppress_under,
        }
    }
}

/// A decision behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecidedLine {
    pub request: CaseRequestId,
    pub request_no: String,
    pub name: String,
    pub service_name: String,
    pub number: i64,
    pub outcome: Outcome,
    pub reason: String,
    pub decided_on: Day,
    pub exception: bool,
    pub exception_reason: String,
    /// Mandatory papers at the decision, and when the last of them was found genuine.
    pub papers: i64,
    pub verified_on: Option<Day>,
    pub verified: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecidedPage {
    pub lines: Vec<DecidedLine>,
    pub total: i64,
    /// K7 of the same decisions.
    pub verified: Portion,
}

/// A service as the file of a family shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileServiceLine {
    pub service: ServiceId,
    pub name: String,
    pub number: i64,
    pub closes_on: Option<Day>,
    pub look: ServiceLook,
    pub missing: Vec<MissingFact>,
    /// A request under this version, or an open one under another.
    pub asked: bool,
    pub declined: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileServiceRequest {
    pub request: CaseRequestId,
    pub request_no: String,
    pub service_name: String,
    pub state: State,
    pub outcome: Option<Outcome>,
    pub received_on: Day,
    pub decided_on: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileServices {
    pub services: Vec<FileServiceLine>,
    pub requests: Vec<FileServiceRequest>,
    /// Whether the file may ask at all.
    pub active: bool,
    pub sees_facts: bool,
}
