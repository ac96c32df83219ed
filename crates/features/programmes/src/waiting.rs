//! What waits at programmes beyond an approval: a next step with somebody who may give, measurements another person is to look
//! at, initiatives that were halted.

use crate::inputs::{WhichInitiative, WhichProgramme};
use crate::{INITIATIVE, PROGRAMME, PROGRAMMES_DECIDE, PROGRAMMES_KEEP};
use database::values;
use kernel::{Day, Result};
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    if cx.who.role.may(PROGRAMMES_KEEP) {
        let soon = cx.today().plus_days(3)?;
        tasks.extend(cx.rows(include_str!("sql/next_steps.sql"), values![cx.who.id, soon, NAMED], |row| {
            let due: Day = row.get("next_on")?;
            let severity = if due < cx.today() { Severity::Late } else { Severity::Soon };
            let target = PROGRAMME.asking(&WhichProgramme { programme: row.get("programme")? })?;
            let mut task = Task::new("support_next", target, severity);
            task.due = Some(due);
            for (name, value) in [("name", row.get("name")?), ("programme", row.get("programme_name")?)] {
                task.args.insert(name.to_owned(), value);
            }
            Ok(task)
        })?);
    }
    if cx.who.role.may(PROGRAMMES_DECIDE) {
        tasks.extend(cx.rows(include_str!("sql/to_approve.sql"), values![cx.who.id, NAMED], |row| {
            let target = INITIATIVE.asking(&WhichInitiative { initiative: row.get("initiative")? })?;
            let mut task = Task::new("reading_review", target, Severity::Calm);
            for (name, value) in [("title", row.get("title")?), ("n", row.get::<i64>("n")?.to_string())] {
                task.args.insert(name.to_owned(), value);
            }
            Ok(task)
        })?);
        tasks.extend(cx.rows(include_str!("sql/halted.sql"), values![cx.who.id, NAMED], |row| {
            let target = INITIATIVE.asking(&WhichInitiative { initiative: row.get("id")? })?;
            let mut task = Task::new("initiative_halted", target, Severity::Late);
            task.due = Some(row.get("state_since")?);
            for (name, value) in [("title", row.get("title")?), ("reason", row.get("reason")?)] {
                task.args.insert(name.to_owned(), value);
            }
            Ok(task)
        })?);
    }
    Ok(tasks)
}
