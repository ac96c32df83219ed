//! What the commands take.

use crate::model::{Gap, IdentityEnd, ReachSettings};
use kernel::Day;
use kernel::id::PersonId;
use office::association::Calendar;
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Active files without contact for so many days; as the office set it where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListUnreached {
    pub text: String,
    pub days: Option<i64>,
    pub class: Option<String>,
    pub governorate: Option<String>,
    /// By name, as files have it.
    pub researcher: Option<String>,
    /// Only those of whoever asks.
    pub mine: bool,
    /// Only those for whom nothing is planned.
    pub unplanned: bool,
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

/// Identity records that have expired or end soon, of files that are registered or active.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListIdentities {
    pub text: String,
    pub days: Option<i64>,
    pub end: Option<IdentityEnd>,
    pub mine: bool,
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

/// Active files that lack something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListGaps {
    pub text: String,
    /// Those that lack one of these.
    pub gap: Vec<Gap>,
    pub class: Option<String>,
    pub researcher: Option<String>,
    pub mine: bool,
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

/// The month that holds the day: one's own and this one, where nothing else is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskWorkerMonth {
    pub person: Option<PersonId>,
    pub day: Option<Day>,
    pub calendar: Option<Calendar>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskTeam {
    pub day: Option<Day>,
    pub calendar: Option<Calendar>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeReachSettings {
    pub version: i64,
    pub settings: ReachSettings,
}
