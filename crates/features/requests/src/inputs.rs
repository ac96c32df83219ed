//! What the commands of requests take.

use crate::model::{CallResult, CaseChannel, LetterDirection, RequestTab, SharedField};
use casework::deadlines::Settings;
use casework::flows::{Contests, Outcome, Stage};
use casework::requests::{Kind, State};
use kernel::id::{CaseRequestId, DayOffId, DepartmentId, EntityId, PartyId, PersonId, ServiceId};
use kernel::{Day, Money};
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A question to the list. What is left out does not narrow it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListRequests {
    /// Numbers, names, subjects, or parts of them.
    pub text: String,
    /// All open ones where none is named.
    pub tab: Option<RequestTab>,
    pub kind: Vec<Kind>,
    pub state: Vec<State>,
    pub researcher: Option<PersonId>,
    pub party: Option<PartyId>,
    pub service: Option<ServiceId>,
    pub outcome: Vec<Outcome>,
    /// Also those that have ended.
    pub ended: bool,
    pub order: Option<Order>,
    pub offset: i64,
    /// 1–500; 100 when left out.
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[ts(rename = "WhichCaseRequest")]
pub struct WhichRequest {
    pub request: CaseRequestId,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListCallbacks {
    pub text: String,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct TypedChange {
    pub field: String,
    pub after: String,
}

/// To whom somebody is referred, for what, when.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedReferral {
    pub entity: EntityId,
    pub service: String,
    pub appointment: Option<Day>,
    #[serde(default)]
    pub appointment_time: String,
}

/// The client makes the identifier, so that a repeated click cannot take it in twice.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddRequest {
    pub id: CaseRequestId,
    pub kind: Kind,
    #[serde(default)]
    pub party: Option<PartyId>,
    #[serde(default)]
    pub applicant_name: String,
    #[serde(default)]
    pub applicant_mobile: String,
    #[serde(default)]
    pub anonymous: bool,
    #[serde(default)]
    pub on_behalf_of: String,
    /// Of an internal one: who asks.
    #[serde(default)]
    pub asking: Option<DepartmentId>,
    pub channel: CaseChannel,
    pub subject: String,
    #[serde(default)]
    pub body: String,
    /// The department that is asked, or that will handle it.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    #[serde(default)]
    pub against: Option<DepartmentId>,
    #[serde(default)]
    pub restricted: bool,
    #[serde(default)]
    pub parent: Option<CaseRequestId>,
    #[serde(default)]
    pub contests: Contests,
    pub received_on: Day,
    #[serde(default)]
    pub changes: Vec<TypedChange>,
    #[serde(default)]
    pub referral: Option<TypedReferral>,
    /// Of a request for a service: which, and how much where it gives money.
    #[serde(default)]
    pub service_asked: Option<ServiceId>,
    #[serde(default)]
    pub amount: Option<Money>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AssignRequests {
    pub requests: Vec<CaseRequestId>,
    pub to: PersonId,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct MoveRequest {
    pub id: CaseRequestId,
    /// The version the change began from.
    pub version: i64,
    pub to: State,
    #[serde(default)]
    pub reason: String,
    /// Of what ends with an answer.
    #[serde(default)]
    pub answer: String,
    /// Of a withdrawal.
    #[serde(default)]
    pub asked_by_applicant: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct DecideRequest {
    pub id: CaseRequestId,
    pub version: i64,
    pub outcome: Outcome,
    #[serde(default)]
    pub reason: String,
    /// What is approved of a service that gives money.
    #[serde(default)]
    pub amount: Option<Money>,
    /// Approved against the criteria, as who studied it asked.
    #[serde(default)]
    pub exception: bool,
}

/// What was found of a criterion that no register knows.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct JudgeCriterion {
    pub id: CaseRequestId,
    pub version: i64,
    pub no: i64,
    pub met: bool,
    pub note: String,
}

/// What was decided has been carried out; goods were handed to somebody.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CarryOut {
    pub id: CaseRequestId,
    pub version: i64,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub taken_by: String,
}

/// Whether who says it has a tie with whom the request is about.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DeclareTie {
    pub id: CaseRequestId,
    pub tie: bool,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct HandLetter {
    pub id: CaseRequestId,
    pub version: i64,
    pub on: Day,
}

/// A request with a text: what was done, what is noted.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SayOfRequest {
    pub id: CaseRequestId,
    pub version: i64,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeReferral {
    pub id: CaseRequestId,
    pub version: i64,
    pub referral: TypedReferral,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GiveReferralConsent {
    pub id: CaseRequestId,
    pub version: i64,
    /// What may be shared; the name and the service always are.
    pub shared: Vec<SharedField>,
    pub signed_on: Day,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct StageReferral {
    pub id: CaseRequestId,
    pub version: i64,
    pub stage: Stage,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RecordReferralCall {
    pub id: CaseRequestId,
    pub version: i64,
    pub result: CallResult,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveDepartment {
    pub id: DepartmentId,
    pub name: String,
    pub active: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlacePerson {
    pub person: PersonId,
    pub department: Option<DepartmentId>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddDayOff {
    pub id: DayOffId,
    pub off_from: Day,
    pub off_until: Day,
    pub name: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveDayOff {
    pub id: DayOffId,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveEntity {
    pub id: EntityId,
    pub name: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub contact: String,
    #[serde(default)]
    pub hours: String,
    pub active: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeDeadlines {
    pub version: i64,
    pub deadlines: Settings,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListReception {
    pub text: String,
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LogReception {
    pub id: CaseRequestId,
    pub name: String,
    #[serde(default)]
    pub party: Option<PartyId>,
    pub purpose: String,
    pub minutes: Option<i64>,
    pub answered: bool,
    #[serde(default)]
    pub request: Option<CaseRequestId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListLetters {
    pub text: String,
    pub direction: Option<LetterDirection>,
    pub request: Option<CaseRequestId>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RegisterLetter {
    pub id: CaseRequestId,
    pub direction: LetterDirection,
    pub day: Day,
    pub other: String,
    pub subject: String,
    #[serde(default)]
    pub their_no: String,
    #[serde(default)]
    pub request: Option<CaseRequestId>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AskAnswers {
    /// Words of the question.
    pub text: String,
}
