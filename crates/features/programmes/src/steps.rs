//! What of programmes another person must approve: that an initiative is carried out.

use crate::inputs::WhichInitiative;
use crate::{rules, store};
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::InitiativeId;
use office::approval::{ApprovalStep, Described, StepRefusals};
use office::context::Read;

/// An initiative is taken into the plan.
pub const INITIATIVE: ApprovalStep = ApprovalStep {
    name: "programmes.initiative",
    subject: store::INITIATIVE,
    decides: crate::PROGRAMMES_DECIDE,
    needed: 1,
    limit: None,
    task: "initiative_approval",
    told: Some("initiative_returned"),
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
    let Some(one) = store::find_initiative(cx, InitiativeId::from_bytes(subject))? else { return Ok(None) };
    let target = crate::INITIATIVE.asking(&WhichInitiative { initiative: one.id })?;
    Ok(Some(Described::new(target, [("number", one.initiative_no), ("title", one.title)])))
}
