//! What waits: files whose data were kept as long as the rule says.

use crate::inputs::ListDue;
use crate::{DUE, PRIVACY_KEEP, due};
use kernel::Result;
use office::context::Read;
use office::tasks::{Severity, Task};
use std::collections::BTreeMap;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    if !cx.who.role.may(PRIVACY_KEEP) {
        return Ok(Vec::new());
    }
    let n = due::undecided(cx)?;
    if n == 0 {
        return Ok(Vec::new());
    }
    let args = BTreeMap::from([("n".to_owned(), n.to_string())]);
    Ok(vec![Task { args, ..Task::new("retention_due", DUE.asking(&ListDue::default())?, Severity::Calm) }])
}
