//! What waits for a decision at the books: vouchers another person wrote, and months somebody asked to open again.

use super::model::{DecideDraft, Draft};
use super::store;
use kernel::id::FundId;
use kernel::{Money, Result};
use ledger::{PeriodState, period};
use office::context::Read;
use office::input::Nothing;
use office::tasks::{NAMED, Severity, Task};
use std::collections::BTreeMap;

/// # Errors
/// What the database refuses.
pub fn decisions(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    if cx.who.role.may(crate::FUNDS_APPROVE) {
        drafts(cx, &mut tasks)?;
        reopenings(cx, &mut tasks)?;
    }
    Ok(tasks)
}

fn drafts(cx: &Read<'_>, tasks: &mut Vec<Task>) -> Result<()> {
    let waiting = store::open(cx)?.into_iter().filter(|draft| draft.for_me);
    for draft in waiting.take(NAMED.unsigned_abs() as usize) {
        let target = crate::DRAFT.asking(&DecideDraft { id: draft.id })?;
        let mut task = Task::waiting("voucher_approve", target, draft.day, cx.today());
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
            let mut task = Task::new("month_reopen", crate::MONTHS.asking(&Nothing {})?, Severity::Soon);
            task.args.insert("month".to_owned(), format!("{}/{:02}", asked.id.year(), asked.first.month()));
            task.args.insert("reason".to_owned(), asked.reopen_reason.unwrap_or_default());
            tasks.push(task);
        }
    }
    Ok(())
}
