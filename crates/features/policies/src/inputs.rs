//! What the commands of policies take.

use crate::model::{PolicyKind, PolicyStanding};
use kernel::Day;
use kernel::id::{DecisionId, PersonId, PolicyEditionId, PolicyId, ReferenceId, SubjectId};
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which policies to show; all where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskPolicies {
    pub text: String,
    pub kind: Option<PolicyKind>,
    pub standing: Option<PolicyStanding>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichPolicy {
    pub policy: PolicyId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichEdition {
    pub edition: PolicyEditionId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichReference {
    pub reference: ReferenceId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "WhichScheduledReport")]
pub struct WhichReport {
    pub report: SubjectId,
}

/// A policy, added or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavePolicy {
    pub id: PolicyId,
    pub title: String,
    pub kind: PolicyKind,
    pub issuer: String,
    #[serde(default)]
    pub legal_basis: String,
    pub review_months: i64,
    #[serde(default)]
    pub owner: Option<PersonId>,
    #[serde(default)]
    pub references: Vec<ReferenceId>,
    #[serde(default)]
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RetirePolicy {
    pub policy: PolicyId,
    pub on: Day,
    pub reason: String,
    pub version: i64,
}

/// It was looked at again and stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewPolicy {
    pub policy: PolicyId,
    pub on: Day,
    pub note: String,
    pub version: i64,
}

/// The edition in hand: new where none is, else written anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveEdition {
    pub id: PolicyEditionId,
    pub policy: PolicyId,
    pub text: String,
    #[serde(default)]
    pub changes: String,
    pub effective_on: Day,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DropEdition {
    pub edition: PolicyEditionId,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApproveEdition {
    pub edition: PolicyEditionId,
    /// The decision that approved it.
    pub decision: DecisionId,
}

/// An edition that was approved outside the program, as its paper says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordEdition {
    pub id: PolicyEditionId,
    pub policy: PolicyId,
    pub text: String,
    #[serde(default)]
    pub changes: String,
    /// Which body, in which meeting of which term.
    pub approved_elsewhere: String,
    pub approved_on: Day,
    pub effective_on: Day,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CirculateEdition {
    pub edition: PolicyEditionId,
    /// The day by which people sign.
    pub due: Day,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AcknowledgeEdition {
    pub edition: PolicyEditionId,
    /// Of the text as it was shown.
    pub fingerprint: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PublishEdition {
    pub edition: PolicyEditionId,
    pub at: String,
    pub on: Day,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveReference {
    pub id: ReferenceId,
    pub title: String,
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub issuer: String,
    #[serde(default)]
    pub issued_on: Option<Day>,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "SaveScheduledReport")]
pub struct SaveReport {
    pub id: SubjectId,
    pub title: String,
    #[serde(default)]
    pub receiver: String,
    pub due: Day,
    #[serde(default)]
    pub owner: Option<PersonId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IssueReport {
    pub report: SubjectId,
    pub on: Day,
    /// Where it went, under which number.
    pub note: String,
}

/// The period of the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskGovernance {
    pub from: Day,
    pub to: Day,
}
