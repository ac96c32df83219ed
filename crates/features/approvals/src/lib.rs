//! Four eyes, for whatever record: one person asks, others approve, and nobody approves what they asked for.
//!
//! A feature declares a step in its manifest ([`office::approval::ApprovalStep`]), asks with [`ask`] in the verb that
//! prepares the thing, and answers with [`answer`] in the verb that approves it; with the last approval it needs, that
//! verb carries the thing out. Who may decide is a matter of the role of today; who asked and who approved is a matter of
//! the person, whatever roles they have had. Both are checked here, and the second again by the triggers of the database,
//! whoever writes. What is approved, and what that does, is not known here.

mod answer;
mod ask;
mod close;
mod hands;
mod inbox;
mod limits;
mod model;
mod rules;
mod store;

#[cfg(test)]
mod rules_tests;

pub use answer::{answer, may_answer};
pub use ask::{Asked, ask};
pub use close::{lapse, refuse, send_back, withdraw};
pub use hands::require_another;
pub use inbox::{Waiting, all_that_waits, asked_before, one_that_waits};
pub use limits::{limit_of, set_limit};
pub use model::{Approval, ApprovalRequest, RequestState};
pub use rules::{ANSWERED_ALREADY, REFUSALS, WAITS_ALREADY, WORDS};
pub use store::{all_waiting, of, request, require_waiting, waiting, waiting_count};

use office::feature::Feature;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "approvals",
    refusals: &[REFUSALS],
    owns: &["approval_request", "approval", "approval_limit"],
    publishes: &["approval_hand"],
    tasks: Some(inbox::outcomes),
    decisions: Some(inbox::decisions),
    ..Feature::EMPTY
};
