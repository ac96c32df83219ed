//! What of stages another person must approve: that one has passed.

use crate::inputs::StagesOf;
use crate::{rules, store};
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::StageId;
use office::approval::{ApprovalStep, Described, StepRefusals};
use office::context::Read;

/// A stage is reviewed.
pub const REVIEW: ApprovalStep = ApprovalStep {
    name: "stages.review",
    subject: store::STAGE,
    decides: crate::STAGES_REVIEW,
    needed: 1,
    limit: None,
    task: "stage_review",
    told: Some("stage_review_refused"),
    kept_from: &[],
    describe,
    refusals: StepRefusals {
        own: rules::OWN_REVIEW,
        again: ANSWERED_ALREADY,
        decided: rules::DECIDED,
        waits: rules::WAITS,
    },
};

fn describe(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let (stage, _) = store::with_others(cx, StageId::from_bytes(subject))?;
    let project = store::project(cx, stage.project)?;
    let target = crate::PROJECT.asking(&StagesOf { project: project.id })?;
    Ok(Some(Described::new(target, [("stage", stage.name), ("name", project.name)])))
}
