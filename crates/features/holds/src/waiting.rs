//! What waits at holds: projects that are halted, in one line with their number; steps that are late or due soon, each
//! for whoever sees to it. A decision that waits is an approval.

use crate::inputs::{ListHolds, WhichHold};
use crate::store;
use database::values;
use kernel::{Day, Result};
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};

/// Days ahead of which a step is told.
const SOON: i32 = 3;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = steps_due(cx)?;
    let open = if cx.who.role.may(crate::HOLDS_RELEASE) { store::open_count(cx)? } else { 0 };
    if open > 0 {
        let mut task = Task::new("holds_open", crate::HOLDS.asking(&ListHolds::default())?, Severity::Late);
        task.args.insert("n".to_owned(), open.to_string());
        tasks.push(task);
    }
    Ok(tasks)
}

/// Steps the person sees to: those whose day has passed, and those of the coming days.
fn steps_due(cx: &Read<'_>) -> Result<Vec<Task>> {
    let soon = cx.today().plus_days(SOON)?;
    cx.rows(include_str!("sql/steps_due.sql"), values![cx.who.id, soon, NAMED], |row| {
        let due: Day = row.get("due")?;
        let severity = if due < cx.today() { Severity::Late } else { Severity::Soon };
        let target = crate::HOLD.asking(&WhichHold { hold: row.get("hold")? })?;
        let mut task = Task { due: Some(due), ..Task::new("hold_step", target, severity) };
        for (arg, column) in [("step", "text"), ("name", "project_name")] {
            task.args.insert(arg.to_owned(), row.get(column)?);
        }
        Ok(task)
    })
}
