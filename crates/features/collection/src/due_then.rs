//! The instalments between two days as they stood on a third: what of each had been paid by then.

use super::model::{AskDue, DueLine, DuePage, DueState};
use super::queries::{self, Words, due_line, due_statement};
use database::{Value, values};
use kernel::id::LoanId;
use kernel::{Day, Money, Result};
use lending::{EventKind, State};
use loans::LoanReplay;
use office::context::Read;
use office::order::in_order;
use office::page::page_of;
use std::collections::{BTreeMap, BTreeSet};

/// # Errors
/// What the database refuses.
pub fn page(cx: &Read<'_>, input: &AskDue, day: Day, words: &Words) -> Result<DuePage> {
    let mut lines = lines(cx, input, day, words)?;
    lines.retain(|line| input.state.holds(line));
    lines.sort_by(|one, other| (one.due, &one.loan_no, one.no).cmp(&(other.due, &other.loan_no, other.no)));
    in_order(&mut lines, input.order.as_ref(), queries::due_rank);
    Ok(DuePage {
        from: input.from,
        until: input.until,
        instalments: i64::try_from(lines.len()).unwrap_or(i64::MAX),
        amount: Money::sum(lines.iter().map(|line| line.amount))?,
        unpaid: Money::sum(lines.iter().map(|line| line.unpaid))?,
        lines: page_of(lines, input.offset, input.limit),
    })
}

impl DueState {
    fn holds(self, line: &DueLine) -> bool {
        match self {
            Self::Unpaid => line.unpaid.is_positive(),
            Self::Paid => line.unpaid.is_zero(),
            Self::All => true,
        }
    }
}

/// Every instalment that fits, paid or not, in no order.
fn lines(cx: &Read<'_>, input: &AskDue, day: Day, words: &Words) -> Result<Vec<DueLine>> {
    let words = words.clone().map(Value::from);
    let narrowed = |own: &[Value]| own.iter().cloned().chain(words.iter().cloned()).collect::<Vec<_>>();
    let mut borrowers = BTreeMap::new();
    cx.rows(include_str!("sql/borrowers.sql"), narrowed(&values![input.fund]), |row| {
        borrowers.insert(row.get::<LoanId>("loan")?, named(row, day)?);
        Ok(())
    })?;
    let mut changed = BTreeSet::new();
    let mut then = Vec::new();
    loans::each_loan_changed_after(cx, day, |loan, _, replay, state| {
        changed.insert(loan);
        if let (Some(borrower), Some(state)) = (borrowers.get(&loan), state) {
            then.extend(
                of_loan(borrower, replay, state)?
                    .into_iter()
                    .filter(|line| line.amount.is_positive() && (input.from..=input.until).contains(&line.due)),
            );
        }
        Ok(())
    })?;
    let mut every = narrowed(&values![input.from, input.until, input.fund]);
    every.extend(values![i64::MAX, 0_i64]);
    let now = cx.rows(&due_statement(DueState::All, None), every, due_line)?;
    then.extend(now.into_iter().filter(|line| !changed.contains(&line.loan)));
    Ok(then)
}

/// The instalments of a loan in a state.
fn of_loan(borrower: &DueLine, replay: &LoanReplay, state: &State) -> Result<Vec<DueLine>> {
    let payments = state.allocations.iter().filter_map(|allocation| replay.event(allocation.place));
    let payments = payments.filter(|event| matches!(event.kind, EventKind::Repay { .. }));
    let last_payment = payments.map(|event| event.on).max();
    (1_i64..)
        .zip(&state.rows)
        .map(|(no, row)| {
            let before = state.rows.iter().filter(|before| before.due < row.due);
            Ok(DueLine {
                no,
                due: row.due,
                amount: row.principal,
                unpaid: row.outstanding_principal(),
                overdue: Money::sum(before.map(lending::Row::outstanding_principal))?,
                last_payment,
                ..borrower.clone()
            })
        })
        .collect()
}

/// Whose instalment it is; the instalment itself is filled in.
fn named(row: &database::Row<'_>, day: Day) -> Result<DueLine> {
    Ok(DueLine {
        loan: row.get("loan")?,
        loan_no: row.get("loan_no")?,
        no: 0,
        party: row.get("party")?,
        name: row.get("borrower")?,
        mobile: row.get("mobile")?,
        project: row.get("project_name")?,
        fund: row.get("fund")?,
        due: day,
        amount: Money::ZERO,
        unpaid: Money::ZERO,
        overdue: Money::ZERO,
        last_payment: None,
    })
}
