//! What of privacy another person must approve: that somebody is taken out of the office.

use crate::inputs::ListDue;
use crate::{rules, store};
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::RetentionId;
use office::approval::{ApprovalStep, Described, StepRefusals};
use office::context::Read;

pub const ANONYMISE: ApprovalStep = ApprovalStep {
    name: "privacy.anonymise",
    subject: store::RECORD,
    decides: crate::PRIVACY_ANONYMISE,
    needed: 1,
    limit: None,
    task: "anonymise",
    told: Some("anonymise_returned"),
    kept_from: &[],
    describe,
    refusals: StepRefusals {
        own: rules::OWN_REQUEST,
        again: ANSWERED_ALREADY,
        decided: rules::DECIDED,
        waits: rules::WAITS,
    },
};

fn describe(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let Some(decision) = store::find(cx, RetentionId::from_bytes(subject))? else { return Ok(None) };
    let target = crate::DUE.asking(&ListDue { waiting: true, ..ListDue::default() })?;
    Ok(Some(Described::new(target, [("file", decision.file_no)])))
}
