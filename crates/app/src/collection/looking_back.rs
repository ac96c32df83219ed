//! A list of loans as it was on a day after which something happened: what the tables say now stands for the loans that
//! did not change since; the others are told again from their state then.

use crate::context::Read;
use crate::dashboard;
use crate::loans::Course;
use database::{Row, Value};
use kernel::id::LoanId;
use kernel::{Day, Result};
use lending::State;
use std::collections::{BTreeMap, BTreeSet};

/// A line of such a list.
pub trait Line: Sized {
    fn loan(&self) -> LoanId;

    /// Whose loan it is, from a row of `borrowers.sql`; how it stood is filled in by [`retold`](Self::retold).
    ///
    /// # Errors
    /// A row that is not as it should be.
    fn named(row: &Row<'_>, day: Day) -> Result<Self>;

    /// The line on a day, of a loan in its state then; none where the loan was not on the list.
    ///
    /// # Errors
    /// Only when sums are beyond what money can be.
    fn retold(self, course: &Course, state: &State, day: Day) -> Result<Option<Self>>;
}

/// The lines as they stood on a day, in no order. `now` are those the tables tell of that day; `narrowed` are the fund
/// and the words of the question.
///
/// # Errors
/// What the database refuses.
pub fn as_they_stood<L: Line>(cx: &Read<'_>, day: Day, now: Vec<L>, narrowed: Vec<Value>) -> Result<Vec<L>> {
    if dashboard::is_present(cx, day)? {
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
    dashboard::each_loan_changed_after(cx, day, |loan, _, course, state| {
        changed.insert(loan);
        if let (Some(line), Some(state)) = (known.remove(&loan), state) {
            then.extend(line.retold(course, state, day)?);
        }
        Ok(())
    })?;
    then.extend(now.into_iter().filter(|line| !changed.contains(&line.loan())));
    Ok(then)
}
