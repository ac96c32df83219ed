//! What waits at guarantees: one that another person is to verify, one that has expired behind money that is out, a note
//! that lies here though its loan is closed.

use crate::inputs::GuaranteesOf;
use crate::model::{Guarantee, GuaranteeState};
use crate::{rules, store};
use database::values;
use kernel::{Day, Result};
use loans::LoanPhase;
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let (keeps, verifies) = (cx.who.role.may(crate::GUARANTEES_KEEP), cx.who.role.may(crate::GUARANTEES_VERIFY));
    let mut tasks = Vec::new();
    if verifies {
        // What a proposal says is looked at with it; what of it was taken in hand before is looked at by itself.
        let with_its_loan = |one: &Guarantee| one.of_loan && one.phase == LoanPhase::Waiting;
        let waits = |one: &&Guarantee| {
            one.state == GuaranteeState::Proposed && !with_its_loan(one) && one.proposed_by != cx.who.id
        };
        for one in store::proposed(cx)?.iter().filter(waits).take(most()) {
            let since = Day::in_riyadh(one.proposed_at);
            tasks.push(named(Task::waiting("guarantee_verify", target(one)?, since, cx.today()), one));
        }
    }
    if keeps {
        let expired = |one: &&Guarantee| one.state == GuaranteeState::Expired && rules::money_is_out(one.phase);
        for one in store::past_their_day(cx)?.iter().filter(expired).take(most()) {
            let mut task = Task::new("guarantee_expired", target(one)?, Severity::Late);
            task.due = one.until;
            tasks.push(named(task, one));
        }
    }
    if keeps {
        let notes = cx.rows(include_str!("sql/notes_out.sql"), values![NAMED], |row| {
            let target = crate::OF_LOAN.asking(&GuaranteesOf { loan: row.get("loan")? })?;
            let mut task = Task::new("note_return", target, Severity::Soon);
            task.due = row.get("last_paid_on")?;
            let args = [("loan_no", row.get("loan_no")?), ("name", row.get("borrower")?)];
            task.args.extend(args.map(|(name, value): (&str, String)| (name.to_owned(), value)));
            Ok(task)
        })?;
        tasks.extend(notes);
    }
    Ok(tasks)
}

fn most() -> usize {
    usize::try_from(NAMED).unwrap_or(0)
}

fn target(one: &Guarantee) -> Result<office::target::Target> {
    crate::OF_LOAN.asking(&GuaranteesOf { loan: one.loan })
}

fn named(mut task: Task, one: &Guarantee) -> Task {
    for (name, value) in [("loan_no", &one.loan_no), ("name", &one.borrower_name)] {
        task.args.insert(name.to_owned(), value.clone());
    }
    task
}
