//! What the commands of services take.

use crate::model::{
    FairnessBy, FairnessSettings, ServiceCallResult, ServiceCallState, ServiceChannel, ServiceContent, ServiceStanding,
};
use casework::flows::Outcome;
use kernel::Day;
use kernel::id::{PartyId, ServiceCallId, ServiceId, ServiceVersionId};
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListServices {
    pub text: String,
    pub standing: Vec<ServiceStanding>,
    /// Those that take requests today.
    pub open: bool,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

/// A service, by what is announced of it or written last, or by one of its versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichService {
    pub service: ServiceId,
    #[serde(default)]
    pub version: Option<ServiceVersionId>,
}

/// The client makes the identifiers, so that a repeated click cannot write it twice.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddService {
    pub id: ServiceId,
    /// Of its first version.
    pub version: ServiceVersionId,
    pub name: String,
    pub content: ServiceContent,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeService {
    pub id: ServiceId,
    /// The version the change began from.
    pub version: i64,
    pub name: String,
    pub content: ServiceContent,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct NewServiceVersion {
    pub id: ServiceId,
    pub version: i64,
    /// Of the new one.
    pub edition: ServiceVersionId,
}

/// A service with a text: why something is sent back, dropped or closed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SayOfService {
    pub id: ServiceId,
    pub version: i64,
    #[serde(default)]
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct WritePublication {
    pub id: ServiceId,
    pub version: i64,
    pub text: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddServiceChannel {
    pub id: ServiceId,
    pub version: i64,
    pub channel: ServiceChannel,
    pub published_on: Day,
    /// A link, or what shows it; a picture of it hangs on the service as a document.
    pub evidence: String,
}

/// A question to the list of those who qualify and did not ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskWhoQualifies {
    pub service: ServiceId,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub state: Vec<ServiceCallState>,
    #[serde(default)]
    pub order: Option<Order>,
    #[serde(default)]
    pub offset: i64,
    #[serde(default)]
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RecordServiceCall {
    pub id: ServiceCallId,
    pub service: ServiceId,
    pub party: PartyId,
    pub result: ServiceCallResult,
    /// Until when they wish to ask.
    #[serde(default)]
    pub until_day: Option<Day>,
    #[serde(default)]
    pub note: String,
}

/// Decisions behind K6 and K7.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListDecided {
    pub service: Option<ServiceId>,
    pub version: Option<ServiceVersionId>,
    pub by: Option<FairnessBy>,
    pub group: Option<String>,
    pub outcome: Vec<Outcome>,
    pub exception: bool,
    /// Those whose papers were not all verified.
    pub unverified: bool,
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ServicesOf {
    pub party: PartyId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeighService {
    pub service: ServiceId,
    pub party: PartyId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeFairnessSettings {
    pub version: i64,
    pub settings: FairnessSettings,
}
