//! Loans that are late on a day.

use super::looking_back::Line;
use super::model::{LateBand, LateLine};
use database::Row;
use kernel::id::LoanId;
use kernel::{Day, Money, Result};
use lending::{EventKind, State};
use loans::LoanReplay;

impl LateBand {
    /// From the shortest to the longest.
    pub const ALL: &'static [Self] =
        &[Self::Days1To30, Self::Days31To60, Self::Days61To90, Self::Days91To180, Self::Over180];

    /// The band of a lateness of one day or more; the edges are the board's.
    pub fn of(dpd: i32) -> Self {
        match loans::band_of(dpd) {
            0 | 1 => Self::Days1To30,
            2 => Self::Days31To60,
            3 => Self::Days61To90,
            4 => Self::Days91To180,
            _ => Self::Over180,
        }
    }
}

impl Line for LateLine {
    const FROM_TABLES: &'static str = include_str!("sql/late.sql");

    fn loan(&self) -> LoanId {
        self.loan
    }

    fn read(row: &Row<'_>, day: Day) -> Result<Self> {
        line(row, day)
    }

    fn named(row: &Row<'_>, day: Day) -> Result<Self> {
        named(row, day)
    }

    fn retold(self, replay: &LoanReplay, state: &State, day: Day) -> Result<Option<Self>> {
        let lateness = state.lateness(day)?;
        let Some(since) = lateness.overdue_since else { return Ok(None) };
        Ok(Some(Self {
            dpd: lateness.dpd,
            band: LateBand::of(lateness.dpd),
            since,
            overdue: lateness.overdue,
            outstanding: state.outstanding_principal(),
            last_payment: last_payment(replay, state),
            ..self
        }))
    }
}

/// The day of the newest repayment that stands.
fn last_payment(replay: &LoanReplay, state: &State) -> Option<Day> {
    let standing = state.allocations.iter().filter_map(|allocation| replay.event(allocation.place));
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
