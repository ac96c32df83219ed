//! What both sides owed each other in a period, for a report that stands above: promises with what became of them, and
//! visits that were planned.

use crate::measures::{in_time, promise_kept};
use crate::model::{CommitmentState, PromiseKept, PromiseSide};
use crate::settings;
use database::values;
use kernel::id::SubjectId;
use kernel::{Day, Result};
use office::context::Read;

/// A promise that fell due or was judged in a period, or is late at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseBothWays {
    pub subject_kind: String,
    pub subject: SubjectId,
    pub side: PromiseSide,
    pub text: String,
    pub due: Day,
    /// None where it does not count in the period: excused, not over yet, or due before it.
    pub kept: Option<bool>,
    /// Days after its day at the end of the period, where it is still not kept; 0 for the others.
    pub days_late: i32,
}

/// A visit that was planned in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitBothWays {
    pub subject_kind: String,
    pub subject: SubjectId,
    /// None where it may still come in time.
    pub in_time: Option<bool>,
}

/// # Errors
/// What the database refuses.
pub fn promises_both_ways(cx: &Read<'_>, from: Day, until: Day) -> Result<Vec<PromiseBothWays>> {
    // What was due before and was never kept is late still.
    let mut all = cx.rows(include_str!("sql/promises_due.sql"), values![Day::FIRST, until], |row| {
        let due: Day = row.get("day")?;
        let excused = row.get::<CommitmentState>("state")? == CommitmentState::Excused;
        let met: Option<Day> = row.get("met_on")?;
        let open = !excused && met.is_none_or(|met| met > until);
        Ok(PromiseBothWays {
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject")?,
            side: row.get("side")?,
            text: row.get("text")?,
            due,
            kept: promise_kept(due, met, excused, until).filter(|_| due >= from),
            days_late: if open { until.days_since(due).max(0) } else { 0 },
        })
    })?;
    all.extend(cx.rows(include_str!("sql/promises_judged.sql"), values![from, until], |row| {
        Ok(PromiseBothWays {
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject")?,
            side: row.get("side")?,
            text: row.get("text")?,
            due: row.get("day")?,
            kept: Some(row.get::<PromiseKept>("kept")? == PromiseKept::Kept),
            days_late: 0,
        })
    })?);
    all.retain(|promise| promise.kept.is_some() || promise.days_late > 0);
    all.sort_by_key(|promise| promise.due);
    Ok(all)
}

/// # Errors
/// What the database refuses; a day beyond the calendar.
pub fn visits_both_ways(cx: &Read<'_>, from: Day, until: Day) -> Result<Vec<VisitBothWays>> {
    let tolerance = settings::settings(cx)?.tolerance;
    let sql = "SELECT subject_kind, subject, planned_on, done_on FROM activity \
               WHERE planned_on BETWEEN $1 AND $2 AND state <> 'cancelled' AND unplanned = 0";
    cx.rows(sql, values![from, until], |row| {
        Ok(VisitBothWays {
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject")?,
            in_time: in_time(row.get("planned_on")?, row.get("done_on")?, until, tolerance)?,
        })
    })
}
