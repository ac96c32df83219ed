//! What the commands take.

use kernel::Day;
use kernel::id::{PartyId, RetentionId};
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskLooks {
    pub party: PartyId,
    #[serde(default)]
    pub before: Option<i64>,
    #[serde(default)]
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListDue {
    pub text: String,
    /// Those that wait for another person.
    pub waiting: bool,
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichPerson {
    pub party: PartyId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichRetention {
    pub id: RetentionId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetRetention {
    /// The number of the version that is to follow.
    pub version: i64,
    pub months: i64,
    pub decision: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeepData {
    pub id: RetentionId,
    pub party: PartyId,
    pub kept_until: Day,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskAnonymise {
    pub id: RetentionId,
    pub party: PartyId,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DropDecision {
    pub id: RetentionId,
    pub reason: String,
}
