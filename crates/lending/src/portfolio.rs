//! Measures over many loans. No rate stands alone: the arrears rate beside the portfolio at risk, and what was written
//! off or restructured on lines of its own.

use crate::fraction::{Fraction, Share};
use crate::terms::Bucket;
use kernel::{Failure, Money, Result, require};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::num::NonZeroU16;

/// A percentage in hundredths, a half rounded to the even one: 7619 is 76.19 %.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Rate(i64);

impl Rate {
    /// `part` of `whole`; zero when the whole is not above zero, because nothing is at risk of nothing.
    pub fn of(part: Money, whole: Money) -> Self {
        if !whole.is_positive() {
            return Self(0);
        }
        let rate = Fraction::new(i128::from(part.halalas()) * 10_000, i128::from(whole.halalas())).half_even();
        Self(i64::try_from(rate).unwrap_or(i64::MAX))
    }

    /// Hundredths of a per cent.
    pub const fn hundredths(self) -> i64 {
        self.0
    }
}

/// Two decimals: `76.19`.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        f.pad(&format!("{sign}{}.{:02}", self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100))
    }
}

/// What one loan adds to the measures, principal only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "LoanStanding")]
pub struct Standing {
    /// Rows not yet due included.
    pub outstanding: Money,
    /// Days past due of the earliest open row, without grace and pauses.
    pub dpd: i32,
    pub overdue: Money,
}

/// What fell due, and what was collected on it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "PortfolioCollection")]
pub struct Collection {
    pub fallen_due: Money,
    pub collected: Money,
}

impl Collection {
    /// Both sums over many loans.
    ///
    /// # Errors
    /// Only when sums are beyond what money can be.
    pub fn sum(collections: &[Self]) -> Result<Self> {
        let fallen_due = Money::sum(collections.iter().map(|collection| collection.fallen_due))?;
        let collected = Money::sum(collections.iter().map(|collection| collection.collected))?;
        Ok(Self { fallen_due, collected })
    }

    /// The collection rate: collected ÷ fallen due.
    pub fn rate(&self) -> Rate {
        Rate::of(self.collected, self.fallen_due)
    }
}

/// The outstanding principal of the loans whose lateness lies in a band, and its share of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "PortfolioBand")]
pub struct Band {
    pub days: Bucket,
    pub outstanding: Money,
    pub share: Rate,
}

/// Loans looked at on one day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Portfolio {
    loans: Vec<Standing>,
    outstanding: Money,
    overdue: Money,
}

impl Portfolio {
    /// # Errors
    /// Only when sums are beyond what money can be.
    pub fn new(loans: Vec<Standing>) -> Result<Self> {
        let outstanding = Money::sum(loans.iter().map(|loan| loan.outstanding))?;
        let overdue = Money::sum(loans.iter().map(|loan| loan.overdue))?;
        Ok(Self { loans, outstanding, overdue })
    }

    pub fn loans(&self) -> &[Standing] {
        &self.loans
    }

    /// Outstanding principal, rows not yet due included.
    pub fn outstanding(&self) -> Money {
        self.outstanding
    }

    pub fn overdue_principal(&self) -> Money {
        self.overdue
    }

    /// Portfolio at risk: the whole outstanding principal of loans more than `days` past due ÷ all of it. No grace and
    /// no pauses. `par(0)` counts every loan that is late at all.
    ///
    /// # Errors
    /// Only when sums are beyond what money can be.
    pub fn par(&self, days: i32) -> Result<Rate> {
        Ok(Rate::of(self.outstanding_where(|dpd| dpd > days)?, self.outstanding))
    }

    /// Overdue principal ÷ outstanding principal: another, smaller number, which others print as portfolio at risk.
    pub fn arrears_rate(&self) -> Rate {
        Rate::of(self.overdue, self.outstanding)
    }

    /// The outstanding principal by days past due.
    ///
    /// # Errors
    /// Only when sums are beyond what money can be.
    pub fn bands(&self, bands: &[Bucket]) -> Result<Vec<Band>> {
        let band = |&days: &Bucket| {
            let outstanding = self.outstanding_where(|dpd| days.contains(dpd))?;
            Ok(Band { days, outstanding, share: Rate::of(outstanding, self.outstanding) })
        };
        bands.iter().map(band).collect()
    }

    fn outstanding_where(&self, holds: impl Fn(i32) -> bool) -> Result<Money> {
        Money::sum(self.loans.iter().filter(|loan| holds(loan.dpd)).map(|loan| loan.outstanding))
    }
}

/// What is to be set aside for each band: its share of the outstanding principal, to the halala. One share for each band.
///
/// # Errors
/// Broken when there are more bands than shares or the other way round.
pub fn provision(bands: &[Band], shares: &[Share]) -> Result<Vec<Money>> {
    require(bands.len() == shares.len(), Failure::broken("bands and shares of a provision that do not match"))?;
    bands.iter().zip(shares).map(|(band, share)| share.of(band.outstanding)).collect()
}

/// What a collection rate costs in a year, in whole per cent of the portfolio: 2(1 − c) ÷ T, with T the term in years
/// (the annual loan-loss rate of micro-lenders).
pub fn annual_loss_percent(collected: Share, term_months: NonZeroU16) -> i64 {
    let (collected, whole) = collected.parts();
    let numerator = 100 * 2 * 12 * (whole - collected);
    let loss = Fraction::new(numerator, whole * i128::from(term_months.get())).half_even();
    i64::try_from(loss).unwrap_or(i64::MAX)
}
