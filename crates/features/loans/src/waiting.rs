//! What waits for a hand at loans, but for no decision: the next step of a loan that was approved, of a tranche that was
//! approved, delivered or paid, and books that do not hold what the loans say. Decisions wait at `approvals`.

use crate::inputs::LoanOnDay;
use crate::model::TrancheKind;
use crate::rules::OWN_PAYOUT;
use crate::steps::TRANCHE;
use database::{Row, values};
use kernel::id::TrancheId;
use kernel::{Day, Money, Result};
use office::context::Read;
use office::tasks::{NAMED, Task};

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    if cx.who.role.may(crate::LOANS_PAY) {
        let cash = tranches(cx, "approved", Some(TrancheKind::Cash), "tranche_pay")?;
        let delivered = tranches(cx, "delivered", None, "tranche_pay")?;
        for (tranche, task) in cash.into_iter().chain(delivered) {
            if approvals::require_another(cx, &TRANCHE, *tranche.as_bytes(), OWN_PAYOUT).is_ok() {
                tasks.push(task);
            }
        }
    }
    if cx.who.role.may(crate::LOANS_KEEP) {
        let sql = include_str!("sql/loans_to_begin.sql");
        tasks.extend(cx.rows(sql, values![cx.who.id, NAMED], |row| {
            of_loan(cx, "tranche_request", row, Day::in_riyadh(row.get("decided_at")?))
        })?);
        let deliver = tranches(cx, "approved", Some(TrancheKind::InKind), "tranche_deliver")?;
        let verify = tranches(cx, "paid", None, "tranche_verify")?;
        tasks.extend(deliver.into_iter().chain(verify).map(|(_, task)| task));
    }
    tasks.extend(crate::control::tasks(cx)?);
    Ok(tasks)
}

/// Tranches in a state that somebody else led them to.
fn tranches(cx: &Read<'_>, state: &str, of: Option<TrancheKind>, kind: &str) -> Result<Vec<(TrancheId, Task)>> {
    let narrowed = values![state, cx.who.id, of.map(TrancheKind::name), NAMED];
    cx.rows(include_str!("sql/tranches_waiting.sql"), narrowed, |row| {
        let mut task = of_loan(cx, kind, row, row.get("on_day")?)?;
        task.args.insert("no".to_owned(), row.get::<i64>("no")?.to_string());
        Ok((row.get("id")?, task))
    })
}

/// A task that leads to a loan, from a row that names it with its borrower and an amount.
fn of_loan(cx: &Read<'_>, kind: &str, row: &Row<'_>, since: Day) -> Result<Task> {
    let target = crate::LOAN.asking(&LoanOnDay { loan: row.get("loan")?, day: None })?;
    let mut task = Task::waiting(kind, target, since, cx.today());
    let amount: Money = row.get("amount")?;
    for (name, value) in
        [("loan_no", row.get("loan_no")?), ("name", row.get("borrower")?), ("amount", amount.to_string())]
    {
        task.args.insert(name.to_owned(), value);
    }
    Ok(task)
}
