//! A request comes to nothing: another person sends it back or says no, or it is taken back.

use crate::model::{ApprovalRequest, RequestState};
use crate::{rules, store};
use kernel::Result;
use kernel::id::PersonId;
use office::approval::ApprovalStep;
use office::context::Write;

/// Another person sends a request back; the note says what must be mended.
///
/// # Errors
/// As [`refuse`].
pub fn send_back(cx: &Write<'_>, step: &ApprovalStep, request: &ApprovalRequest, note: &str) -> Result<()> {
    anothers(cx, step, request, RequestState::Returned, note)
}

/// Another person says no; the note says why.
///
/// # Errors
/// Forbidden, where their role does not decide such steps; in the words of the step, that it waits no more or that they
/// asked for it.
pub fn refuse(cx: &Write<'_>, step: &ApprovalStep, request: &ApprovalRequest, note: &str) -> Result<()> {
    anothers(cx, step, request, RequestState::Refused, note)
}

fn anothers(
    cx: &Write<'_>,
    step: &ApprovalStep,
    request: &ApprovalRequest,
    state: RequestState,
    note: &str,
) -> Result<()> {
    cx.who.needs(step.decides)?;
    rules::may_close(step, request, cx.who.id)?;
    store::close(cx, request.id, state, note)
}

/// Whoever asked takes a request back.
///
/// # Errors
/// In the words of the step, that it waits no more; that another person asked.
pub fn withdraw(cx: &Write<'_>, step: &ApprovalStep, request: &ApprovalRequest, note: &str) -> Result<()> {
    let asker: PersonId = request.asked_by;
    kernel::require(request.state == RequestState::Waiting, step.refusals.decided)?;
    kernel::require(asker == cx.who.id, kernel::Failure::Forbidden { permission: step.decides.name() })?;
    store::close(cx, request.id, RequestState::Withdrawn, note)
}

/// What was asked about is no more, or is another thing by now: the request that waits for it falls away with it, whoever
/// changed it. Nothing where none waits.
///
/// # Errors
/// What the database refuses.
pub fn lapse(cx: &Write<'_>, step: &ApprovalStep, subject: [u8; 16], note: &str) -> Result<()> {
    match store::waiting(cx, step, subject)? {
        Some(request) => store::close(cx, request.id, RequestState::Withdrawn, note),
        None => Ok(()),
    }
}
