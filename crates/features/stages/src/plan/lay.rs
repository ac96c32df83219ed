//! The stages of a template are laid over a project that has none.

use crate::inputs::{LayStages, StagesOf};
use crate::rules::{LAID_ALREADY, NOT_OFFERED};
use crate::{moves, store, templates};
use kernel::id::StageId;
use kernel::{Result, require};
use office::context::Write;

pub fn lay(cx: &Write<'_>, input: LayStages) -> Result<StagesOf> {
    let project = store::project(cx, input.project)?;
    moves::goes_on(&project)?;
    require(store::of_project(cx, project.id)?.is_empty(), LAID_ALREADY)?;
    let template = templates::template(cx, input.template)?;
    require(template.offered, NOT_OFFERED)?;
    for (no, plan) in (1..).zip(&template.stages) {
        let id = StageId::new(cx.now, office::random::bytes()?);
        store::insert(cx, project.id, id, no, plan, Some((template.id, template.version)))?;
    }
    cx.passed(store::STAGES, project.id)?;
    let laid = store::of_project(cx, project.id)?;
    cx.changed(store::STAGES, project.id, &project.name, &(), &laid)?;
    Ok(StagesOf { project: project.id })
}
