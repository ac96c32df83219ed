//! The terms of one loan: what a person sets, before anything has happened to it.

use crate::dates::{MonthDay, Period, Series};
use crate::fraction::Share;
use crate::holidays::WorkCalendar;
use crate::refusals::{
    BUCKETS_WRONG, CALENDAR_WITHOUT_WORKING_DAY, GRACE_TOO_LONG, HOLIDAY_BACKWARDS, MONTH_DAY_WITHOUT_MONTHS,
    PRINCIPAL_MISSING, UNIT_MISSING, UPFRONT_TOO_LARGE,
};
use crate::split::Split;
use kernel::{Day, Money, Refusal, Result, require};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU16;

/// The most rows a plan may have, whatever happens to it: daily instalments over 27 years.
pub const MOST_ROWS: usize = 10_000;

/// From which day the nominal days are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LoanBasis")]
pub enum Basis {
    /// The day the money was paid out.
    #[default]
    Payout,
    /// The day the application was submitted. Where the first nominal day would not lie after the payout, the series is
    /// pushed on by whole periods until it does.
    Submission(Day),
}

/// Where money paid before its day goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LoanAdvance")]
pub enum Advance {
    /// To the earliest of the later rows.
    #[default]
    Next,
    /// To the latest row, and backwards.
    Last,
    /// In equal parts over all later rows.
    Spread,
}

/// A range of days of lateness, both ends included; no end when `to` is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ArrearsBucket")]
pub struct Bucket {
    pub from: i32,
    pub to: Option<i32>,
}

impl Bucket {
    pub const fn new(from: i32, to: Option<i32>) -> Self {
        Self { from, to }
    }

    pub fn contains(self, days: i32) -> bool {
        self.from <= days && self.to.is_none_or(|to| days <= to)
    }

    /// 1–30, 31–60, 61–90, 91–180 and more than 180 days.
    pub fn usual() -> Vec<Self> {
        let ends = [(1, Some(30)), (31, Some(60)), (61, Some(90)), (91, Some(180)), (181, None)];
        ends.into_iter().map(|(from, to)| Self { from, to }).collect()
    }
}

/// The terms of one interest-free loan. [`Loan::new`](crate::Loan::new) says whether a plan can be made of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "LoanTerms")]
pub struct Terms {
    /// Paid out on the payout day; later tranches are events.
    pub principal: Money,
    /// Rows of the plan, without the row that is due at once.
    pub instalments: NonZeroU16,
    pub every: Period,
    /// The day of payout, as planned.
    pub start: Day,
    /// The day of payout as it really was; it replaces `start` everywhere.
    pub disbursed: Option<Day>,
    pub basis: Basis,
    /// The first due day as entered; it is then the anchor.
    pub first_due: Option<Day>,
    /// The least days from payout to the first nominal day.
    pub min_days_to_first_due: Option<u16>,
    /// Other than `same_day` only with Gregorian months.
    pub month_day: MonthDay,
    /// The last nominal day lies this long after payout, and after the one before it; such a loan is never extended.
    pub length: Option<Period>,
    /// Instalments are rounded to this unit: a halala or a riyal.
    pub unit: Money,
    /// The share of the money that is due on the payout day itself.
    pub upfront: Share,
    /// Leading rows of zero.
    pub grace: u16,
    /// Whether the rows of zero are among the instalments, instead of being added.
    pub grace_within: bool,
    pub split: Split,
    pub calendar: WorkCalendar,
    /// Whether the fee of a row is paid before its principal.
    pub fee_first: bool,
    pub advance: Advance,
    /// Days of lateness that are not yet called delinquent.
    pub arrears_grace_days: u16,
    pub arrears_buckets: Vec<Bucket>,
}

impl Terms {
    /// The plainest loan: equal rows to the halala, no grace, no holidays, money paid early goes to the next row.
    pub fn plain(principal: Money, instalments: NonZeroU16, every: Period, start: Day) -> Self {
        Self {
            principal,
            instalments,
            every,
            start,
            disbursed: None,
            basis: Basis::default(),
            first_due: None,
            min_days_to_first_due: None,
            month_day: MonthDay::default(),
            length: None,
            unit: Money::from(1),
            upfront: Share::NONE,
            grace: 0,
            grace_within: false,
            split: Split::default(),
            calendar: WorkCalendar::default(),
            fee_first: false,
            advance: Advance::default(),
            arrears_grace_days: 0,
            arrears_buckets: Bucket::usual(),
        }
    }

    /// The day of payout as it really was, as far as that is known.
    pub fn payout(&self) -> Day {
        self.disbursed.unwrap_or(self.start)
    }

    /// How many rows the money is split over, and how many rows of zero stand before them.
    pub(crate) fn split_rows(&self) -> (usize, usize) {
        let (rows, grace) = (usize::from(self.instalments.get()), usize::from(self.grace));
        if self.grace_within { (rows.saturating_sub(grace), grace) } else { (rows, grace) }
    }

    /// The nominal days of the plan, and the step of the first row.
    ///
    /// # Errors
    /// Refused where the calendar ends.
    pub(crate) fn series(&self) -> Result<(Series, i32)> {
        let from = |anchor| Series { anchor, period: self.every, month_day: self.month_day };
        let basis_day = match self.basis {
            Basis::Payout => self.payout(),
            Basis::Submission(day) => day,
        };
        let (series, first) = match self.first_due {
            Some(day) => (from(day), 0),
            None => (from(basis_day), from(basis_day).first_step_after(self.payout())?.max(1)),
        };
        let least = i32::from(self.min_days_to_first_due.unwrap_or(0));
        if self.min_days_to_first_due.is_some() && series.nominal(first)?.days_since(self.payout()) < least {
            return Ok((from(self.payout().plus_days(least)?), 0));
        }
        Ok((series, first))
    }

    /// Guards of single fields; whether rounding and days work out shows when the plan is made.
    ///
    /// # Errors
    /// Which field cannot be as it is.
    pub(crate) fn check(&self) -> Result<()> {
        let (rows, _) = self.split_rows();
        let months = matches!(self.every, Period::Months(_));
        require(self.principal.is_positive(), Refusal::new(PRINCIPAL_MISSING).at("principal"))?;
        require(self.unit.is_positive(), Refusal::new(UNIT_MISSING).at("unit"))?;
        require(self.upfront <= Share::ALL, Refusal::new(UPFRONT_TOO_LARGE).at("upfront"))?;
        require(rows > 0, Refusal::new(GRACE_TOO_LONG).with("instalments", self.instalments).at("grace"))?;
        require(months || self.month_day == MonthDay::SameDay, Refusal::new(MONTH_DAY_WITHOUT_MONTHS).at("month_day"))?;
        require(self.calendar.leaves_a_working_day(), Refusal::new(CALENDAR_WITHOUT_WORKING_DAY).at("weekend"))?;
        for holiday in &self.calendar.holidays {
            let backwards = Refusal::new(HOLIDAY_BACKWARDS).with("from", holiday.from).with("to", holiday.to);
            require(holiday.from <= holiday.to, backwards.at("holidays"))?;
        }
        for bucket in &self.arrears_buckets {
            let forwards = bucket.to.is_none_or(|to| bucket.from <= to);
            require(forwards, Refusal::new(BUCKETS_WRONG).with("from", bucket.from).at("arrears_buckets"))?;
        }
        Ok(())
    }
}
