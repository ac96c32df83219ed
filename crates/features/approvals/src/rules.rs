//! Who may approve what, decided on facts alone; the triggers of the database say the same again.

use crate::model::{ApprovalRequest, RequestState};
use kernel::id::PersonId;
use kernel::{Money, Refusal, Result, require};
use office::approval::{ApprovalStep, StepRefusals};

kernel::refusals! {
    /// Nobody decides what they asked for themselves.
    OWN_REQUEST = "approvals.own_request";
    /// Whoever approved once has said their word; another person is the next.
    ANSWERED_ALREADY = "approvals.answered_already";
    /// The request waits no more.
    DECIDED = "approvals.decided";
    /// The same was asked already and waits.
    WAITS_ALREADY = "approvals.waits_already";
    /// Fewer people approved it than it needs.
    APPROVAL_MISSING = "approvals.approval_missing";
    /// An answer was to be changed or removed.
    APPEND_ONLY = "approvals.append_only";
}

/// The common words, for a step that has none of its own.
pub const WORDS: StepRefusals =
    StepRefusals { own: OWN_REQUEST, again: ANSWERED_ALREADY, decided: DECIDED, waits: WAITS_ALREADY };

/// Whether a person may approve a request; `limit` is the highest amount their role approves.
///
/// # Errors
/// In the words of the step: it waits no more, they asked for it, they approved it already, its amount is above the limit.
pub fn may_answer(
    step: &ApprovalStep,
    request: &ApprovalRequest,
    person: PersonId,
    limit: Option<Money>,
) -> Result<()> {
    may_close(step, request, person)?;
    let fresh = request.approvals.iter().all(|approval| approval.person != person);
    require(fresh, step.refusals.again)?;
    match (step.limit, request.amount, limit) {
        (Some(above), Some(amount), Some(limit)) => require(amount <= limit, Refusal::new(above)),
        _ => Ok(()),
    }
}

/// Whether a person may say no to a request, or send it back: anybody who may decide and has not asked for it, also
/// after they approved it.
///
/// # Errors
/// It waits no more; they asked for it.
pub fn may_close(step: &ApprovalStep, request: &ApprovalRequest, person: PersonId) -> Result<()> {
    require(request.state == RequestState::Waiting, step.refusals.decided)?;
    require(request.asked_by != person, step.refusals.own)
}
