//! A review comes to nothing: whoever asked takes it back, or another person sends it back with what is lacking.

use crate::inputs::{ReturnStage, StagesOf};
use crate::model::{StageState, StageStepKind};
use crate::rules::REASON_MISSING;
use crate::steps::REVIEW;
use crate::{rules, store};
use kernel::Result;
use office::context::Write;

pub fn drop_review(cx: &Write<'_>, input: ReturnStage) -> Result<StagesOf> {
    let (stage, _) = store::with_others(cx, input.stage)?;
    let reason = rules::said(&input.reason, "reason", REASON_MISSING)?;
    let request = approvals::require_waiting(cx, &REVIEW, *stage.id.as_bytes())?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &REVIEW, &request, &reason)?;
    } else {
        approvals::send_back(cx, &REVIEW, &request, &reason)?;
    }
    store::lead(cx, &stage, StageState::Open, StageStepKind::Returned, &reason)?;
    store::told(cx, &stage, StageState::Open, &reason)?;
    Ok(StagesOf { project: stage.project })
}
