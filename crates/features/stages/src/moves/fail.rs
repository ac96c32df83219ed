//! Another person has reviewed a stage, and it has not passed: it is tried again, or the project ends here.

use crate::inputs::{FailStage, StagesOf};
use crate::model::{StageFollows, StageState, StageStepKind};
use crate::rules::REASON_MISSING;
use crate::steps::REVIEW;
use crate::{moves, rules, store};
use kernel::Result;
use loans::ProjectState;
use office::context::Write;

pub fn fail(cx: &Write<'_>, input: FailStage) -> Result<StagesOf> {
    let (stage, _) = store::with_others(cx, input.stage)?;
    let reason = rules::said(&input.reason, "reason", REASON_MISSING)?;
    let request = approvals::require_waiting(cx, &REVIEW, *stage.id.as_bytes())?;
    moves::may_review(cx, &stage, &request)?;
    approvals::refuse(cx, &REVIEW, &request, &reason)?;
    store::lead(cx, &stage, StageState::Failed, StageStepKind::Failed, &reason)?;
    store::told(cx, &stage, StageState::Failed, &reason)?;
    if input.follows == StageFollows::Stop {
        loans::end_project(cx, stage.project, ProjectState::Stopped, &reason)?;
    }
    Ok(StagesOf { project: stage.project })
}
