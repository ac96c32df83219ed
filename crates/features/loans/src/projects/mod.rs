//! Projects: the work a family lives from, which loans pay for; rows in and out.

pub mod change_project;
mod ending;
pub mod open_project;

pub use ending::end_project;

use crate::inputs::OpenProject;
use crate::model::{Project, ProjectState};
use database::{Read, Row, Value, values};
use kernel::arabic::fold;
use kernel::id::ProjectId;
use kernel::{Day, Failure, Result};
use office::context::Write;
use office::order::{Order, order_by};

pub const RECORD: &str = "project";

/// What each column of the list of projects is ordered by.
const PROJECTS_ORDERED: &[(&str, &str)] = &[
    ("name", "p.name_fold"),
    ("borrower", "borrower"),
    ("activity", "p.activity"),
    ("opened", "p.opened_on"),
    ("loans", "loans"),
    ("outstanding", "outstanding"),
    ("state", "p.state"),
];

/// Projects by name: of one party, in one state, with a word in their name.
pub fn projects(
    db: &Read<'_>,
    narrowed: &[Value; 3],
    limit: i64,
    offset: i64,
    only: Option<ProjectId>,
    order: Option<&Order>,
) -> Result<Vec<Project>> {
    let mut values = vec![Value::from(only)];
    values.extend(narrowed.iter().cloned());
    values.extend([Value::from(limit), Value::from(offset)]);
    let order = order_by(order, PROJECTS_ORDERED, "p.name_fold, p.id", "p.id");
    db.rows(&include_str!("../sql/projects.sql").replace("-- in order", &order), values, project_row)
}

pub fn project(db: &Read<'_>, id: ProjectId) -> Result<Project> {
    let anything = [Value::Null, Value::Null, Value::Null];
    projects(db, &anything, 1, 0, Some(id), None)?.into_iter().next().ok_or(Failure::not_found("project"))
}

pub fn insert_project(cx: &Write<'_>, project: &OpenProject, name: &str, opened_on: Day) -> Result<()> {
    cx.run(
        "INSERT INTO project (id, party, name, name_fold, activity, state, state_since, opened_on, created_at) \
         VALUES ($1, $2, $3, $4, $5, 'running', $6, $6, $7)",
        values![
            project.id,
            project.party,
            name,
            fold(name),
            kernel::arabic::tidy_line(&project.activity),
            opened_on,
            cx.now
        ],
    )?;
    Ok(())
}

/// What a person changes of a project.
pub struct ProjectChange<'a> {
    pub name: &'a str,
    pub activity: &'a str,
    pub state: ProjectState,
    pub state_since: Day,
    pub state_reason: &'a str,
}

pub fn update_project(cx: &Write<'_>, id: ProjectId, change: &ProjectChange<'_>) -> Result<()> {
    cx.run(
        "UPDATE project SET name = $1, name_fold = $2, activity = $3, state = $4, state_since = $5, \
         state_reason = $6 WHERE id = $7",
        values![
            change.name,
            fold(change.name),
            change.activity,
            change.state.name(),
            change.state_since,
            change.state_reason,
            id
        ],
    )?;
    Ok(())
}

/// Whether somebody may lead a project from one state to another by hand: halted and taken up again. It ends by a decision.
pub const fn is_by_hand(from: ProjectState, to: ProjectState) -> bool {
    matches!((from, to), (ProjectState::Running, ProjectState::Halted) | (ProjectState::Halted, ProjectState::Running))
}

fn project_row(row: &Row<'_>) -> Result<Project> {
    Ok(Project {
        id: row.get("id")?,
        party: row.get("party")?,
        borrower: row.get("borrower")?,
        name: row.get("name")?,
        activity: row.get("activity")?,
        state: row.get("state")?,
        state_since: row.get("state_since")?,
        state_reason: row.get("state_reason")?,
        opened_on: row.get("opened_on")?,
        loans: row.get("loans")?,
        outstanding: row.get("outstanding")?,
    })
}
