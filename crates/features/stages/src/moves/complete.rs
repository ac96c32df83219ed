//! A project is completed: its stages have passed, and what it borrowed is paid back.

use crate::conditions;
use crate::inputs::{CompleteProject, StagesOf};
use crate::rules::REASON_MISSING;
use crate::{moves, rules, store};
use kernel::Result;
use loans::ProjectState;
use office::context::Write;

pub fn complete(cx: &Write<'_>, input: CompleteProject) -> Result<StagesOf> {
    let project = store::project(cx, input.project)?;
    moves::goes_on(&project)?;
    let note = rules::said(&input.note, "note", REASON_MISSING)?;
    let stages = store::of_project(cx, project.id)?;
    conditions::must_hold(&conditions::completing(cx, &project, &stages)?)?;
    loans::end_project(cx, project.id, ProjectState::Completed, &note)?;
    Ok(StagesOf { project: project.id })
}
