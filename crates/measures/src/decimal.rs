//! Exact numbers: decimals that come in, and figures rounded once for being shown. No float comes near them.

use kernel::{Failure, Money, Result};
use lending::Fraction;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Millionths in one.
const SCALE: i64 = 1_000_000;
const DECIMALS: usize = 6;
/// Digits before the point.
const WHOLE_DIGITS: usize = 12;

/// An exact decimal number: at most twelve digits before the point and six after it. What is measured or set comes in as
/// one: hours, scores, a baseline, a percentage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Decimal(i64);

impl Decimal {
    pub const ZERO: Self = Self(0);
    pub const HUNDRED: Self = Self(100 * SCALE);

    /// Millionths, for computations with other fractions.
    pub(crate) const fn millionths(self) -> i128 {
        self.0 as i128
    }

    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

impl From<i32> for Decimal {
    fn from(whole: i32) -> Self {
        Self(i64::from(whole) * SCALE)
    }
}

/// Reads plain decimal text as files and databases hold it: `12`, `-0.5`.
///
/// # Errors
/// Broken when the text is anything else, or longer than a decimal may be.
impl std::str::FromStr for Decimal {
    type Err = Failure;
    fn from_str(text: &str) -> Result<Self> {
        let malformed = || Failure::broken(format!("not a plain decimal number: {text}"));
        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        let digits =
            |part: &str, most| !part.is_empty() && part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole, WHOLE_DIGITS) || !digits(fraction, DECIMALS) {
            return Err(malformed());
        }
        let millionths: i64 = format!("{whole}{fraction:0<DECIMALS$}").parse().map_err(|_| malformed())?;
        Ok(Self(if negative { -millionths } else { millionths }))
    }
}

/// Plain decimal text without needless zeros: `12`, `-0.5`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let (scale, all) = (SCALE.unsigned_abs(), self.0.unsigned_abs());
        let text = format!("{sign}{}.{:0DECIMALS$}", all / scale, all % scale);
        f.pad(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl From<Decimal> for String {
    fn from(decimal: Decimal) -> Self {
        decimal.to_string()
    }
}

impl TryFrom<String> for Decimal {
    type Error = Failure;
    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

/// To the nearest whole number, a half away from zero: the one rule of rounding here, used once for each figure.
/// None when there is nothing to divide by.
pub(crate) fn rounded(numerator: i128, denominator: i128) -> Option<i128> {
    if denominator == 0 {
        return None;
    }
    let sign = denominator.signum();
    Some(Fraction::new(sign * numerator, sign * denominator).half_away())
}

/// A whole number in the range of what is shown; what lies beyond stays at its end.
pub(crate) fn narrowed(number: i128) -> i64 {
    i64::try_from(number).unwrap_or(if number < 0 { i64::MIN } else { i64::MAX })
}

/// Whole halalas out of an exact computation.
///
/// # Errors
/// Refused when the amount is larger than money can be.
pub(crate) fn halalas(amount: i128) -> Result<Money> {
    Money::from_halalas(narrowed(amount))
}

/// Twice the middle one of some numbers, which is exact also when two stand in the middle. None of none.
pub(crate) fn doubled_median(mut numbers: Vec<i128>) -> Option<i128> {
    numbers.sort_unstable();
    let middle = numbers.len() / 2;
    let upper = *numbers.get(middle)?;
    let lower = if numbers.len().is_multiple_of(2) { *numbers.get(middle.checked_sub(1)?)? } else { upper };
    Some(lower + upper)
}

/// A figure shown with a fixed number of decimals.
macro_rules! figure {
    ($(#[$doc:meta])* $name:ident, $type_name:literal, $per_one:literal, $places:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ts_rs::TS)]
        #[serde(into = "String")]
        #[ts(rename = $type_name, type = "string")]
        pub struct $name(i64);

        impl $name {
            /// A fraction, rounded half away from zero; none when there is nothing to divide by.
            pub(crate) fn of(numerator: i128, denominator: i128) -> Option<Self> {
                rounded(numerator * $per_one, denominator).map(|parts| Self(narrowed(parts)))
            }

            /// How many of these parts it is, without its decimals.
            pub const fn parts(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let sign = if self.0 < 0 { "-" } else { "" };
                let (one, all) = ($per_one as u64, self.0.unsigned_abs());
                f.pad(&format!("{sign}{}.{:0width$}", all / one, all % one, width = $places))
            }
        }

        impl From<$name> for String {
            fn from(figure: $name) -> Self {
                figure.to_string()
            }
        }
    };
}

figure! {
    /// A figure with one decimal: `28.6`.
    Tenths, "FigureTenths", 10, 1
}
figure! {
    /// A figure with two decimals: `-0.33`.
    Hundredths, "FigureHundredths", 100, 2
}

/// The median of whole numbers, exact: whole (`7`), or with a half (`2.5`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ts_rs::TS)]
#[serde(into = "String")]
#[ts(type = "string")]
pub struct Median {
    /// Twice the median, so that a half stays exact.
    doubled: i64,
}

impl Median {
    /// None of no numbers.
    pub(crate) fn of(numbers: impl IntoIterator<Item = i64>) -> Option<Self> {
        let doubled = doubled_median(numbers.into_iter().map(i128::from).collect())?;
        Some(Self { doubled: narrowed(doubled) })
    }

    /// Twice the median.
    pub const fn doubled(self) -> i64 {
        self.doubled
    }
}

impl fmt::Display for Median {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.doubled < 0 { "-" } else { "" };
        let half = if self.doubled % 2 == 0 { "" } else { ".5" };
        f.pad(&format!("{sign}{}{half}", self.doubled.unsigned_abs() / 2))
    }
}

impl From<Median> for String {
    fn from(median: Median) -> Self {
        median.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_and_written_exactly() {
        for text in ["0", "12", "-0.5", "2950", "0.000001", "-999999999999.999999"] {
            assert_eq!(text.parse::<Decimal>().unwrap().to_string(), text);
        }
        assert_eq!("8.0".parse::<Decimal>(), Ok(Decimal::from(8)));
        for text in ["", ".", "1.", ".5", "+1", "1e2", "0,5", "--1", "0.0000001", "1000000000000", "٣"] {
            assert!(text.parse::<Decimal>().is_err(), "{text} is no decimal number");
        }
    }

    #[test]
    fn a_half_goes_away_from_zero_on_either_side() {
        let halves: Vec<_> = [-3, -1, 1, 3].iter().map(|half| rounded(*half, 2)).collect();
        assert_eq!(halves, [Some(-2), Some(-1), Some(1), Some(2)]);
        assert_eq!(rounded(1, -2), Some(-1), "the sign may stand below");
        assert_eq!((rounded(0, 0), rounded(249, 100), rounded(251, -100)), (None, Some(2), Some(-3)));
    }

    #[test]
    fn figures_have_their_decimals() {
        assert_eq!(Tenths::of(2, 7).unwrap().to_string(), "0.3");
        assert_eq!(Tenths::of(-1, 20).unwrap().to_string(), "-0.1", "a half of a tenth goes away from zero");
        assert_eq!(Hundredths::of(-1, 3).unwrap().to_string(), "-0.33");
        assert_eq!(Hundredths::of(3, 1).unwrap().to_string(), "3.00");
        assert_eq!(Hundredths::of(1, 0), None);
    }

    #[test]
    fn a_median_is_whole_or_has_a_half() {
        let median = |numbers: &[i64]| Median::of(numbers.iter().copied()).map(|median| median.to_string());
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[9, 1, 2]).as_deref(), Some("2"));
        assert_eq!(median(&[2, 3]).as_deref(), Some("2.5"));
        assert_eq!(median(&[-2, 1]).as_deref(), Some("-0.5"));
        assert_eq!(median(&[1, 3]).as_deref(), Some("2"));
    }
}
