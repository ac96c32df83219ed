//! A stage opens: the first one, or one that failed and is tried again. Those between open by themselves.

use crate::conditions;
use crate::inputs::{StagesOf, WhichStage};
use crate::model::StageState;
use crate::{moves, rules, store};
use kernel::Result;
use office::context::Write;

pub fn begin(cx: &Write<'_>, input: WhichStage) -> Result<StagesOf> {
    let (stage, stages) = store::with_others(cx, input.stage)?;
    let project = store::project(cx, stage.project)?;
    moves::goes_on(&project)?;
    rules::stands(&stage, &[StageState::Planned, StageState::Failed])?;
    conditions::must_hold(&conditions::opening(cx, &project, &stages, &stage)?)?;
    moves::open(cx, &stage, "")?;
    Ok(StagesOf { project: project.id })
}
