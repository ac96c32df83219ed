//! The way of an agreement to its signature: negotiated, put before another person, approved, signed; or declined.

use super::store::{self, Agreement};
use crate::inputs::{ApproveAgreement, NoteAgreement, SignAgreement};
use crate::model::{AgreementState, SavedAgreement};
use crate::rules::{self, NO_OBLIGATIONS, NOT_COMPLETE, REASON_MISSING, SIGNATORY_MISSING, SIGNED_EARLY, SIGNED_LATER};
use crate::steps::AGREEMENT;
use crate::{obligations, store as partners};
use approvals::{ApprovalRequest, Asked, RequestState};
use kernel::{Failure, Refusal, Result, require};
use office::context::{Read, Write};

fn saved(one: &Agreement) -> SavedAgreement {
    SavedAgreement { agreement: one.id, agreement_no: one.agreement_no.clone() }
}

/// A session of negotiation; one that waits for approval or has it goes back to the table.
pub fn negotiate(cx: &Write<'_>, input: NoteAgreement) -> Result<SavedAgreement> {
    let before = store::agreement(cx, input.id)?;
    let open =
        [AgreementState::Proposed, AgreementState::Negotiating, AgreementState::ForApproval, AgreementState::Approved];
    store::stands(&before, &open)?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    cx.claim(store::AGREEMENT, input.id, input.version)?;
    back_to_negotiating(cx, &before, &note)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// It stands at negotiating from now on; an approval that waits for it, or that it has, falls away.
///
/// # Errors
/// What the database refuses.
pub fn back_to_negotiating(cx: &Write<'_>, before: &Agreement, note: &str) -> Result<()> {
    approvals::lapse(cx, &AGREEMENT, *before.id.as_bytes(), note)?;
    let after = Agreement { state: AgreementState::Negotiating, decision: String::new(), ..before.clone() };
    store::lead(cx, before, &after, note)
}

/// It is put before another person, with all it must say.
pub fn ask_approval(cx: &Write<'_>, input: NoteAgreement) -> Result<SavedAgreement> {
    let before = store::agreement(cx, input.id)?;
    store::stands(&before, &[AgreementState::Proposed, AgreementState::Negotiating])?;
    partners::open_partner(cx, before.partner)?;
    let note = rules::line("note", &input.note)?;
    let gaps = rules::gaps(before.kind, &before.terms);
    require(gaps.is_empty(), Refusal::new(NOT_COMPLETE).with("gaps", gaps.join(",")))?;
    require(obligations::store::count(cx, before.id)? > 0, NO_OBLIGATIONS)?;
    cx.claim(store::AGREEMENT, input.id, input.version)?;
    let asked =
        Asked { subject: *before.id.as_bytes(), amount: before.terms.amount, reason: &note, ..Asked::default() };
    approvals::ask(cx, &AGREEMENT, &asked)?;
    let after = Agreement { state: AgreementState::ForApproval, ..before.clone() };
    store::lead(cx, &before, &after, &note)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// Whether the person who asks may approve; whoever proposed it may not, either.
///
/// # Errors
/// Their role, that they asked for it or proposed it.
pub fn may_approve(cx: &Read<'_>, one: &Agreement, request: &ApprovalRequest) -> Result<()> {
    approvals::may_answer(cx, &AGREEMENT, request)?;
    require(one.proposed_by != cx.who.id, rules::OWN_APPROVAL)
}

/// Why the person who asks may not approve: the name of a refusal, or of a permission.
///
/// # Errors
/// What the database refuses.
pub fn cannot_approve(cx: &Read<'_>, one: &Agreement, request: &ApprovalRequest) -> Result<Option<String>> {
    match may_approve(cx, one, request) {
        Ok(()) => Ok(None),
        Err(Failure::Forbidden { permission }) => Ok(Some(permission.to_owned())),
        Err(Failure::Refused(refusal)) => Ok(Some(refusal.code.0.to_owned())),
        Err(failure) => Err(failure),
    }
}

/// Another person says that it may be signed.
pub fn approve(cx: &Write<'_>, input: ApproveAgreement) -> Result<SavedAgreement> {
    let before = store::agreement(cx, input.id)?;
    let request = approvals::require_waiting(cx, &AGREEMENT, *before.id.as_bytes())?;
    may_approve(cx, &before, &request)?;
    let decision = rules::line("decision", &input.decision)?;
    cx.claim(store::AGREEMENT, input.id, input.version)?;
    let request = approvals::answer(cx, &AGREEMENT, &request)?;
    if request.state == RequestState::Approved {
        let after = Agreement { state: AgreementState::Approved, decision: decision.clone(), ..before.clone() };
        store::lead(cx, &before, &after, &decision)?;
    }
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// Whoever asked takes it back, or another person sends it back with what is to be mended.
pub fn return_agreement(cx: &Write<'_>, input: NoteAgreement) -> Result<SavedAgreement> {
    let before = store::agreement(cx, input.id)?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    let request = approvals::require_waiting(cx, &AGREEMENT, *before.id.as_bytes())?;
    cx.claim(store::AGREEMENT, input.id, input.version)?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &AGREEMENT, &request, &note)?;
    } else {
        approvals::send_back(cx, &AGREEMENT, &request, &note)?;
    }
    let after = Agreement { state: AgreementState::Negotiating, ..before.clone() };
    store::lead(cx, &before, &after, &note)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// It comes to nothing before it was signed.
pub fn decline(cx: &Write<'_>, input: NoteAgreement) -> Result<SavedAgreement> {
    let before = store::agreement(cx, input.id)?;
    let open =
        [AgreementState::Proposed, AgreementState::Negotiating, AgreementState::ForApproval, AgreementState::Approved];
    store::stands(&before, &open)?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    cx.claim(store::AGREEMENT, input.id, input.version)?;
    approvals::lapse(cx, &AGREEMENT, *before.id.as_bytes(), &note)?;
    let after = Agreement {
        state: AgreementState::Declined,
        ended_on: Some(cx.today()),
        reason: note.clone(),
        ..before.clone()
    };
    store::lead(cx, &before, &after, &note)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// Both sides signed what was approved.
pub fn sign(cx: &Write<'_>, input: SignAgreement) -> Result<SavedAgreement> {
    let before = store::agreement(cx, input.id)?;
    store::stands(&before, &[AgreementState::Approved])?;
    let today = cx.today();
    rules::happened("signed_on", input.signed_on, today, SIGNED_LATER)?;
    let proposed = Refusal::new(SIGNED_EARLY).with("day", before.proposed_on).at("signed_on");
    require(input.signed_on >= before.proposed_on, proposed)?;
    rules::span(Some(input.starts), Some(input.ends))?;
    let mut terms = before.terms.clone();
    (terms.starts, terms.ends) = (Some(input.starts), Some(input.ends));
    terms.our_signatory = rules::said("our_signatory", &input.our_signatory, SIGNATORY_MISSING)?;
    terms.their_signatory = rules::said("their_signatory", &input.their_signatory, SIGNATORY_MISSING)?;
    let after = Agreement {
        state: AgreementState::Signed,
        signed_on: Some(input.signed_on),
        event: rules::line("event", &input.event)?,
        place: rules::line("place", &input.place)?,
        terms,
        ..before.clone()
    };
    cx.claim(store::AGREEMENT, input.id, input.version)?;
    store::lead(cx, &before, &after, &after.event)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}
