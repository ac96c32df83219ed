//! What the books put on the task list beside decisions: one's own vouchers that were returned.

use super::model::{DecideDraft, Draft, DraftState};
use super::store;
use kernel::Result;
use office::context::Read;
use office::tasks::{Severity, Task};
use std::collections::BTreeMap;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    if !cx.who.role.may(crate::FUNDS_VIEW) {
        return Ok(Vec::new());
    }
    let drafts = store::open(cx)?;
    let returned = drafts.iter().filter(|draft| draft.state == DraftState::Returned && draft.made_by == cx.who.id);
    returned.map(|draft| task("voucher_returned", draft)).collect()
}

fn task(kind: &str, draft: &Draft) -> Result<Task> {
    Ok(Task {
        text_key: format!("funds.task.{kind}"),
        args: BTreeMap::from([
            ("narration".to_owned(), draft.narration.clone()),
            ("amount".to_owned(), draft.amount.to_string()),
        ]),
        due: Some(draft.day),
        ..Task::new(kind, crate::DRAFT.asking(&DecideDraft { id: draft.id })?, Severity::Soon)
    })
}
