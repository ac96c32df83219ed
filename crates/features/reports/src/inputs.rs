//! What the commands take.

use crate::model::{ReportChannel, ReportState, TypedRecipient};
use kernel::Day;
use kernel::id::ReportId;
use office::association::Calendar;
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListReports {
    pub state: Vec<ReportState>,
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichReport {
    pub report: ReportId,
}

/// A report of the month that holds the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BeginReport {
    pub id: ReportId,
    pub day: Day,
    #[serde(default)]
    pub calendar: Option<Calendar>,
    /// Why an issued one is to be mended; nothing for the first.
    #[serde(default)]
    pub reason: String,
}

/// What somebody says in a draft, and whom it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveReport {
    pub report: ReportId,
    pub version: i64,
    pub summary: String,
    pub went_well: String,
    pub went_badly: String,
    pub advice: String,
    pub recipients: Vec<TypedRecipient>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskIssue {
    pub report: ReportId,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReturnReport {
    pub report: ReportId,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandReport {
    pub report: ReportId,
    /// Of the recipient.
    pub place: i64,
    pub on: Day,
    pub channel: ReportChannel,
}
