//! Another person approves.

use crate::model::{ApprovalRequest, RequestState};
use crate::{limits, rules, store};
use kernel::Result;
use office::approval::ApprovalStep;
use office::context::{Read, Write};

/// Approves a request, and gives it as it stands afterwards: approved with the last approval it needs, which the verb of
/// the feature then carries out in the same transaction; waiting where more people are needed.
///
/// # Errors
/// As [`may_answer`].
pub fn answer(cx: &Write<'_>, step: &ApprovalStep, request: &ApprovalRequest) -> Result<ApprovalRequest> {
    may_answer(cx, step, request)?;
    store::add_approval(cx, request)?;
    if request.approvals.len() + 1 >= request.needed {
        store::close(cx, request.id, RequestState::Approved, "")?;
    }
    store::request(cx, request.id)
}

/// Whether the person who asks may approve a request now.
///
/// # Errors
/// Forbidden, where their role does not decide such steps; in the words of the step, that it waits no more, that they
/// asked for it or approved it already, that its amount is above their limit.
pub fn may_answer(cx: &Read<'_>, step: &ApprovalStep, request: &ApprovalRequest) -> Result<()> {
    cx.who.needs(step.decides)?;
    let limit = match step.limit {
        Some(_) => limits::limit_of(cx, cx.who.role)?,
        None => None,
    };
    rules::may_answer(step, request, cx.who.id, limit)
}
