//! Lateness on a day: computed from the rows, by no nightly job.

use crate::plan::Row;
use crate::portfolio::{Collection, Standing};
use crate::state::{State, Status};
use crate::terms::Bucket;
use kernel::{Day, Money, Result};
use serde::Serialize;

/// How late a loan is on a day. A row due on that day is not late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "LoanLateness")]
pub struct Lateness {
    /// What is owed on rows due before the day, fees included.
    pub overdue: Money,
    pub overdue_principal: Money,
    /// The earliest due day among those rows.
    pub overdue_since: Option<Day>,
    /// Days from then to the day; zero when nothing is late. No grace and no pauses.
    pub dpd: i32,
    /// The same without the days of grace and of pauses.
    pub delinquent: i32,
    pub delinquent_since: Option<Day>,
    pub bucket: Option<Bucket>,
    /// What is overdue by the own lateness of each row, no grace and no pauses; buckets with nothing are left out.
    pub row_ageing: Vec<(Bucket, Money)>,
}

impl State {
    /// How late the loan is on a day. For a day in the past, take the state of that day
    /// ([`Loan::replay_on`](crate::Loan::replay_on)).
    ///
    /// # Errors
    /// Only when sums are beyond what money can be.
    pub fn lateness(&self, day: Day) -> Result<Lateness> {
        let open = || self.rows.iter().filter(|row| row.due < day && row.outstanding().is_positive());
        let overdue_since = open().map(|row| row.due).min();
        let dpd = overdue_since.map_or(0, |since| day.days_since(since));
        let paused = overdue_since.map_or(0, |since| self.paused_days(since, day));
        let delinquent = (dpd - self.arrears_grace_days - paused).max(0);
        let delinquent_since = overdue_since.map(|since| since.plus_days(self.arrears_grace_days)).transpose()?;
        let bucket = self.arrears_buckets.iter().copied().find(|bucket| bucket.contains(delinquent));
        let mut row_ageing = Vec::new();
        for &bucket in &self.arrears_buckets {
            let lies_in = |row: &&Row| bucket.contains(day.days_since(row.due));
            let amount = Money::sum(open().filter(lies_in).map(Row::outstanding))?;
            if amount.is_positive() {
                row_ageing.push((bucket, amount));
            }
        }
        Ok(Lateness {
            overdue: Money::sum(open().map(Row::outstanding))?,
            overdue_principal: Money::sum(open().map(Row::outstanding_principal))?,
            overdue_since,
            dpd,
            delinquent,
            delinquent_since,
            bucket,
            row_ageing,
        })
    }

    /// Days `since` ≤ day < `until` that lie in a pause; a day in two pauses counts once.
    fn paused_days(&self, since: Day, until: Day) -> i32 {
        let mut pauses = self.pauses.clone();
        pauses.sort_by_key(|pause| pause.from);
        let mut counted_until = since;
        let mut days = 0;
        for pause in pauses {
            let from = pause.from.max(counted_until);
            let end = pause.until.min(until);
            if from < end {
                days += end.days_since(from);
                counted_until = end;
            }
        }
        days
    }

    /// What this loan adds to the measures of the portfolio on a day. Written off, it adds nothing.
    ///
    /// # Errors
    /// Only when sums are beyond what money can be.
    pub fn standing(&self, day: Day) -> Result<Standing> {
        if self.status == Status::WrittenOff {
            return Ok(Standing::default());
        }
        let Lateness { dpd, overdue_principal, .. } = self.lateness(day)?;
        Ok(Standing { outstanding: self.outstanding_principal(), dpd, overdue: overdue_principal })
    }

    /// What fell due until the end of a day, principal and fees, and what was collected on it.
    ///
    /// # Errors
    /// Only when sums are beyond what money can be.
    pub fn collection(&self, day: Day) -> Result<Collection> {
        let fallen_due = || self.rows.iter().filter(|row| row.due <= day);
        let collected = Money::sum(fallen_due().map(Row::paid))?;
        let outstanding = Money::sum(fallen_due().map(Row::outstanding))?;
        Ok(Collection { fallen_due: collected.plus(outstanding)?, collected })
    }
}
