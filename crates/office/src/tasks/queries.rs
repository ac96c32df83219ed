//! The sources of «مهامي».

use super::{Severity, Task, Tasks};
use crate::backups::BACKUPS;
use crate::context::Read;
use crate::input::Nothing;
use crate::preferences::RECOVERY;
use database::values;
use kernel::{Moment, Result};

/// Days after which a backup on this machine is called old.
const BACKUP_DAYS: i64 = 7;

/// What waits for a decision of the person who asks. Nobody is shown what they asked for themselves, because nobody
/// decides their own request.
///
/// # Errors
/// What the database refuses.
pub fn decisions(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    for waiting in cx.features().all().filter_map(|feature| feature.decisions) {
        tasks.extend(waiting(cx)?);
    }
    tasks.sort_by_key(|task| (task.severity, task.due));
    Ok(tasks)
}

pub fn mine(cx: &Read<'_>, _: Nothing) -> Result<Tasks> {
    let mut tasks = Vec::new();
    if cx.who.role.may(crate::permission::BACKUPS_MANAGE) {
        recovery_code(cx, &mut tasks)?;
        old_backup(cx, &mut tasks)?;
    }
    if cx.who.role.may(crate::permission::STAFF_MANAGE) && crate::staff::key_is_due(cx)? {
        tasks.push(Task::new("change_key", RECOVERY.asking(&Nothing {})?, Severity::Calm));
    }
    tasks.extend(decisions(cx)?);
    for waiting in cx.features().all().filter_map(|feature| feature.tasks) {
        tasks.extend(waiting(cx)?);
    }
    tasks.sort_by_key(|task| (task.severity, task.due));
    Ok(Tasks { tasks })
}

/// A recovery code that nobody confirmed to hold may as well not exist.
fn recovery_code(cx: &Read<'_>, tasks: &mut Vec<Task>) -> Result<()> {
    if !crate::session::recovery_confirmed(cx)? {
        tasks.push(Task::new("recovery_code", RECOVERY.asking(&Nothing {})?, Severity::Late));
    }
    Ok(())
}

fn old_backup(cx: &Read<'_>, tasks: &mut Vec<Task>) -> Result<()> {
    let sql = "SELECT max(made_at) AS made_at FROM backup WHERE verified_at IS NOT NULL";
    let last: Option<Moment> = cx.one(sql, values![], |row| row.get("made_at"))?;
    let days = last.map(|last| cx.now.riyadh_day_number() - last.riyadh_day_number());
    match days {
        None => tasks.push(Task::new("backup_none", BACKUPS.asking(&Nothing {})?, Severity::Soon)),
        Some(days) if days > BACKUP_DAYS => {
            let mut old = Task::new("backup_old", BACKUPS.asking(&Nothing {})?, Severity::Late);
            old.args.insert("n".to_owned(), days.to_string());
            tasks.push(old);
        }
        Some(_) => {}
    }
    Ok(())
}
