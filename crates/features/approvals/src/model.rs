//! Nouns of approvals.

use kernel::id::{ApprovalId, PersonId};
use kernel::{Moment, Money};
use serde::Serialize;
use ts_rs::TS;

office::list! {
    /// How a request stands. It leaves `waiting` once and for good; what is asked again is another request. Another person
    /// returns it, to be mended, or refuses it; it is withdrawn by whoever asked, or when what it was about is no more.
    RequestState {
        Waiting = "waiting",
        Approved = "approved",
        Returned = "returned",
        Refused = "refused",
        Withdrawn = "withdrawn",
    }
}

/// What one person asked for and others approve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovalRequest {
    pub id: ApprovalId,
    /// The name of its step.
    pub step: String,
    /// The record it is about.
    pub subject: [u8; 16],
    /// What limits are held against; none where no money is meant.
    pub amount: Option<Money>,
    pub reason: String,
    pub asked_by: PersonId,
    pub asked_by_name: String,
    pub asked_at: Moment,
    /// How many approvals it needs.
    pub needed: usize,
    pub state: RequestState,
    /// Why it was returned, refused or taken back.
    pub note: String,
    /// Who approved so far, first to last.
    pub approvals: Vec<Approval>,
}

impl ApprovalRequest {
    /// Who approved first, second …; from 0.
    pub fn approver(&self, place: usize) -> Option<PersonId> {
        self.approvals.get(place).map(|approval| approval.person)
    }
}

/// That a person approved something, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Approval {
    pub person: PersonId,
    pub name: String,
    pub at: Moment,
}
