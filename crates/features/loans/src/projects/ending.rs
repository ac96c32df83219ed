//! A project ends: stopped by a decision about a hold or a stage, completed when all of it is done. Features above decide;
//! here it is kept, once.

use crate::model::ProjectState;
use crate::projects::{self, ProjectChange};
use crate::rules::PROJECT_ENDED;
use kernel::id::ProjectId;
use kernel::{Result, require};
use office::context::Write;
use office::feature::Subject;

/// Leads a project to one of its two ends. One that has ended stays as it is: stopped again, nothing changes.
///
/// # Errors
/// `loans.project_ended`: it was stopped and is to be completed, or the other way round.
pub fn end_project(cx: &Write<'_>, id: ProjectId, state: ProjectState, reason: &str) -> Result<()> {
    let before = projects::project(cx, id)?;
    if before.state == state {
        return Ok(());
    }
    require(matches!(before.state, ProjectState::Running | ProjectState::Halted), PROJECT_ENDED)?;
    let change = ProjectChange {
        name: &before.name,
        activity: &before.activity,
        state,
        state_since: cx.today(),
        state_reason: reason,
    };
    projects::update_project(cx, id, &change)?;
    cx.passed(projects::RECORD, id)?;
    let after = projects::project(cx, id)?;
    cx.changed("project", id, &after.name, &before, &after)?;
    cx.record_changed(Subject { kind: "project", id: *id.as_bytes() })
}
