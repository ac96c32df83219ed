//! What waits for the person who asks: visits that are late or due today, actions they own, promises of the association
//! that are late, and what another person recorded and nobody has reviewed.

use crate::inputs::{ListActivities, ListCommitments, WhichActivity};
use crate::model::{ActivityState, PromiseSide};
use crate::{ACTIVITIES, ACTIVITY, COMMITMENTS, FOLLOW_UP_REVIEW};
use database::values;
use kernel::{Day, Result};
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};
use std::collections::BTreeMap;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let (today, who) = (cx.today(), cx.who.id);
    let mut tasks = Vec::new();
    if cx.who.role.may(crate::FOLLOW_UP_KEEP) {
        let sql = "SELECT COALESCE(sum(CASE WHEN planned_on < $1 THEN 1 ELSE 0 END), 0) AS late, \
                   COALESCE(sum(CASE WHEN planned_on = $1 THEN 1 ELSE 0 END), 0) AS due \
                   FROM activity WHERE state = 'planned' AND researcher = $2 AND planned_on <= $1";
        let (late, due): (i64, i64) =
            cx.one(sql, values![today, who], |row| Ok((row.get("late")?, row.get("due")?)))?;
        let mine = ListActivities { researcher: Some(who), ..Default::default() };
        let lines = [
            ("visits_late", late, Severity::Late, ListActivities { late: true, ..mine.clone() }),
            ("visits_due", due, Severity::Soon, ListActivities { due_by: Some(today), ..mine }),
        ];
        for (kind, count, severity, list) in lines.into_iter().filter(|(_, count, ..)| *count > 0) {
            tasks.push(counted(count, Task::new(kind, ACTIVITIES.asking(&list)?, severity)));
        }
    }
    tasks.extend(actions(cx, today)?);
    let sees_to_all = cx.who.role.may(crate::FOLLOW_UP_MANAGE);
    let sql = "SELECT count(*) AS n FROM commitment \
               WHERE state = 'open' AND side = 'association' AND due < $1 AND ($2 IS NULL OR keeper = $2)";
    let keeper = (!sees_to_all).then_some(who);
    let late: i64 = cx.one(sql, values![today, keeper], |row| row.get("n"))?;
    if late > 0 {
        let list = ListCommitments { side: Some(PromiseSide::Association), late: true, keeper, ..Default::default() };
        let task = Task::new("promises_late", COMMITMENTS.asking(&list)?, Severity::Late);
        tasks.push(counted(late, task));
    }
    if cx.who.role.may(FOLLOW_UP_REVIEW) {
        tasks.extend(reviews(cx)?);
    }
    Ok(tasks)
}

fn counted(count: i64, task: Task) -> Task {
    Task { args: BTreeMap::from([("n".to_owned(), count.to_string())]), ..task }
}

/// Corrective actions the person owns: those whose day has come, and those of the coming days.
fn actions(cx: &Read<'_>, today: Day) -> Result<Vec<Task>> {
    let soon = today.plus_days(3)?;
    let sql = include_str!("sql/actions_due.sql");
    cx.rows(sql, values![cx.who.id, soon, NAMED], |row| {
        let due: Day = row.get("action_due")?;
        let severity = if due < today { Severity::Late } else { Severity::Soon };
        let target = ACTIVITY.asking(&WhichActivity { activity: row.get("id")? })?;
        let args = [("name", row.get::<String>("subject_name")?), ("action", row.get::<String>("action")?)];
        Ok(Task {
            due: Some(due),
            args: args.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
            ..Task::new("action_due", target, severity)
        })
    })
}

/// What another person recorded; one in distress is named, the others are counted.
fn reviews(cx: &Read<'_>) -> Result<Vec<Task>> {
    let distress = cx.rows(include_str!("sql/distress_to_review.sql"), values![cx.who.id, NAMED], |row| {
        let target = ACTIVITY.asking(&WhichActivity { activity: row.get("id")? })?;
        let args = [("name", row.get::<String>("subject_name")?), ("by", row.get::<String>("done_by_name")?)];
        Ok(Task {
            due: Some(row.get("done_on")?),
            args: args.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
            ..Task::new("distress_review", target, Severity::Late)
        })
    })?;
    let sql = "SELECT count(*) AS n FROM activity WHERE state = 'done' AND closed_with IS NULL \
               AND (signal IS NULL OR signal <> 'distress') AND done_by <> $1 AND recorded_by <> $1 \
               AND from_register IS NOT 'past'";
    let others: i64 = cx.one(sql, values![cx.who.id], |row| row.get("n"))?;
    let mut tasks = distress;
    if others > 0 {
        let list = ListActivities { state: vec![ActivityState::Done], to_review: true, ..Default::default() };
        tasks.push(counted(others, Task::new("visits_review", ACTIVITIES.asking(&list)?, Severity::Calm)));
    }
    Ok(tasks)
}
