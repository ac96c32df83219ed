//! What waits at loans: decisions about loans, tranches, money to be handed back and debts to be forgiven, and the steps
//! of tranches that wait for a hand. Nobody is shown what they asked for themselves, because nobody decides their own
//! request.

use crate::model::TrancheKind;
use database::{Row, values};
use kernel::id::LoanId;
use kernel::{Day, Money, Result};
use office::context::Read;
use office::tasks::{NAMED, Task};

/// # Errors
/// What the database refuses.
pub fn decisions(cx: &Read<'_>) -> Result<Vec<Task>> {
    let role = cx.who.role;
    let mut tasks = Vec::new();
    if role.may(crate::LOANS_APPROVE) {
        loans(cx, &mut tasks)?;
        tranches(cx, "requested", None, "tranche_approve", &mut tasks)?;
    }
    if role.may(funds::FUNDS_APPROVE) {
        requests(cx, "refund", "refund_approve", &mut tasks)?;
    }
    if role.may(crate::LOANS_FORGIVE) {
        requests(cx, "forgive", "forgive_approve", &mut tasks)?;
    }
    Ok(tasks)
}

/// What waits for a hand: steps of tranches, and books that do not hold what the loans say.
///
/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = tranche_steps(cx)?;
    tasks.extend(crate::control::tasks(cx)?);
    Ok(tasks)
}

/// Steps of tranches that wait for a hand, but for no decision: what was approved is bought and delivered, or paid where
/// it is cash; what was delivered is paid, what was paid is verified.
///
/// # Errors
/// What the database refuses.
fn tranche_steps(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    if cx.who.role.may(crate::LOANS_PAY) {
        tranches(cx, "approved", Some(TrancheKind::Cash), "tranche_pay", &mut tasks)?;
        tranches(cx, "delivered", None, "tranche_pay", &mut tasks)?;
    }
    if cx.who.role.may(crate::LOANS_KEEP) {
        tranches(cx, "approved", Some(TrancheKind::InKind), "tranche_deliver", &mut tasks)?;
        tranches(cx, "paid", None, "tranche_verify", &mut tasks)?;
    }
    Ok(tasks)
}

fn loans(cx: &Read<'_>, tasks: &mut Vec<Task>) -> Result<()> {
    let sql = include_str!("sql/loans_waiting.sql");
    tasks.extend(cx.rows(sql, values![cx.who.id, NAMED], |row| asked(cx, "loan_approve", row))?);
    Ok(())
}

/// Money to be handed back and debts to be forgiven that this person has neither asked for nor approved.
fn requests(cx: &Read<'_>, of: &str, kind: &str, tasks: &mut Vec<Task>) -> Result<()> {
    let sql = include_str!("sql/requests_waiting.sql");
    tasks.extend(cx.rows(sql, values![of, cx.who.id, NAMED], |row| asked(cx, kind, row))?);
    Ok(())
}

fn tranches(cx: &Read<'_>, state: &str, of: Option<TrancheKind>, kind: &str, tasks: &mut Vec<Task>) -> Result<()> {
    let narrowed = values![state, cx.who.id, of.map(TrancheKind::name), NAMED];
    let found = cx.rows(include_str!("sql/tranches_waiting.sql"), narrowed, |row| {
        let mut task = of_loan(cx, kind, row, row.get("on_day")?)?;
        task.args.insert("no".to_owned(), row.get::<i64>("no")?.to_string());
        Ok(task)
    })?;
    tasks.extend(found);
    Ok(())
}

/// What somebody asked for at a loan.
fn asked(cx: &Read<'_>, kind: &str, row: &Row<'_>) -> Result<Task> {
    let mut task = of_loan(cx, kind, row, Day::in_riyadh(row.get("asked_at")?))?;
    task.args.insert("by".to_owned(), row.get("asked_by")?);
    Ok(task)
}

/// A task that leads to a loan, from a row that names it with its borrower and an amount.
fn of_loan(cx: &Read<'_>, kind: &str, row: &Row<'_>, since: Day) -> Result<Task> {
    let mut task = Task::waiting(kind, &format!("/loans/{}", row.get::<LoanId>("loan")?), since, cx.today());
    let amount: Money = row.get("amount")?;
    for (name, value) in
        [("loan_no", row.get("loan_no")?), ("name", row.get("borrower")?), ("amount", amount.to_string())]
    {
        task.args.insert(name.to_owned(), value);
    }
    Ok(task)
}
