//! A project gets another name, is halted, runs again. How it ends is decided elsewhere, by two people.

use crate::inputs::{ChangeProject, WhichProject};
use crate::projects;
use crate::rules;
use crate::summary;
use kernel::{Refusal, Result, require};
use office::context::Write;
use projects::ProjectChange;

pub fn change_project(cx: &Write<'_>, input: ChangeProject) -> Result<WhichProject> {
    let before = projects::project(cx, input.id)?;
    let name = office::input::required(&input.name, "name", rules::NAME_MISSING)?;
    let moved = input.state != before.state;
    require(
        !moved || projects::is_by_hand(before.state, input.state),
        Refusal::new(rules::PROJECT_ENDS_OTHERWISE).at("state"),
    )?;
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
    Ok(WhichProject { project: after.id })
}
