//! Up to which amount a role approves. A role without a limit approves any amount it may decide.

use database::values;
use kernel::{Money, Result};
use office::context::Write;
use office::permission::Role;

/// The highest amount a role approves; none where it has no limit.
///
/// # Errors
/// What the database refuses.
pub fn limit_of(db: &database::Read<'_>, role: Role) -> Result<Option<Money>> {
    let sql = "SELECT amount FROM approval_limit WHERE role = $1";
    db.row(sql, values![role.name()], |row| row.get("amount"))
}

/// Sets the highest amount a role approves from now on; what waits is held against it, too.
///
/// # Errors
/// An amount below zero, by the table.
pub fn set_limit(cx: &Write<'_>, role: Role, amount: Option<Money>) -> Result<()> {
    match amount {
        Some(amount) => cx.run(
            "INSERT INTO approval_limit (role, amount) VALUES ($1, $2) \
             ON CONFLICT (role) DO UPDATE SET amount = excluded.amount",
            values![role.name(), amount],
        )?,
        None => cx.run("DELETE FROM approval_limit WHERE role = $1", values![role.name()])?,
    };
    Ok(())
}
