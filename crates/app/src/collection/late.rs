//! Loans that are late on a day: from the tables the loans keep; for a day after which something happened, the loans that
//! changed since are replayed as they were known then.

use super::model::{LateBand, LateLine};
use super::queries::Words;
use crate::context::Read;
use crate::dashboard;
use crate::loans::Course;
use database::{Row, Value};
use kernel::id::{FundId, LoanId};
use kernel::{Day, Money, Result};
use lending::{EventKind, State};
use std::collections::{BTreeMap, BTreeSet};

impl LateBand {
    /// From the shortest to the longest.
    pub const ALL: &'static [Self] =
        &[Self::Days1To30, Self::Days31To60, Self::Days61To90, Self::Days91To180, Self::Over180];

    /// The band of a lateness of one day or more; the edges are the board's.
    pub fn of(dpd: i32) -> Self {
        match dashboard::band_of(dpd) {
            0 | 1 => Self::Days1To30,
            2 => Self::Days31To60,
            3 => Self::Days61To90,
            4 => Self::Days91To180,
            _ => Self::Over180,
        }
    }
}

/// Every late loan that fits, in no order.
///
/// # Errors
/// What the database refuses.
pub fn lines(cx: &Read<'_>, day: Day, words: &Words, fund: Option<FundId>) -> Result<Vec<LateLine>> {
    let mut narrowed = vec![Value::from(fund)];
    narrowed.extend(words.iter().cloned().map(Value::from));
    let mut of_day = vec![day.into()];
    of_day.extend(narrowed.iter().cloned());
    let mut late = cx.rows(include_str!("sql/late.sql"), of_day, |row| line(row, day))?;
    if dashboard::is_present(cx, day)? {
        return Ok(late);
    }
    let mut known = BTreeMap::new();
    cx.rows(include_str!("sql/borrowers.sql"), narrowed, |row| {
        known.insert(row.get::<LoanId>("loan")?, named(row, day)?);
        Ok(())
    })?;
    let mut changed = BTreeSet::new();
    let mut late_then = Vec::new();
    dashboard::each_loan_changed_after(cx, day, |loan, _, course, state| {
        changed.insert(loan);
        let (Some(line), Some(state)) = (known.remove(&loan), state) else { return Ok(()) };
        let lateness = state.lateness(day)?;
        if let Some(since) = lateness.overdue_since {
            late_then.push(LateLine {
                dpd: lateness.dpd,
                band: LateBand::of(lateness.dpd),
                since,
                overdue: lateness.overdue,
                outstanding: state.outstanding_principal(),
                last_payment: last_payment(course, state),
                ..line
            });
        }
        Ok(())
    })?;
    late.retain(|line| !changed.contains(&line.loan));
    late.append(&mut late_then);
    Ok(late)
}

/// The day of the newest repayment that stands.
fn last_payment(course: &Course, state: &State) -> Option<Day> {
    let standing = state.allocations.iter().filter_map(|allocation| course.event(allocation.place));
    standing.filter(|event| matches!(event.kind, EventKind::Repay { .. })).map(|event| event.on).max()
}

fn line(row: &Row<'_>, day: Day) -> Result<LateLine> {
    let since: Day = row.get("next_due")?;
    let dpd = day.days_since(since);
    Ok(LateLine {
        dpd,
        band: LateBand::of(dpd),
        since,
        overdue: row.get("overdue")?,
        outstanding: row.get("outstanding")?,
        last_payment: row.get("last_paid_on")?,
        ..named(row, day)?
    })
}

/// Who owes; how much and since when is filled in later.
fn named(row: &Row<'_>, day: Day) -> Result<LateLine> {
    Ok(LateLine {
        loan: row.get("loan")?,
        loan_no: row.get("loan_no")?,
        party: row.get("party")?,
        name: row.get("borrower")?,
        mobile: row.get("mobile")?,
        project: row.get("project_name")?,
        fund: row.get("fund")?,
        dpd: 0,
        band: LateBand::Days1To30,
        since: day,
        overdue: Money::ZERO,
        outstanding: Money::ZERO,
        last_payment: None,
    })
}
