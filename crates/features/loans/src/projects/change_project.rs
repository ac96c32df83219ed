//! A project gets another name, is halted, runs again, is stopped or completed.

use crate::inputs::ChangeProject;
use crate::model::Project;
use crate::projects;
use crate::rules;
use crate::summary;
use kernel::Result;
use office::context::Write;
use projects::ProjectChange;

pub fn change_project(cx: &Write<'_>, input: ChangeProject) -> Result<Project> {
    let before = projects::project(cx, input.id)?;
    let name = office::input::required(&input.name, "name", rules::NAME_MISSING)?;
    let moved = input.state != before.state;
    let reason = if moved { rules::reason(&input.reason, "reason")? } else { before.state_reason.clone() };
    cx.claim(projects::RECORD, input.id, input.version)?;
    let change = ProjectChange {
        name: &name,
        activity: &kernel::arabic::tidy_line(&input.activity),
        state: input.state,
        state_since: if moved { cx.today() } else { before.state_since },
        state_reason: &reason,
    };
    projects::update_project(cx, input.id, &change)?;
    if name != before.name {
        summary::project_changed(cx, input.id)?;
    }
    let after = projects::project(cx, input.id)?;
    cx.changed("project", after.id, &after.name, &before, &after)?;
    Ok(after)
}
