//! What collection puts on the task list: how many loans are late, and the worst few by name, to be called.

use super::looking_back;
use super::model::{AskLate, LateLine};
use kernel::Result;
use loans::inputs::LoanOnDay;
use office::context::Read;
use office::tasks::{Severity, Task};
use std::collections::BTreeMap;

/// How many late loans stand on the task list by name.
const NAMED: usize = 3;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    if !cx.who.role.may(loans::LOANS_COLLECT) {
        return Ok(Vec::new());
    }
    let mut lines: Vec<LateLine> = looking_back::lines(cx, cx.today(), &Default::default(), None)?;
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    lines.sort_by_key(|line| std::cmp::Reverse((line.dpd, line.overdue)));
    let task = |kind, target, due, args| Task { due, args, ..Task::new(kind, target, Severity::Late) };
    let all = BTreeMap::from([("n".to_owned(), lines.len().to_string())]);
    let mut tasks = vec![task("late_loans", crate::LATE.asking(&AskLate::default())?, None, all)];
    for line in lines.into_iter().take(NAMED) {
        let args = BTreeMap::from([
            ("n".to_owned(), line.dpd.to_string()),
            ("name".to_owned(), line.name),
            ("loan_no".to_owned(), line.loan_no),
            ("amount".to_owned(), line.overdue.to_string()),
            ("mobile".to_owned(), line.mobile),
        ]);
        let loan = loans::LOAN.asking(&LoanOnDay { loan: line.loan, day: None })?;
        tasks.push(task("late_loan", loan, Some(line.since), args));
    }
    Ok(tasks)
}
