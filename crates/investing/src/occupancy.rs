//! How many of the units that are owned are let, on a day and over a period.

use crate::shares::percent_of;
use kernel::{Day, Result};

/// A unit that is owned from one day on, and until the day it is sold, which does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owned<K> {
    pub unit: K,
    pub from: Day,
    pub sold: Option<Day>,
}

/// A unit is let from one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Let<K> {
    pub unit: K,
    pub first: Day,
    pub last: Day,
}

/// Over a period: days of units that were let, of days of units that were owned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Occupancy {
    pub let_days: i64,
    pub owned_days: i64,
}

impl Occupancy {
    /// In hundredths of a per cent; none where nothing was owned.
    pub fn percent(self) -> Option<i64> {
        percent_of(self.let_days, self.owned_days)
    }
}

impl<K: PartialEq> Owned<K> {
    fn on(&self, day: Day) -> bool {
        self.from <= day && self.sold.is_none_or(|sold| day < sold)
    }
}

/// How many of the owned units are let on a day.
pub fn let_on<K: PartialEq>(owned: &[Owned<K>], lets: &[Let<K>], day: Day) -> (usize, usize) {
    let there: Vec<&Owned<K>> = owned.iter().filter(|one| one.on(day)).collect();
    let is_let = |unit: &K| lets.iter().any(|one| one.unit == *unit && one.first <= day && day <= one.last);
    (there.iter().filter(|one| is_let(&one.unit)).count(), there.len())
}

/// Let and owned days of units within a period, both ends included. Leases of one unit share no day.
///
/// # Errors
/// Where the calendar ends.
pub fn occupancy<K: PartialEq>(owned: &[Owned<K>], lets: &[Let<K>], from: Day, until: Day) -> Result<Occupancy> {
    let mut sum = Occupancy::default();
    for one in owned {
        let last = one.sold.map(|sold| sold.plus_days(-1)).transpose()?.map_or(until, |last| last.min(until));
        let first = one.from.max(from);
        sum.owned_days += days(first, last);
        for lease in lets.iter().filter(|lease| lease.unit == one.unit) {
            sum.let_days += days(lease.first.max(first), lease.last.min(last));
        }
    }
    Ok(sum)
}

fn days(first: Day, last: Day) -> i64 {
    i64::from((last.days_since(first) + 1).max(0))
}
