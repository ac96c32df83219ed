//! Somebody asks another person to review a stage. What could not pass today is not worth another person's time.

use crate::conditions;
use crate::inputs::{NoteStage, StagesOf};
use crate::model::{StageState, StageStepKind};
use crate::steps::REVIEW;
use crate::{moves, rules, store};
use approvals::Asked;
use kernel::Result;
use office::context::Write;

pub fn ask_review(cx: &Write<'_>, input: NoteStage) -> Result<StagesOf> {
    let (stage, _) = store::with_others(cx, input.stage)?;
    let project = store::project(cx, stage.project)?;
    moves::goes_on(&project)?;
    rules::stands(&stage, &[StageState::Open])?;
    let note = rules::text(&input.note, "note")?;
    conditions::must_hold(&conditions::passing(cx, &project, &stage)?)?;
    approvals::ask(cx, &REVIEW, &Asked { subject: *stage.id.as_bytes(), reason: &note, ..Asked::default() })?;
    store::lead(cx, &stage, StageState::InReview, StageStepKind::Asked, &note)?;
    store::told(cx, &stage, StageState::InReview, &note)?;
    Ok(StagesOf { project: project.id })
}
