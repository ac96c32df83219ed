//! A part of a whole, and the period it is counted in.

use crate::decimal::{narrowed, rounded};
use crate::refusals::PERIOD;
use kernel::{Day, Refusal, Result, require};
use serde::Serialize;

/// So many of so many, and its per cent. Of nothing there is no per cent: «no data», never 0 %.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, ts_rs::TS)]
pub struct Portion {
    #[ts(type = "number")]
    n: u64,
    #[ts(type = "number")]
    of: u64,
    #[ts(type = "number | null")]
    percent: Option<i64>,
}

impl Portion {
    /// `n` of `of`. The per cent is whole, a half away from zero, and not cut at a hundred: answers may outnumber requests.
    pub fn new(n: u64, of: u64) -> Self {
        Self { n, of, percent: percent(n.into(), of.into()) }
    }

    /// Counts what was judged: how many held, of all.
    pub(crate) fn count(judged: impl IntoIterator<Item = bool>) -> Self {
        let (mut n, mut of) = (0, 0);
        for holds in judged {
            of += 1;
            n += u64::from(holds);
        }
        Self::new(n, of)
    }

    pub const fn n(self) -> u64 {
        self.n
    }

    pub const fn of(self) -> u64 {
        self.of
    }

    /// In whole per cent; none when there is nothing to divide by.
    pub const fn percent(self) -> Option<i64> {
        self.percent
    }
}

/// Whole per cent of an exact fraction, a half away from zero; none when there is nothing to divide by.
pub(crate) fn percent(part: i128, whole: i128) -> Option<i64> {
    rounded(100 * part, whole).map(narrowed)
}

/// The days a figure is of, both ends included. Nothing that happened after the last one is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    from: Day,
    to: Day,
}

impl Period {
    /// # Errors
    /// Refused when it ends before it begins.
    pub fn new(from: Day, to: Day) -> Result<Self> {
        require(from <= to, Refusal::new(PERIOD).with("from", from).with("to", to).at("to"))?;
        Ok(Self { from, to })
    }

    pub const fn from(self) -> Day {
        self.from
    }

    pub const fn to(self) -> Day {
        self.to
    }

    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether a day is known and lies in the period.
    pub(crate) fn holds(self, day: Option<Day>) -> bool {
        day.is_some_and(|day| self.contains(day))
    }

    /// The day, if it is not after the period.
    pub(crate) fn known(self, day: Option<Day>) -> Option<Day> {
        day.filter(|day| *day <= self.to)
    }
}
