//! What is made better: from an answer, a finding or a complaint to an action with its owner and day, and from there to its
//! effect, which another person says, or a later edition of the same question.

pub mod add_improvement;
pub mod change_improvement;
pub mod end_improvement;
pub mod judge_improvement;
pub mod look;

use crate::model::{ImprovementAction, SavedImprovement};
use database::values;
use kernel::Result;
use kernel::arabic::fold;
use kernel::id::ImprovementId;
use office::context::Write;

/// An action as others name it.
pub const RECORD: &str = "improvement";
/// What their numbers begin with.
const MARK: char = '\u{62d}';

fn folded(number: &str, said: &str, text: &str) -> String {
    fold(&format!("{number} {said} {text}"))
}

fn told(cx: &Write<'_>, before: Option<&ImprovementAction>, id: ImprovementId) -> Result<SavedImprovement> {
    let after = look::action(cx, id)?;
    match before {
        Some(before) => cx.changed(RECORD, id, &after.action_no, before, &after)?,
        None => cx.changed(RECORD, id, &after.action_no, &(), &after)?,
    }
    Ok(SavedImprovement { action: id, action_no: after.action_no })
}

fn exists(cx: &Write<'_>, id: ImprovementId) -> Result<bool> {
    let sql = "SELECT action_no FROM improvement_action WHERE id = $1";
    Ok(cx.row(sql, values![id], |row| row.get::<String>("action_no"))?.is_some())
}
