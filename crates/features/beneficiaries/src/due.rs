//! What files put on the task list: identity records that have expired or soon will, and reviews that are due. Who
//! researches sees their own files, who supervises sees all.

use super::inputs::ListFiles;
use database::values;
use kernel::Result;
use office::context::Read;
use office::order::Order;
use office::tasks::{Severity, Task};
use std::collections::BTreeMap;

/// Days before a review from which it is called near.
const REVIEW_NEAR: i32 = 14;
/// Days before an identity record expires from which it is called near.
const EXPIRY_NEAR: i32 = 30;

struct Due {
    expired: i64,
    expiring: i64,
    overdue: i64,
    near: i64,
}

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let role = cx.who.role;
    if !role.may(crate::BENEFICIARIES_KEEP) {
        return Ok(Vec::new());
    }
    let own = (!role.may(crate::BENEFICIARIES_DECIDE)).then_some(cx.who.id);
    let today = cx.today();
    let days = values![today, today.plus_days(EXPIRY_NEAR)?, today.plus_days(REVIEW_NEAR)?, own];
    let due = cx.one(include_str!("sql/due.sql"), days, |row| {
        Ok(Due {
            expired: row.get("expired")?,
            expiring: row.get("expiring")?,
            overdue: row.get("overdue")?,
            near: row.get("near")?,
        })
    })?;
    let expiring = ListFiles { expiring: true, ..Default::default() };
    let review_due = ListFiles { review_due: true, ..Default::default() };
    let by_review = ListFiles { order: Some(Order { by: "review".to_owned(), down: false }), ..Default::default() };
    let lines = [
        ("identity_expired", due.expired, Severity::Late, &expiring),
        ("identity_expiring", due.expiring, Severity::Soon, &expiring),
        ("review_overdue", due.overdue, Severity::Late, &review_due),
        ("review_near", due.near, Severity::Soon, &by_review),
    ];
    let waiting = lines.into_iter().filter(|(_, count, ..)| *count > 0);
    waiting
        .map(|(kind, count, severity, files)| {
            Ok(Task {
                text_key: format!("beneficiaries.task.{kind}"),
                args: BTreeMap::from([("n".to_owned(), count.to_string())]),
                ..Task::new(kind, crate::FILES.asking(files)?, severity)
            })
        })
        .collect()
}
