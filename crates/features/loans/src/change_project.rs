//! A project gets another name, is halted, runs again, is stopped or completed.

use super::inputs::ChangeProject;
use super::model::Project;
use super::{products, rules, shelf};
use kernel::Result;
use office::context::Write;
use products::ProjectChange;

pub fn change_project(cx: &Write<'_>, input: ChangeProject) -> Result<Project> {
    let before = products::project(cx, input.id)?;
    let name = office::input::required(&input.name, "name", rules::NAME_MISSING)?;
    let moved = input.state != before.state;
    let reason = if moved { rules::reason(&input.reason, "reason")? } else { before.state_reason.clone() };
    let change = ProjectChange {
        name: &name,
        activity: &kernel::arabic::tidy_line(&input.activity),
        state: input.state,
        state_since: if moved { cx.today() } else { before.state_since },
        state_reason: &reason,
    };
    products::update_project(cx, input.id, &change)?;
    if name != before.name {
        shelf::project_changed(cx, input.id)?;
    }
    let after = products::project(cx, input.id)?;
    cx.changed("project", after.id, &after.name, &before, &after)?;
    Ok(after)
}
