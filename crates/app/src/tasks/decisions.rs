//! What waits for a decision of the person who asks: proposed loans, requested tranches, vouchers, months to reopen.
//! Nobody is shown what they asked for themselves, because nobody decides their own request.

use super::queries::task;
use super::{Severity, Task};
use crate::context::Read;
use crate::funds::Draft;
use crate::loans::TrancheKind;
use crate::permission::Permission;
use database::{Row, values};
use kernel::id::{EntryId, FundId, LoanId};
use kernel::{Day, Money, Result};
use ledger::{PeriodState, period};
use std::collections::BTreeMap;

/// How many of each kind are named; the rest is counted in the list the last line leads to.
const NAMED: i64 = 20;
/// Days of waiting after which a decision presses.
const LONG: i32 = 7;

/// # Errors
/// What the database refuses.
pub fn decisions(cx: &Read<'_>) -> Result<Vec<Task>> {
    let role = cx.who.role;
    let mut tasks = Vec::new();
    if role.may(Permission::LoansApprove) {
        loans(cx, &mut tasks)?;
        tranches(cx, "requested", None, "tranche_approve", &mut tasks)?;
    }
    if role.may(Permission::FundsApprove) {
        drafts(cx, &mut tasks)?;
        reopenings(cx, &mut tasks)?;
        requests(cx, "refund", "refund_approve", &mut tasks)?;
    }
    if role.may(Permission::LoansForgive) {
        requests(cx, "forgive", "forgive_approve", &mut tasks)?;
    }
    tasks.sort_by_key(|task| (task.severity, task.due));
    Ok(tasks)
}

/// Steps of tranches that wait for a hand, but for no decision: what was approved is bought and delivered, or paid where
/// it is cash; what was delivered is paid, what was paid is verified.
///
/// # Errors
/// What the database refuses.
pub fn tranche_steps(cx: &Read<'_>, tasks: &mut Vec<Task>) -> Result<()> {
    if cx.who.role.may(Permission::LoansPay) {
        tranches(cx, "approved", Some(TrancheKind::Cash), "tranche_pay", tasks)?;
        tranches(cx, "delivered", None, "tranche_pay", tasks)?;
    }
    if cx.who.role.may(Permission::LoansKeep) {
        tranches(cx, "approved", Some(TrancheKind::InKind), "tranche_deliver", tasks)?;
        tranches(cx, "paid", None, "tranche_verify", tasks)?;
    }
    Ok(())
}

/// A request presses when it has waited long.
fn waits(cx: &Read<'_>, kind: &str, target: String, since: Day) -> Task {
    let severity = if cx.today().days_since(since) >= LONG { Severity::Late } else { Severity::Soon };
    let mut task = task(kind, &target, severity);
    task.due = Some(since);
    task
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
    let mut task = waits(cx, kind, format!("/loans/{}", row.get::<LoanId>("loan")?), since);
    let amount: Money = row.get("amount")?;
    for (name, value) in
        [("loan_no", row.get("loan_no")?), ("name", row.get("borrower")?), ("amount", amount.to_string())]
    {
        task.args.insert(name.to_owned(), value);
    }
    Ok(task)
}

fn drafts(cx: &Read<'_>, tasks: &mut Vec<Task>) -> Result<()> {
    let waiting = crate::funds::open_drafts(cx)?.into_iter().filter(|draft| draft.for_me);
    for draft in waiting.take(NAMED.unsigned_abs() as usize) {
        let id: EntryId = draft.id;
        let mut task = waits(cx, "voucher_approve", format!("/funds?review={id}"), draft.day);
        task.args.insert("amount".to_owned(), amount_of(&draft)?.to_string());
        task.args.insert("narration".to_owned(), draft.narration);
        task.args.insert("by".to_owned(), draft.made_by_name);
        tasks.push(task);
    }
    Ok(())
}

/// What moves: the debits within one fund, of the fund that has most. Money between funds is debited in both of them and
/// must not read as twice as much.
fn amount_of(draft: &Draft) -> Result<Money> {
    let mut debits: BTreeMap<FundId, Money> = BTreeMap::new();
    for line in &draft.content.lines {
        let sum = debits.entry(line.fund).or_default();
        *sum = sum.plus(line.debit)?;
    }
    Ok(debits.into_values().max().unwrap_or_default())
}

fn reopenings(cx: &Read<'_>, tasks: &mut Vec<Task>) -> Result<()> {
    for asked in period::periods(cx)? {
        // The request stays with its month after it was granted, and after the year was locked.
        let waits = asked.state == PeriodState::Closed;
        if waits && asked.reopen_asked_by.is_some_and(|by| by != cx.who.id) {
            let mut task = task("month_reopen", "/funds/months", Severity::Soon);
            task.args.insert("month".to_owned(), format!("{}/{:02}", asked.id.year(), asked.first.month()));
            task.args.insert("reason".to_owned(), asked.reopen_reason.unwrap_or_default());
            tasks.push(task);
        }
    }
    Ok(())
}
