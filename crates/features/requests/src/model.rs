//! Nouns of requests, as screens see them.

use casework::deadlines::{Running, Settings};
use casework::flows::{Consent, Contests, Outcome, Stage, VisitPolicy};
use casework::requests::{Kind, State};
use documents::DocumentKind;
use kernel::id::{CaseRequestId, DayOffId, DepartmentId, EntityId, PartyId, PersonId, ServiceId, ServiceVersionId};
use kernel::{Day, Moment, Money};
use office::list;
use office::record::RecordVersion;
use serde::{Deserialize, Serialize};
use services::{MissingFact, ServiceGives, ServiceLook};
use ts_rs::TS;

list! {
    /// How it came in.
    CaseChannel {
        Interview = "interview", Phone = "phone", Letter = "letter", Website = "website", Message = "message",
        Visit = "visit", Other = "other",
    }
}
list! {
    /// What happened to a request.
    CaseEventKind {
        Opened = "opened", Assigned = "assigned", Moved = "moved", Staged = "staged", Declared = "declared",
        Letter = "letter", Executed = "executed", Noted = "noted", Called = "called", Consent = "consent",
        Card = "card", Changed = "changed", Linked = "linked",
    }
}
list! {
    /// What an entity may be told of who is referred to it.
    SharedField {
        Name = "name", Mobile = "mobile", Age = "age", Family = "family", Service = "service", Address = "address",
        Identity = "identity", Income = "income", Study = "study",
    }
}
list! {
    /// What came of a call about somebody who was referred.
    CallResult {
        Arrived = "arrived", NoShow = "no_show", NoAnswer = "no_answer", Promised = "promised", Confirmed = "confirmed",
    }
}
list! {
    /// How it stands with a paper that is asked for.
    PaperProof {
        Missing = "missing", NotReviewed = "not_reviewed", Genuine = "genuine", Seen = "seen", Doubtful = "doubtful",
        Rejected = "rejected", Expired = "expired",
    }
}
list! {
    /// How a request of a register came in: ended before, or open and going on here.
    FromRegister { History = "history", Open = "open" }
}
list! { LetterDirection { In = "in", Out = "out" } }
list! {
    /// A tab of the list.
    RequestTab { Mine = "mine", Incoming = "incoming", Late = "late", All = "all" }
}

/// How the days of a request stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestClock {
    pub due: Day,
    pub running: Running,
    /// Working days.
    pub elapsed: u32,
    pub paused: u32,
    pub left: u32,
    pub over: u32,
    pub stopped_on: Option<Day>,
    pub on_time: Option<bool>,
}

/// A request as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestLine {
    pub request: CaseRequestId,
    pub request_no: String,
    pub kind: Kind,
    pub state: State,
    pub outcome: Option<Outcome>,
    pub stage: Option<Stage>,
    pub party: Option<PartyId>,
    pub file_no: String,
    /// Who asks; of an internal one the department. Empty for one without a name.
    pub name: String,
    pub anonymous: bool,
    pub restricted: bool,
    pub subject: String,
    pub body: String,
    pub channel: CaseChannel,
    pub received_on: Day,
    /// Since when it stands where it stands.
    pub since: Day,
    pub clock: Option<RequestClock>,
    pub due: Option<Day>,
    pub callback_from: Option<Day>,
    pub researcher: Option<PersonId>,
    pub researcher_name: String,
    pub mine: bool,
    pub service: Option<ServiceId>,
    pub service_name: String,
    /// It ended before this program, as a register tells.
    pub history: bool,
    /// Sent back with a change.
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestCounts {
    pub mine: i64,
    pub incoming: i64,
    pub late: i64,
    pub all: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KindCount {
    pub kind: Kind,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestPage {
    pub lines: Vec<RequestLine>,
    pub total: i64,
    /// Of all that this person sees, whatever was asked for.
    pub counts: RequestCounts,
    /// Within the tab and the words that were asked for.
    pub kinds: Vec<KindCount>,
}

/// One condition before a step: met, or what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FlowCondition {
    /// `flow.<key>`: its words are `requests.condition.<key>` and, where it is missing, the refusal's own.
    pub key: String,
    pub met: bool,
}

/// A step somebody might take from here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestWay {
    pub to: State,
    pub conditions: Vec<FlowCondition>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestEvent {
    pub no: i64,
    pub kind: CaseEventKind,
    pub day: Day,
    pub at: Moment,
    pub by_name: String,
    pub from_state: Option<State>,
    pub to_state: Option<State>,
    pub person_name: String,
    pub word: String,
    pub note: String,
}

/// Working days in one state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageDays {
    pub state: State,
    pub days: u32,
    /// The first day in it.
    pub since: Day,
}

/// Somebody of the office, and what keeps them from this request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestPerson {
    pub person: PersonId,
    pub name: String,
    /// How many open ones they have.
    pub open: i64,
    /// Codes of refusals; none where it may be given to them.
    pub kept_from: Vec<String>,
}

/// Who may decide, and why others may not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestDecider {
    pub person: PersonId,
    pub name: String,
    pub me: bool,
    pub declared: bool,
    pub kept_from: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestDeclaration {
    pub person: PersonId,
    pub name: String,
    pub tie: bool,
    pub note: String,
    pub at: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DataChange {
    /// A field of a file: `mobile`, `city`, `iban` …
    pub field: String,
    pub before: String,
    pub after: String,
}

/// A request another one has to do with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LinkedRequest {
    pub request: CaseRequestId,
    pub request_no: String,
    pub kind: Kind,
    pub state: State,
    pub subject: String,
    pub outcome: Option<Outcome>,
    pub decided_on: Option<Day>,
    pub reason: String,
    pub researcher_name: String,
    pub decided_by_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Referral {
    pub entity: EntityId,
    pub entity_name: String,
    pub place: String,
    pub phone: String,
    pub contact: String,
    pub hours: String,
    pub service: String,
    pub appointment: Option<Day>,
    pub appointment_time: String,
    pub stage: Option<Stage>,
    pub stage_on: Option<Day>,
    pub arrived_on: Option<Day>,
    pub consent: Consent,
    pub consent_on: Option<Day>,
    pub shared: Vec<SharedField>,
    pub card_on: Option<Day>,
    pub unanswered: i64,
    pub told_on: Option<Day>,
    pub callback_from: Option<Day>,
    /// Calendar days since the appointment without arrival.
    pub waiting: Option<i32>,
    /// This Hijri year at the same entity.
    pub sent: i64,
    pub contacted: i64,
    pub arrived: i64,
    pub served: i64,
    /// Which stages may follow for who asks.
    pub next: Vec<Stage>,
}

/// The page of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestSheet {
    pub today: Day,
    pub line: RequestLine,
    pub record: RecordVersion,
    pub mobile: String,
    pub on_behalf_of: String,
    pub department: Option<DepartmentId>,
    pub department_name: String,
    pub against: Option<DepartmentId>,
    pub against_name: String,
    pub contests: Contests,
    /// 0 for what is no grievance.
    pub level: u8,
    pub received_by_name: String,
    pub reason: String,
    pub decided_by_name: String,
    pub decided_on: Option<Day>,
    pub letter_on: Option<Day>,
    /// The last day of appeal: of the letter that was handed over, else as if it were today.
    pub appeal_last: Option<Day>,
    pub executed_on: Option<Day>,
    pub executed_by_name: String,
    pub executed_note: String,
    pub answer: String,
    pub stages: Vec<StageDays>,
    pub ways: Vec<RequestWay>,
    pub outcomes: Vec<Outcome>,
    pub events: Vec<RequestEvent>,
    pub declarations: Vec<RequestDeclaration>,
    /// Whether the names of the applicant and of who asks end alike.
    pub same_family_name: bool,
    pub my_declaration: Option<bool>,
    pub people: Vec<RequestPerson>,
    pub may_assign: bool,
    pub deciders: Vec<RequestDecider>,
    pub parent: Option<LinkedRequest>,
    /// Grievances against this one.
    pub grievances: Vec<LinkedRequest>,
    pub changes: Vec<DataChange>,
    pub referral: Option<Referral>,
    pub service: Option<ServiceAsked>,
    /// Where it comes from a register of before: what that tells.
    pub register: Option<RegisterSaid>,
}

/// What a register of before tells of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RegisterSaid {
    /// The office's own number; may be empty.
    pub number: String,
    pub history: bool,
    /// A decision that stands as none here, because it lacks its outcome, its day or who of the office took it.
    pub outcome: Option<Outcome>,
    pub decided_on: Option<Day>,
    pub decided_by_name: String,
}

/// A paper that a service asks for, with the one that stands for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperLook {
    pub no: i64,
    pub kind: DocumentKind,
    pub name: String,
    pub method: String,
    pub mandatory: bool,
    pub proof: PaperProof,
    pub title: String,
    pub expires_on: Option<Day>,
    pub verified_on: Option<Day>,
    pub verified_by_name: String,
}

/// The service that is asked for, under the version it was asked under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceAsked {
    pub service: ServiceId,
    pub name: String,
    pub version: ServiceVersionId,
    pub number: i64,
    /// The number of a later version that is announced.
    pub newer: Option<i64>,
    pub announced_on: Option<Day>,
    pub gives: ServiceGives,
    pub ceiling: Option<Money>,
    pub asked: Option<Money>,
    pub amount: Option<Money>,
    /// As the facts stand today; once it is decided as they stood then.
    pub look: ServiceLook,
    pub sees_facts: bool,
    pub missing: Vec<MissingFact>,
    pub papers: Vec<PaperLook>,
    pub interview_on: Option<Day>,
    pub visit_on: Option<Day>,
    pub visit_policy: VisitPolicy,
    pub visit_needed: bool,
    pub capacity: Option<i64>,
    pub places_left: Option<i64>,
    /// Up to which amount who asks decides alone.
    pub limit: Option<Money>,
    pub exception: bool,
    pub exception_by_name: String,
    pub exception_mine: bool,
    pub exception_on: Option<Day>,
    pub exception_reason: String,
    /// Who asks studies it, and has not handed it over.
    pub studies: bool,
    pub taken_by: String,
}

/// Somebody to be called because they did not arrive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CallbackLine {
    pub request: CaseRequestId,
    pub request_no: String,
    pub name: String,
    pub mobile: String,
    pub entity_name: String,
    pub service: String,
    pub waiting: i32,
    pub unanswered: i64,
    pub last_result: String,
    pub last_on: Option<Day>,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CallbackPage {
    pub lines: Vec<CallbackLine>,
    pub total: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Department {
    pub department: DepartmentId,
    pub name: String,
    pub active: bool,
    pub people: Vec<PersonId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfficePerson {
    pub person: PersonId,
    pub name: String,
    pub department: Option<DepartmentId>,
    pub open: i64,
    /// Whether requests may be given to them at all.
    pub studies: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DayOff {
    pub day_off: DayOffId,
    pub from: Day,
    pub to: Day,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReferralEntity {
    pub entity: EntityId,
    pub name: String,
    pub place: String,
    pub phone: String,
    pub contact: String,
    pub hours: String,
    pub active: bool,
}

/// What the form of a new request and the settings offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestChoices {
    pub today: Day,
    /// Kinds that can be taken in.
    pub kinds: Vec<Kind>,
    pub departments: Vec<Department>,
    pub people: Vec<OfficePerson>,
    pub days_off: Vec<DayOff>,
    pub entities: Vec<ReferralEntity>,
    pub deadlines: Settings,
    /// Fields of a file that a change of data may name.
    pub fields: Vec<String>,
    /// Sent back with a change of the settings.
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedRequest {
    pub request: CaseRequestId,
    pub request_no: String,
    /// Who took it in does not see it from now on.
    pub hidden: bool,
}

/// One that was not given away, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SkippedRequest {
    pub request_no: String,
    pub kind: Kind,
    /// The code of a refusal.
    pub code: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssignedRequests {
    pub assigned: usize,
    pub skipped: Vec<SkippedRequest>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReceptionLine {
    pub id: CaseRequestId,
    pub day: Day,
    pub at: Moment,
    pub by_name: String,
    pub name: String,
    pub party: Option<PartyId>,
    pub purpose: String,
    pub minutes: Option<i64>,
    pub answered: bool,
    pub request: Option<CaseRequestId>,
    pub request_no: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReceptionPage {
    pub lines: Vec<ReceptionLine>,
    pub total: i64,
    pub answered: i64,
    /// Of those whose time was noted: the mean, in minutes; none where there is nothing to divide by.
    pub mean_minutes: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LetterLine {
    pub id: CaseRequestId,
    pub letter_no: String,
    pub direction: LetterDirection,
    pub day: Day,
    pub other: String,
    pub subject: String,
    pub their_no: String,
    pub request: Option<CaseRequestId>,
    pub request_no: String,
    pub by_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LetterPage {
    pub lines: Vec<LetterLine>,
    pub total: i64,
}

/// What was answered to an inquiry before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AnswerFound {
    pub request: CaseRequestId,
    pub request_no: String,
    pub subject: String,
    pub answer: String,
    pub on: Day,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AnswersFound {
    pub answers: Vec<AnswerFound>,
}
