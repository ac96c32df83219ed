//! Indicators of the dashboard that are counts (K1–K30), each from the facts of its own rows.
//!
//! A figure is of a [`Period`](crate::Period), or of one day where only the last day matters; nothing that happened after
//! it is used. What there is nothing to divide by is `None`: «no data», never 0 %.
//! K12 is [`survey`](crate::survey); K18–K20 are [`indicators`](crate::indicators).

mod files;
mod follow_up;
mod participation;
mod programmes;
mod requests;
mod work;

pub use files::{
    ActiveFiles, Completeness, FileHistory, FileOnDay, FileState, Graduations, Identified, Improvement, Lacking,
    Measured, active_files, completeness, graduations, improvement,
};
pub use follow_up::{
    Arrivals, HaltedProject, Halts, Kept, Mutual, PlannedVisit, Referral, Visits, halts, kept_commitments, referrals,
    visits,
};
pub use participation::{
    Contribution, ContributionOutcome, Contributions, Moderated, Outcomes, Participants, Participation, Published,
    Traced, contributions, participants, traced,
};
pub use programmes::{
    Agreement, AgreementState, Attendance, Capacity, CapacityChange, Feeding, FundFeeding, Obligation, Partnerships,
    Side, Training, VolunteerHours, Volunteering, capacity, fund_feeding, partnerships, training, volunteering,
};
pub use requests::{
    Ages, ClosedRequest, Complaint, ComplaintState, CriteriaDecision, DecidedRequest, Durations, Fairness, Grievance,
    Grievances, GroupRate, OpenRequest, RequestDurations, VerifiedRequest, answered_complaints, evidence_verified,
    fairness, grievances, kept_terms, open_requests, request_durations,
};
pub use work::{Duty, Governance, Load, WorkItem, WorkKind, Workload, governance, workload};

use crate::refusals::NOT_A_COUNT;
use kernel::{Failure, Result};

/// K25, the social return: it rests on assumptions (proxies, deadweight, attribution) and is no count, so no figure is
/// made of rows.
///
/// # Errors
/// Refused, always.
pub fn social_return() -> Result<()> {
    Err(Failure::from(NOT_A_COUNT))
}
