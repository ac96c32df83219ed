//! What a request is: its kind, and the states all kinds share.

use serde::{Deserialize, Serialize};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CaseRequestKind")]
pub enum Kind {
    Service,
    Loan,
    Inquiry,
    Complaint,
    /// Against a decision or a procedure of the association.
    Grievance,
    Referral,
    Volunteer,
    /// Between two parties, settled by the association.
    Dispute,
    DataChange,
    /// A department asks another one of the association.
    Internal,
}

impl Kind {
    pub const ALL: [Self; 10] = [
        Self::Service,
        Self::Loan,
        Self::Inquiry,
        Self::Complaint,
        Self::Grievance,
        Self::Referral,
        Self::Volunteer,
        Self::Dispute,
        Self::DataChange,
        Self::Internal,
    ];

    /// Whether it ends with an answer instead of a decision.
    pub const fn is_answered(self) -> bool {
        matches!(self, Self::Inquiry | Self::Volunteer | Self::Internal)
    }

    /// The name in the database and at the edge.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Loan => "loan",
            Self::Inquiry => "inquiry",
            Self::Complaint => "complaint",
            Self::Grievance => "grievance",
            Self::Referral => "referral",
            Self::Volunteer => "volunteer",
            Self::Dispute => "dispute",
            Self::DataChange => "data_change",
            Self::Internal => "internal",
        }
    }
}

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CaseRequestState")]
pub enum State {
    New,
    AwaitingApplicant,
    Assessment,
    ForDecision,
    Decided,
    Executing,
    Closed,
    Withdrawn,
    OnHold,
}

impl State {
    pub const ALL: [Self; 9] = [
        Self::New,
        Self::AwaitingApplicant,
        Self::Assessment,
        Self::ForDecision,
        Self::Decided,
        Self::Executing,
        Self::Closed,
        Self::Withdrawn,
        Self::OnHold,
    ];

    /// Nothing follows it.
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Closed | Self::Withdrawn)
    }

    /// The name in the database and at the edge.
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::AwaitingApplicant => "awaiting_applicant",
            Self::Assessment => "assessment",
            Self::ForDecision => "for_decision",
            Self::Decided => "decided",
            Self::Executing => "executing",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
            Self::OnHold => "on_hold",
        }
    }
}
