//! What waits: families of whoever asks whom nobody has reached for long and nobody is about to. Who supervises is told of
//! all of them.

use crate::inputs::ListUnreached;
use crate::{REACH_TEAM, UNREACHED, unreached};
use follow_up::FOLLOW_UP_KEEP;
use kernel::Result;
use office::context::Read;
use office::tasks::{Severity, Task};
use std::collections::BTreeMap;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    if !cx.who.role.may(FOLLOW_UP_KEEP) {
        return Ok(Vec::new());
    }
    let mine = !cx.who.role.may(REACH_TEAM);
    let n = unreached::waiting(cx, mine)?;
    if n == 0 {
        return Ok(Vec::new());
    }
    let target = UNREACHED.asking(&ListUnreached { mine, unplanned: true, ..ListUnreached::default() })?;
    let args = BTreeMap::from([("n".to_owned(), n.to_string())]);
    Ok(vec![Task { args, ..Task::new("families_unreached", target, Severity::Soon) }])
}
