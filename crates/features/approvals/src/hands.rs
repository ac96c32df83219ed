//! Steps that must lie in other hands: who asked for something or approved it does not do what it leads to.

use database::values;
use kernel::{Code, Result, require};
use office::approval::ApprovalStep;
use office::context::Read;

/// Whether the person who asks has neither asked for the step on this record nor approved it, in whatever role.
///
/// # Errors
/// The given refusal.
pub fn require_another(cx: &Read<'_>, step: &ApprovalStep, subject: [u8; 16], refusal: Code) -> Result<()> {
    let sql = "SELECT 1 AS one FROM approval_hand WHERE step = $1 AND subject = $2 AND person = $3";
    let had_a_hand = cx.row(sql, values![step.name, subject, cx.who.id], |_| Ok(()))?.is_some();
    require(!had_a_hand, refusal)
}
