//! Fiscal years and their months. The fiscal year of an association is the calendar year and ends on 31 December.

use crate::named::named;
use crate::refusals::{EARLIER_PERIOD_OPEN, PERIOD_CLOSED, PERIOD_NOT_OVER, REOPENING_NEEDS_TWO, YEAR_LOCKED};
use database::{Column, FromColumn, Read, Row, Value, Write, values};
use kernel::id::PersonId;
use kernel::{Day, Failure, Refusal, Result, require};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A month of a fiscal year, written as one number: 202610.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct PeriodId(i32);

impl PeriodId {
    /// The month a day lies in.
    pub fn of(day: Day) -> Self {
        Self(day.year() * 100 + i32::try_from(day.month()).unwrap_or_default())
    }

    pub const fn year(self) -> i32 {
        self.0 / 100
    }

    pub const fn number(self) -> i32 {
        self.0
    }
}

impl FromColumn for PeriodId {
    fn from_column(column: Column<'_>) -> Result<Self> {
        i32::from_column(column).map(Self)
    }
}

impl From<PeriodId> for Value {
    fn from(period: PeriodId) -> Self {
        period.0.into()
    }
}

named! {
    PeriodState {
        Open = "open",
        Closed = "closed",
        /// The year is final; nothing opens it again.
        Locked = "locked",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "FiscalPeriod")]
pub struct Period {
    pub id: PeriodId,
    pub first: Day,
    pub last: Day,
    pub state: PeriodState,
    /// Somebody asked to open the month again, and why; a second person does it.
    pub reopen_asked_by: Option<PersonId>,
    pub reopen_asked_by_name: Option<String>,
    pub reopen_reason: Option<String>,
}

/// Every month of every fiscal year the books know, oldest first.
///
/// # Errors
/// The engine's failure.
pub fn periods(tx: &Read<'_>) -> Result<Vec<Period>> {
    tx.rows(&format!("{SELECT} ORDER BY period.id"), values![], period_row)
}

/// # Errors
/// [`Failure::NotFound`], when nothing was posted in that year yet.
pub fn period(tx: &Read<'_>, id: PeriodId) -> Result<Period> {
    tx.row(&format!("{SELECT} WHERE period.id = $1"), values![id], period_row)?
        .ok_or_else(|| Failure::not_found("period"))
}

/// Opens the twelve months of the year a day lies in, where the books do not know the year yet.
///
/// # Errors
/// [`PERIOD_CLOSED`], when a month of a later year is closed already: what lies before it is closed, too.
pub fn open_year_of(tx: &Write<'_>, day: Day) -> Result<()> {
    if tx.row("SELECT 1 AS known FROM period WHERE id = $1", values![PeriodId::of(day)], |_| Ok(()))?.is_some() {
        return Ok(());
    }
    require_open(tx, day)?;
    for month in 1..=12 {
        let first = Day::from_ymd(day.year(), month, 1)?;
        tx.run(
            "INSERT INTO period (id, first, last, state) VALUES ($1, $2, $3, 'open')",
            values![PeriodId::of(first), first, first.last_of_month()],
        )?;
    }
    Ok(())
}

/// Whether a day lies in a month that takes entries, or would once its year is begun.
///
/// # Errors
/// [`PERIOD_CLOSED`].
pub fn require_open(tx: &Read<'_>, day: Day) -> Result<()> {
    let id = PeriodId::of(day);
    let closed = tx.row(
        "SELECT 1 AS closed FROM period WHERE state <> 'open' AND (id = $1 \
         OR id > $1 AND NOT EXISTS (SELECT 1 FROM period known WHERE known.id = $1))",
        values![id],
        |_| Ok(()),
    )?;
    require(closed.is_none(), Refusal::new(PERIOD_CLOSED).with("period", id.0).at("day"))
}

/// The first day from `day` on that takes entries: the day itself, or the first one of the next open month.
///
/// # Errors
/// The engine's failure.
pub fn first_open_day(tx: &Read<'_>, day: Day) -> Result<Day> {
    match require_open(tx, day) {
        Err(Failure::Refused(refusal)) if refusal.code == PERIOD_CLOSED => {}
        Err(failure) => return Err(failure),
        Ok(()) => return Ok(day),
    }
    let next = "SELECT min(first) AS first FROM period WHERE state = 'open' AND first > $1";
    if let Some(first) = tx.one(next, values![day], |row| row.get::<Option<Day>>("first"))? {
        return Ok(first);
    }
    let last = "SELECT max(last) AS last FROM period WHERE state <> 'open'";
    tx.one(last, values![], |row| row.get::<Option<Day>>("last"))?.map_or(Ok(day), |last| last.plus_days(1))
}

/// Closes a month: nothing is posted into it any more.
///
/// # Errors
/// A month that is closed already, or is not over on `today`; an earlier month that is open still.
pub fn close(tx: &Write<'_>, id: PeriodId, today: Day) -> Result<Period> {
    let found = period(tx, id)?;
    require(found.last < today, Refusal::new(PERIOD_NOT_OVER).with("day", found.last))?;
    require(found.state == PeriodState::Open, Refusal::new(PERIOD_CLOSED).with("period", id.0))?;
    let earlier = tx.row("SELECT id FROM period WHERE state = 'open' AND id < $1 ORDER BY id", values![id], |row| {
        row.get::<PeriodId>("id")
    })?;
    if let Some(earlier) = earlier {
        return Err(Refusal::new(EARLIER_PERIOD_OPEN).with("period", earlier.0).into());
    }
    tx.run(
        "UPDATE period SET state = 'closed', reopen_asked_by = $1, reopen_reason = $2, reopened_by = $3 WHERE id = $4",
        values![None::<String>, None::<String>, None::<String>, id],
    )?;
    period(tx, id)
}

/// Asks for a closed month to be opened again.
///
/// # Errors
/// A month that is open, or locked with its year.
pub fn ask_to_reopen(tx: &Write<'_>, id: PeriodId, by: PersonId, reason: &str) -> Result<Period> {
    let found = period(tx, id)?;
    require(found.state != PeriodState::Locked, Refusal::new(YEAR_LOCKED).with("year", id.year()))?;
    require(found.state == PeriodState::Closed, Failure::not_found("period"))?;
    tx.run(
        "UPDATE period SET reopen_asked_by = $1, reopen_reason = $2 WHERE id = $3",
        values![by, kernel::arabic::tidy_line(reason), id],
    )?;
    period(tx, id)
}

/// Opens a closed month again: a second person does what another one asked for with a reason.
///
/// # Errors
/// `ledger.reopening_needs_two`; a locked year.
pub fn reopen(tx: &Write<'_>, id: PeriodId, by: PersonId) -> Result<Period> {
    let found = period(tx, id)?;
    require(found.state != PeriodState::Locked, Refusal::new(YEAR_LOCKED).with("year", id.year()))?;
    require(found.state == PeriodState::Closed, Failure::not_found("period"))?;
    let asked = found.reopen_asked_by.is_some_and(|asked| asked != by)
        && found.reopen_reason.as_deref().is_some_and(|reason| !reason.is_empty());
    require(asked, REOPENING_NEEDS_TWO)?;
    tx.run("UPDATE period SET state = 'open', reopened_by = $1 WHERE id = $2", values![by, id])?;
    period(tx, id)
}

/// Another person says no: the month stays closed, and nobody asks any more. Whether nobody did is for the caller.
///
/// # Errors
/// A month that is not closed.
pub fn refuse_reopening(tx: &Write<'_>, id: PeriodId) -> Result<Period> {
    require(period(tx, id)?.state == PeriodState::Closed, Failure::not_found("period"))?;
    let sql = "UPDATE period SET reopen_asked_by = $1, reopen_reason = $1 WHERE id = $2";
    tx.run(sql, values![None::<String>, id])?;
    period(tx, id)
}

/// Locks a year for good; all its months must be closed.
///
/// # Errors
/// A month of the year that is open still.
pub fn lock_year(tx: &Write<'_>, year: i32) -> Result<()> {
    let (first, last) = (PeriodId(year * 100 + 1), PeriodId(year * 100 + 12));
    let open = tx.row(
        "SELECT id FROM period WHERE state = 'open' AND id BETWEEN $1 AND $2 ORDER BY id",
        values![first, last],
        |row| row.get::<PeriodId>("id"),
    )?;
    if let Some(open) = open {
        return Err(Refusal::new(EARLIER_PERIOD_OPEN).with("period", open.0).into());
    }
    let locked = tx.run("UPDATE period SET state = 'locked' WHERE id BETWEEN $1 AND $2", values![first, last])?;
    require(locked > 0, Failure::not_found("period"))
}

const SELECT: &str = "SELECT period.id, period.first, period.last, period.state, period.reopen_asked_by, \
                      person.name AS reopen_asked_by_name, period.reopen_reason \
                      FROM period LEFT JOIN user_name person ON person.id = period.reopen_asked_by";

fn period_row(row: &Row<'_>) -> Result<Period> {
    Ok(Period {
        id: row.get("id")?,
        first: row.get("first")?,
        last: row.get("last")?,
        state: row.get("state")?,
        reopen_asked_by: row.get("reopen_asked_by")?,
        reopen_asked_by_name: row.get("reopen_asked_by_name")?,
        reopen_reason: row.get("reopen_reason")?,
    })
}
