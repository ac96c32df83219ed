//! What waits at stages beyond a review: one that is past its day, and one that failed or is ready and that nobody opened.

use crate::inputs::StagesOf;
use database::values;
use kernel::Result;
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    if !cx.who.role.may(crate::STAGES_KEEP) {
        return Ok(Vec::new());
    }
    cx.rows(include_str!("sql/late.sql"), values![cx.today(), NAMED], |row| {
        let target = crate::PROJECT.asking(&StagesOf { project: row.get("project")? })?;
        let mut task = Task::new("stage_late", target, Severity::Late);
        task.due = row.get("due")?;
        for (name, value) in [("stage", row.get("name")?), ("name", row.get("project_name")?)] {
            task.args.insert(name.to_owned(), value);
        }
        Ok(task)
    })
}
