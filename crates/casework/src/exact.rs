//! Exact fractions of halalas and per cents, rounded once. What is divided by is looked at first: of nothing there is no
//! share, and never a share of zero.

use kernel::{Money, Result};
use lending::Fraction;
use serde::{Deserialize, Serialize};
use std::fmt;

/// `part` in per cent of `whole`, rounded to a whole number, a half away from zero; none unless the whole is above zero.
pub(crate) fn percent(part: i128, whole: i128) -> Option<i64> {
    (whole > 0).then(|| clamped(Fraction::new(100 * part, whole).half_away()))
}

/// Whole halalas out of an exact computation.
///
/// # Errors
/// Refused when the amount is larger than money can be.
pub(crate) fn halalas(amount: i128) -> Result<Money> {
    Money::from_halalas(i64::try_from(amount).unwrap_or(i64::MAX))
}

/// Numbers beyond 64 bits come of no real case; they stay at the end of the range.
fn clamped(number: i128) -> i64 {
    i64::try_from(number).unwrap_or(if number < 0 { i64::MIN } else { i64::MAX })
}

/// A percentage with one decimal, rounded once, a half away from zero: `16.7`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
#[ts(type = "number", rename = "TenthsOfPercent")]
pub struct Tenths(i64);

impl Tenths {
    /// `part` of `whole`; none unless the whole is above zero.
    pub fn of(part: Money, whole: Money) -> Option<Self> {
        let (part, whole) = (i128::from(part.halalas()), i128::from(whole.halalas()));
        (whole > 0).then(|| Self(clamped(Fraction::new(1_000 * part, whole).half_away())))
    }

    /// Tenths of a per cent: 167 is 16.7 %.
    pub const fn tenths(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        f.pad(&format!("{sign}{}.{}", self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_nothing_is_none_and_the_rest_is_rounded_once() {
        let tenths = |part, whole| Tenths::of(Money::from(part), Money::from(whole)).map(|share| share.to_string());
        assert_eq!(tenths(300, 1_800).as_deref(), Some("16.7"));
        assert_eq!(tenths(1, 2_000).as_deref(), Some("0.1"), "0.05 goes away from zero");
        assert_eq!(tenths(-1, 2_000).as_deref(), Some("-0.1"));
        assert_eq!((tenths(1, 0), tenths(1, -5)), (None, None));
        assert_eq!((percent(1, 200), percent(-1, 200), percent(1, 0)), (Some(1), Some(-1), None));
    }
}
