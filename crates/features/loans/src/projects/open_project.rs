//! A project is opened for somebody who has a file.

use crate::inputs::OpenProject;
use crate::model::Project;
use crate::projects;
use crate::rules;
use kernel::Result;
use office::context::Write;

pub fn open_project(cx: &Write<'_>, input: OpenProject) -> Result<Project> {
    let name = office::input::required(&input.name, "name", rules::NAME_MISSING)?;
    beneficiaries::file_of(cx, input.party)?;
    projects::insert_project(cx, &input, &name, cx.today())?;
    let opened = projects::project(cx, input.id)?;
    cx.changed("project", opened.id, &opened.name, &(), &opened)?;
    Ok(opened)
}
