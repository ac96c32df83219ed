//! What waits of policies: texts to sign, policies to look at again, reports to issue.

use crate::inputs::{AskGovernance, WhichPolicy};
use database::values;
use kernel::{Day, Result};
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};

/// Days before its day from which a review or a report is told of.
const AHEAD: i32 = 14;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let (today, keeps) = (cx.today(), i64::from(cx.who.role.may(crate::POLICIES_KEEP)));
    let severity = |due: Day| if due < today { Severity::Late } else { Severity::Soon };
    let mut tasks = cx.rows(include_str!("sql/tasks_of_readers.sql"), values![cx.who.id, NAMED], |row| {
        let due: Day = row.get("due")?;
        let target = crate::POLICY.asking(&WhichPolicy { policy: row.get("id")? })?;
        let mut task = Task::new("policy_sign", target, severity(due));
        task.due = Some(due);
        task.args.insert("title".to_owned(), row.get("title")?);
        task.args.insert("no".to_owned(), row.get::<i64>("no")?.to_string());
        Ok(task)
    })?;
    let until = today.plus_days(AHEAD)?;
    tasks.extend(cx.rows(
        include_str!("sql/tasks_of_reviews.sql"),
        values![until, cx.who.id, keeps, NAMED],
        |row| {
            let due: Day = row.get("review_on")?;
            let target = crate::POLICY.asking(&WhichPolicy { policy: row.get("id")? })?;
            let mut task = Task::new("policy_review", target, severity(due));
            task.due = Some(due);
            task.args.insert("title".to_owned(), row.get("title")?);
            Ok(task)
        },
    )?);
    tasks.extend(cx.rows(
        include_str!("sql/tasks_of_reports.sql"),
        values![until, cx.who.id, keeps, NAMED],
        |row| {
            let due: Day = row.get("due")?;
            let target = crate::FIGURES.asking(&AskGovernance { from: due, to: due })?;
            let mut task = Task::new("scheduled_report", target, severity(due));
            task.due = Some(due);
            task.args.insert("title".to_owned(), row.get("title")?);
            Ok(task)
        },
    )?);
    Ok(tasks)
}
