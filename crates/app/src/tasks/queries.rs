//! The sources of «مهامي».

use super::{Severity, Task, Tasks};
use crate::context::Read;
use crate::input::Nothing;
use crate::permission::Permission;
use database::values;
use kernel::{Moment, Result};
use std::collections::BTreeMap;

/// Days after which a backup on this machine is called old.
const BACKUP_DAYS: i64 = 7;

pub fn mine(cx: &Read<'_>, _: Nothing) -> Result<Tasks> {
    let mut tasks = Vec::new();
    own_password(cx, &mut tasks)?;
    if cx.who.role.may(Permission::BackupsManage) {
        recovery_code(cx, &mut tasks)?;
        old_backup(cx, &mut tasks)?;
    }
    if cx.who.role.may(Permission::StaffManage) && crate::staff::key_is_due(cx)? {
        tasks.push(task("change_key", "/preferences/recovery", Severity::Calm));
    }
    tasks.extend(super::decisions(cx)?);
    super::decisions::tranche_steps(cx, &mut tasks)?;
    tasks.extend(crate::collection::due_tasks(cx)?);
    tasks.extend(crate::beneficiaries::due_tasks(cx)?);
    tasks.extend(crate::funds::due_tasks(cx)?);
    tasks.extend(crate::loans::due_tasks(cx)?);
    tasks.sort_by_key(|task| (task.severity, task.due));
    Ok(Tasks { tasks })
}

pub(super) fn task(kind: &str, target: &str, severity: Severity) -> Task {
    Task {
        kind: kind.to_owned(),
        text_key: format!("tasks.{kind}"),
        args: BTreeMap::new(),
        target: target.to_owned(),
        due: None,
        severity,
    }
}

/// Somebody else chose this person's password.
fn own_password(cx: &Read<'_>, tasks: &mut Vec<Task>) -> Result<()> {
    if crate::staff::person(cx, cx.who.id)?.must_change_password {
        tasks.push(task("own_password", "/preferences/password", Severity::Soon));
    }
    Ok(())
}

/// A recovery code that nobody confirmed to hold may as well not exist.
fn recovery_code(cx: &Read<'_>, tasks: &mut Vec<Task>) -> Result<()> {
    if !crate::session::recovery_confirmed(cx)? {
        tasks.push(task("recovery_code", "/preferences/recovery", Severity::Late));
    }
    Ok(())
}

fn old_backup(cx: &Read<'_>, tasks: &mut Vec<Task>) -> Result<()> {
    let sql = "SELECT max(made_at) AS made_at FROM backup WHERE verified_at IS NOT NULL";
    let last: Option<Moment> = cx.one(sql, values![], |row| row.get("made_at"))?;
    let days = last.map(|last| cx.now.riyadh_day_number() - last.riyadh_day_number());
    match days {
        None => tasks.push(task("backup_none", "/backups", Severity::Soon)),
        Some(days) if days > BACKUP_DAYS => {
            let mut old = task("backup_old", "/backups", Severity::Late);
            old.args.insert("n".to_owned(), days.to_string());
            tasks.push(old);
        }
        Some(_) => {}
    }
    Ok(())
}
