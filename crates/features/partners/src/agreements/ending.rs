//! An agreement ends before its day; and what stays open of one that is over.

use super::store::{self, Agreement};
use crate::inputs::{CloseObligations, TerminateAgreement};
use crate::model::{AgreementState, ObligationState, SavedAgreement};
use crate::obligations::{self, settling};
use crate::rules::{self, NOTHING_CHOSEN, REASON_MISSING, STILL_IN_FORCE, TERMINATED_EARLY, TERMINATED_LATER};
use kernel::{Refusal, Result, require};
use office::context::Write;

/// Somebody who decides ends it; each open obligation stays owed, or ends with it.
pub fn terminate(cx: &Write<'_>, input: TerminateAgreement) -> Result<SavedAgreement> {
    let before = store::agreement(cx, input.id)?;
    let stands = rules::standing(before.days(store::successor(cx, input.id)?), cx.today()).stands();
    require(stands, Refusal::new(rules::STEP).with("number", &before.agreement_no))?;
    rules::happened("terminated_on", input.terminated_on, cx.today(), TERMINATED_LATER)?;
    let signed = before.signed_on.unwrap_or(before.proposed_on);
    let early = Refusal::new(TERMINATED_EARLY).with("day", signed).at("terminated_on");
    require(input.terminated_on >= signed, early)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    cx.claim(store::AGREEMENT, input.id, input.version)?;
    let after = Agreement {
        state: AgreementState::Terminated,
        ended_on: Some(input.terminated_on),
        reason: reason.clone(),
        ..before.clone()
    };
    store::lead(cx, &before, &after, &reason)?;
    for one in obligations::store::of_agreement(cx, input.id)? {
        if one.state == ObligationState::Open && !input.stay.contains(&one.id) {
            settling::excuse(cx, &one, &reason)?;
        }
    }
    store::told(cx, Some(&before), input.id)?;
    Ok(SavedAgreement { agreement: before.id, agreement_no: before.agreement_no })
}

/// Of an agreement that is in force no more: obligations nobody waits for end, for a reason.
pub fn close_obligations(cx: &Write<'_>, input: CloseObligations) -> Result<SavedAgreement> {
    let one = store::agreement(cx, input.id)?;
    let standing = rules::standing(one.days(store::successor(cx, input.id)?), cx.today());
    require(standing.is_over(), STILL_IN_FORCE)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    let open: Vec<_> = obligations::store::of_agreement(cx, input.id)?
        .into_iter()
        .filter(|found| found.state == ObligationState::Open && input.obligations.contains(&found.id))
        .collect();
    require(!open.is_empty(), NOTHING_CHOSEN)?;
    cx.claim(store::AGREEMENT, input.id, input.version)?;
    for found in &open {
        settling::excuse(cx, found, &reason)?;
    }
    Ok(SavedAgreement { agreement: one.id, agreement_no: one.agreement_no })
}
