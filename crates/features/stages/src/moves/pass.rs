//! Another person has reviewed a stage, and it has passed; the next one opens in the same moment.

use crate::conditions;
use crate::inputs::{NoteStage, StagesOf};
use crate::model::{StageState, StageStepKind};
use crate::steps::REVIEW;
use crate::{moves, rules, store};
use approvals::RequestState;
use kernel::Result;
use office::context::Write;

pub fn pass(cx: &Write<'_>, input: NoteStage) -> Result<StagesOf> {
    let (stage, stages) = store::with_others(cx, input.stage)?;
    let project = store::project(cx, stage.project)?;
    moves::goes_on(&project)?;
    let note = rules::text(&input.note, "note")?;
    let request = approvals::require_waiting(cx, &REVIEW, *stage.id.as_bytes())?;
    moves::may_review(cx, &stage, &request)?;
    conditions::must_hold(&conditions::passing(cx, &project, &stage)?)?;
    let request = approvals::answer(cx, &REVIEW, &request)?;
    if request.state == RequestState::Approved {
        store::lead(cx, &stage, StageState::Passed, StageStepKind::Passed, &note)?;
        store::told(cx, &stage, StageState::Passed, &note)?;
        if let Some(next) = stages.iter().find(|one| one.no > stage.no && one.state == StageState::Planned) {
            moves::open(cx, next, "")?;
        }
    }
    Ok(StagesOf { project: project.id })
}
