//! What waits at holds: projects that are halted, in one line with their number. A decision that waits is an approval.

use crate::inputs::ListHolds;
use crate::store;
use kernel::Result;
use office::context::Read;
use office::tasks::{Severity, Task};

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    if !cx.who.role.may(crate::HOLDS_RELEASE) {
        return Ok(Vec::new());
    }
    let open = store::open_count(cx)?;
    if open == 0 {
        return Ok(Vec::new());
    }
    let mut task = Task::new("holds_open", crate::HOLDS.asking(&ListHolds::default())?, Severity::Late);
    task.args.insert("n".to_owned(), open.to_string());
    Ok(vec![task])
}
