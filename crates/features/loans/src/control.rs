//! The loans and the books beside each other: what a fund's loans owe is what its account of loans holds, and the credit
//! of its borrowers what the account of their credits holds.

use crate::events::replay::Owed;
use crate::store;
use database::{Read, Write, values};
use funds::AsOfDay;
use kernel::id::{FundId, LoanId};
use kernel::{Day, Money, Result};
use ledger::{AccountCode, chart};
use office::context::Read as Looking;
use office::tasks::{Severity, Task};
use std::collections::BTreeMap;

/// An account of a fund that does not hold what the loans say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ControlDifference {
    pub fund: FundId,
    pub account: AccountCode,
    /// What the account holds; credits of borrowers above zero, too.
    pub books: Money,
    pub loans: Money,
}

/// Compares the books at the end of a day with a replay of every loan; for tests and for a doubt, because it takes time.
/// Fees lie in an account that others write to as well: there the lines of each loan are compared.
///
/// # Errors
/// What the database refuses.
pub fn verify_control(db: &Read<'_>, day: Day) -> Result<Vec<ControlDifference>> {
    let mut owed: BTreeMap<FundId, Owed> = BTreeMap::new();
    let mut charged = ledger::loan_balances(db, &chart::OTHER_RECEIVABLES, day)?;
    let mut found = Vec::new();
    for id in db.rows("SELECT id FROM loan", values![], |row| row.get::<LoanId>("id"))? {
        let head = store::loan(db, id)?;
        let own = store::replay(&head, &store::events(db, id)?).owed_on(day)?;
        let sum = owed.entry(head.fund).or_default();
        *sum = Owed {
            principal: sum.principal.plus(own.principal)?,
            fee: sum.fee.plus(own.fee)?,
            credit: sum.credit.plus(own.credit)?,
        };
        let books = charged.remove(&id).unwrap_or_default();
        if books != own.fee {
            found.push(ControlDifference { fund: head.fund, account: chart::OTHER_RECEIVABLES, books, loans: own.fee });
        }
    }
    found.extend(differences(db, day, &owed)?);
    Ok(found)
}

/// Compares the books of today with the summaries.
///
/// # Errors
/// What the database refuses.
pub fn compare_today(db: &Read<'_>, today: Day) -> Result<Vec<ControlDifference>> {
    let sums = db.rows(include_str!("sql/shelf_sums.sql"), values![], |row| {
        Ok((row.get("fund")?, Owed { principal: row.get("principal")?, fee: Money::ZERO, credit: row.get("credit")? }))
    })?;
    differences(db, today, &sums.into_iter().collect())
}

fn differences(db: &Read<'_>, day: Day, owed: &BTreeMap<FundId, Owed>) -> Result<Vec<ControlDifference>> {
    let mut held: BTreeMap<FundId, Owed> = BTreeMap::new();
    for balance in ledger::balances(db, day)? {
        if balance.account == chart::LOANS {
            held.entry(balance.fund).or_default().principal = balance.amount;
        } else if balance.account == chart::BORROWER_CREDITS {
            held.entry(balance.fund).or_default().credit = balance.amount.negated();
        }
    }
    let mut found = Vec::new();
    let funds: std::collections::BTreeSet<FundId> = owed.keys().chain(held.keys()).copied().collect();
    for fund in funds {
        let (loans, books) =
            (owed.get(&fund).copied().unwrap_or_default(), held.get(&fund).copied().unwrap_or_default());
        for (account, books, loans) in
            [(chart::LOANS, books.principal, loans.principal), (chart::BORROWER_CREDITS, books.credit, loans.credit)]
        {
            if books != loans {
                found.push(ControlDifference { fund, account, books, loans });
            }
        }
    }
    Ok(found)
}

/// Where the daily look-over leaves how many accounts differ.
const OFF: &str = "loans.control_off";

/// Compares today's books with the loans and keeps the outcome for the task list; nothing is held up by it, because a
/// loan that was imported before the opening balances of its fund differs until they are in.
///
/// # Errors
/// What the database refuses.
pub fn look_over(db: &Write<'_>, today: Day) -> Result<()> {
    let off = compare_today(db, today)?.len();
    db.remember(OFF, (off > 0).then(|| off.to_string()).as_deref())
}

/// What the look-over found, for whoever keeps the funds.
///
/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Looking<'_>) -> Result<Vec<Task>> {
    if !cx.who.role.may(funds::FUNDS_MANAGE) {
        return Ok(Vec::new());
    }
    let found = cx.setting(OFF)?;
    let task = |off: String| {
        Ok(Task {
            text_key: "loans.task.control_off".to_owned(),
            args: BTreeMap::from([("n".to_owned(), off)]),
            ..Task::new("control_off", funds::FUNDS.asking(&AsOfDay::default())?, Severity::Late)
        })
    };
    found.into_iter().map(task).collect()
}
