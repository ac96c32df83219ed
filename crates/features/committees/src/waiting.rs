//! What waits of committees: decisions to carry out, minutes to read and to seal, meetings to come to.

use crate::inputs::{WhichDecision, WhichMeeting};
use database::{Row, values};
use kernel::{Day, Result};
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};

/// Days before its day from which a decision presses.
const SOON: i32 = 7;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    if !cx.who.role.may(crate::COMMITTEES_VIEW) {
        return Ok(Vec::new());
    }
    let today = cx.today();
    let mut tasks = cx.rows(include_str!("sql/tasks_of_decisions.sql"), values![cx.who.id, NAMED], |row| {
        let target = crate::SCREEN_OF_DECISION.asking(&WhichDecision { decision: row.get("id")? })?;
        let due: Day = row.get("due")?;
        let severity = match due.days_since(today) {
            days if days < 0 => Severity::Late,
            days if days <= SOON => Severity::Soon,
            _ => Severity::Calm,
        };
        let mut task = Task::new("decision_do", target, severity);
        task.due = Some(due);
        task.args.insert("decision_no".to_owned(), row.get("decision_no")?);
        task.args.insert("title".to_owned(), row.get("title")?);
        Ok(task)
    })?;
    tasks.extend(cx.rows(include_str!("sql/tasks_of_minutes.sql"), values![cx.who.id, NAMED], |row| {
        of_minutes(row, "minutes_confirm", today)
    })?);
    if cx.who.role.may(crate::COMMITTEES_DECIDE) {
        let values = values![cx.who.id, today, NAMED];
        tasks.extend(
            cx.rows(include_str!("sql/tasks_of_sealing.sql"), values, |row| of_minutes(row, "minutes_seal", today))?,
        );
    }
    tasks.extend(cx.rows(include_str!("sql/tasks_of_meetings.sql"), values![cx.who.id, today, NAMED], |row| {
        let mut task = Task::new("meeting_come", target(row)?, Severity::Calm);
        task.due = row.get("on_day")?;
        for name in ["name", "minutes_no", "starts"] {
            task.args.insert(name.to_owned(), row.get(name)?);
        }
        Ok(task)
    })?);
    Ok(tasks)
}

fn target(row: &Row<'_>) -> Result<office::target::Target> {
    crate::MEETING.asking(&WhichMeeting { meeting: row.get("id")? })
}

fn of_minutes(row: &Row<'_>, kind: &str, today: Day) -> Result<Task> {
    let due: Day = row.get("confirm_by")?;
    let severity = if due < today { Severity::Late } else { Severity::Soon };
    let mut task = Task::new(kind, target(row)?, severity);
    task.due = Some(due);
    for name in ["name", "minutes_no"] {
        task.args.insert(name.to_owned(), row.get(name)?);
    }
    Ok(task)
}
