//! What of stages another person must approve: that one has passed.

use crate::inputs::StagesOf;
use crate::model::StageFollows;
use crate::{rules, store};
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::StageId;
use office::approval::{Answering, ApprovalStep, Described, StepAnswer, StepRefusals};
use office::context::Read;
use serde_json::{Value, json};

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

/// Which commands decide it, where a committee does.
pub const ANSWERS: &[StepAnswer] =
    &[StepAnswer { step: REVIEW.name, approve: "stages.pass", refuse: Some("stages.fail"), input: asked }];

fn asked(_: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    let stage = StageId::from_bytes(of.subject);
    Ok(json!({ "stage": stage, "note": of.said, "reason": of.said, "follows": StageFollows::Again }))
}

fn describe(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let (stage, _) = store::with_others(cx, StageId::from_bytes(subject))?;
    let project = store::project(cx, stage.project)?;
    let target = crate::PROJECT.asking(&StagesOf { project: project.id })?;
    Ok(Some(Described::new(target, [("stage", stage.name), ("name", project.name)])))
}
