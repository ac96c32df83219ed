//! What waits at programmes beyond an approval: steps with somebody who may give and the days calls close on, periods that were not
//! measured, measurements another person is to look at, initiatives that stand still, whether what was reached lasts, steps of
//! associations.

use crate::inputs::{WhichInitiative, WhichProgramme};
use crate::{INITIATIVE, PROGRAMME, PROGRAMMES_DECIDE, PROGRAMMES_KEEP};
use database::{Row, values};
use kernel::{Day, Result};
use office::context::Read;
use office::target::Target;
use office::tasks::{NAMED, Severity, Task};

fn of_programme(row: &Row<'_>) -> Result<Target> {
    PROGRAMME.asking(&WhichProgramme { programme: row.get("programme")? })
}

fn of_initiative(row: &Row<'_>) -> Result<Target> {
    INITIATIVE.asking(&WhichInitiative { initiative: row.get("id")? })
}

/// Who may give, and to which programme.
fn named(row: &Row<'_>) -> Result<[(&'static str, String); 2]> {
    Ok([("name", row.get("name")?), ("programme", row.get("programme_name")?)])
}

fn task<const N: usize>(kind: &'static str, target: Target, severity: Severity, args: [(&str, String); N]) -> Task {
    let mut task = Task::new(kind, target, severity);
    task.args.extend(args.map(|(name, value)| (name.to_owned(), value)));
    task
}

fn by(due: Day, today: Day) -> Severity {
    if due < today { Severity::Late } else { Severity::Soon }
}

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    if cx.who.role.may(PROGRAMMES_KEEP) {
        tasks.extend(kept(cx)?);
    }
    if cx.who.role.may(PROGRAMMES_DECIDE) {
        tasks.extend(cx.rows(include_str!("sql/to_approve.sql"), values![cx.who.id, NAMED], |row| {
            let args = [("title", row.get("title")?), ("n", row.get::<i64>("n")?.to_string())];
            Ok(task("reading_review", of_initiative(row)?, Severity::Calm, args))
        })?);
    }
    Ok(tasks)
}

fn kept(cx: &Read<'_>) -> Result<Vec<Task>> {
    let (me, today) = (cx.who.id, cx.today());
    let until = |days: i32| today.plus_days(days);
    let mut tasks = cx.rows(include_str!("sql/next_steps.sql"), values![me, until(3)?, NAMED], |row| {
        let due: Day = row.get("next_on")?;
        Ok(Task { due: Some(due), ..task("support_next", of_programme(row)?, by(due, today), named(row)?) })
    })?;
    tasks.extend(cx.rows(include_str!("sql/closing.sql"), values![me, until(14)?, NAMED], |row| {
        let due: Day = row.get("closes_on")?;
        Ok(Task { due: Some(due), ..task("support_closes", of_programme(row)?, by(due, today), named(row)?) })
    })?);
    tasks.extend(cx.rows(include_str!("sql/unmeasured.sql"), values![me, today, NAMED], |row| {
        let args = [("title", row.get("title")?), ("n", row.get::<i64>("n")?.to_string())];
        let late = task("reading_late", of_initiative(row)?, Severity::Late, args);
        Ok(Task { due: Some(row.get("since")?), ..late })
    })?);
    tasks.extend(cx.rows(include_str!("sql/halted.sql"), values![me, NAMED], |row| {
        let args = [("title", row.get("title")?), ("reason", row.get("reason")?)];
        let halted = task("initiative_halted", of_initiative(row)?, Severity::Late, args);
        Ok(Task { due: Some(row.get("opened_on")?), ..halted })
    })?);
    tasks.extend(cx.rows(include_str!("sql/lasting.sql"), values![me, until(14)?, NAMED], |row| {
        let due: Day = row.get("check_due")?;
        let args = [("title", row.get("title")?)];
        Ok(Task { due: Some(due), ..task("initiative_lasting", of_initiative(row)?, by(due, today), args) })
    })?);
    tasks.extend(cx.rows(include_str!("sql/mentored.sql"), values![me, until(7)?, NAMED], |row| {
        let due: Day = row.get("due")?;
        let args = [("name", row.get("name")?), ("text", row.get("text")?)];
        Ok(Task { due: Some(due), ..task("capacity_step", of_programme(row)?, by(due, today), args) })
    })?);
    Ok(tasks)
}
