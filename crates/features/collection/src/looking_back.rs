//! A list of loans as it was on a day: what the tables say now stands for the loans that did not change since; the others
//! are told again from their state then.

use super::queries::Words;
use database::{Row, Value};
use kernel::id::{FundId, LoanId};
use kernel::{Day, Result};
use lending::State;
use loans::LoanReplay;
use office::context::Read;
use std::collections::{BTreeMap, BTreeSet};

/// A line of such a list.
pub trait Line: Sized {
    /// The statement that gives the lines of a day from the tables; its values are the day, the fund and the words.
    const FROM_TABLES: &'static str;

    fn loan(&self) -> LoanId;

    /// From a row of that statement.
    ///
    /// # Errors
    /// A row that is not as it should be.
    fn read(row: &Row<'_>, day: Day) -> Result<Self>;

    /// Whose loan it is, from a row of `borrowers.sql`; how it stood is filled in by [`retold`](Self::retold).
    ///
    /// # Errors
    /// A row that is not as it should be.
    fn named(row: &Row<'_>, day: Day) -> Result<Self>;

    /// The line on a day, of a loan in its state then; none where the loan was not on the list.
    ///
    /// # Errors
    /// Only when sums are beyond what money can be.
    fn retold(self, replay: &LoanReplay, state: &State, day: Day) -> Result<Option<Self>>;
}

/// Every line that fits, as it stood on a day, in no order.
///
/// # Errors
/// What the database refuses.
pub fn lines<L: Line>(cx: &Read<'_>, day: Day, words: &Words, fund: Option<FundId>) -> Result<Vec<L>> {
    let narrowed: Vec<Value> =
        std::iter::once(Value::from(fund)).chain(words.iter().cloned().map(Value::from)).collect();
    let of_day: Vec<Value> = std::iter::once(day.into()).chain(narrowed.iter().cloned()).collect();
    let now = cx.rows(L::FROM_TABLES, of_day, |row| L::read(row, day))?;
    if loans::is_present(cx, day)? {
        return Ok(now);
    }
    let mut known = BTreeMap::new();
    cx.rows(include_str!("sql/borrowers.sql"), narrowed, |row| {
        let line = L::named(row, day)?;
        known.insert(line.loan(), line);
        Ok(())
    })?;
    let mut changed = BTreeSet::new();
    let mut then = Vec::new();
    loans::each_loan_changed_after(cx, day, |loan, _, replay, state| {
        changed.insert(loan);
        if let (Some(line), Some(state)) = (known.remove(&loan), state) {
            then.extend(line.retold(replay, state, day)?);
        }
        Ok(())
    })?;
    then.extend(now.into_iter().filter(|line| !changed.contains(&line.loan())));
    Ok(then)
}
