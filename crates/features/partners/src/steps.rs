//! What of partners another person must approve: that an agreement may be signed.

use crate::agreements::store;
use crate::inputs::WhichAgreement;
use crate::rules;
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::AgreementId;
use office::approval::{ApprovalStep, Described, StepRefusals};
use office::context::Read;

/// An agreement may be signed.
pub const AGREEMENT: ApprovalStep = ApprovalStep {
    name: "partners.agreement",
    subject: store::AGREEMENT,
    decides: crate::PARTNERS_DECIDE,
    needed: 1,
    limit: None,
    task: "agreement_approval",
    told: Some("agreement_returned"),
    kept_from: &[],
    describe,
    refusals: StepRefusals {
        own: rules::OWN_APPROVAL,
        again: ANSWERED_ALREADY,
        decided: rules::APPROVAL_DECIDED,
        waits: rules::APPROVAL_WAITS,
    },
};

fn describe(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let Some(one) = store::find(cx, AgreementId::from_bytes(subject))? else { return Ok(None) };
    let target = crate::AGREEMENT.asking(&WhichAgreement { agreement: one.id })?;
    let name = crate::store::name_of(cx, one.partner)?;
    let args = [("number", one.agreement_no), ("title", one.terms.title), ("name", name)];
    Ok(Some(Described::new(target, args)))
}
