//! What waits for whoever collects: late loans (`due`), the reminders of the day, promises that were broken, borrowers
//! of closed loans nobody has asked how satisfied they are.

use crate::contact::model::{ListPaymentPromises, PromiseStanding};
use crate::contact::standing::{self, Of};
use crate::reminders::model::{AskReminders, ReminderState};
use crate::{COLLECTION_CALL, due, reminders};
use database::values;
use kernel::{Day, Result};
use loans::inputs::WhichLoan;
use office::context::Read;
use office::tasks::{Severity, Task};
use std::collections::BTreeMap;

/// Days a broken promise presses, and for which a closed loan is asked about.
const PRESSES: i32 = 14;
const ASKED_WITHIN: i32 = 30;
/// Closed loans that are named.
const NAMED: i64 = 3;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = due::tasks(cx)?;
    if !cx.who.role.may(COLLECTION_CALL) {
        return Ok(tasks);
    }
    let today = cx.today();
    let waits = reminders::count_waiting(cx)?;
    if waits > 0 {
        let target =
            crate::REMINDERS.asking(&AskReminders { state: Some(ReminderState::Waiting), ..Default::default() })?;
        tasks.push(counted(waits, Task::new("reminders_today", target, Severity::Soon)));
    }
    let fresh = |last: Day| today.days_since(last) <= PRESSES;
    let broken = standing::promises(cx, Of::Late(today))?
        .iter()
        .filter(|one| one.standing == PromiseStanding::Broken && fresh(one.last_day))
        .count();
    if broken > 0 {
        let asks = ListPaymentPromises { standing: Some(PromiseStanding::Broken), ..Default::default() };
        let task = Task::new("promises_broken", crate::PROMISES.asking(&asks)?, Severity::Late);
        tasks.push(counted(i64::try_from(broken).unwrap_or(i64::MAX), task));
    }
    let since = today.plus_days(-ASKED_WITHIN)?;
    tasks.extend(cx.rows(include_str!("sql/to_ask.sql"), values![since, NAMED], |row| {
        let target = crate::CLOSING.asking(&WhichLoan { loan: row.get("loan")? })?;
        let args = [("name", row.get::<String>("borrower")?), ("loan_no", row.get("loan_no")?)];
        Ok(Task {
            due: Some(row.get("last_paid_on")?),
            args: args.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
            ..Task::new("satisfaction_ask", target, Severity::Calm)
        })
    })?);
    Ok(tasks)
}

fn counted(count: i64, task: Task) -> Task {
    Task { args: BTreeMap::from([("n".to_owned(), count.to_string())]), ..task }
}
