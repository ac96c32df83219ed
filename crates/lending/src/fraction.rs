//! Exact fractions of halalas, rounded once and by a named rule; no float comes near them.

use crate::refusals::SHARE_MALFORMED;
use kernel::{Failure, Money, Refusal, Result};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A fraction that is kept exact until it is rounded. The denominator is above zero.
#[derive(Debug, Clone, Copy)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// `denominator` must be above zero; every caller divides by a count, a unit or a whole it has looked at.
    pub fn new(numerator: i128, denominator: i128) -> Self {
        debug_assert!(denominator > 0, "a fraction needs a denominator above zero");
        Self { numerator, denominator }
    }

    /// To the nearest whole number, a half to the even one.
    pub fn half_even(self) -> i128 {
        let (whole, twice_rest) = self.whole_and_twice_the_rest();
        let up = twice_rest > self.denominator || (twice_rest == self.denominator && whole % 2 != 0);
        whole + i128::from(up)
    }

    /// To the nearest whole number, a half away from zero.
    pub fn half_away(self) -> i128 {
        let (whole, twice_rest) = self.whole_and_twice_the_rest();
        let up = twice_rest > self.denominator || (twice_rest == self.denominator && self.numerator >= 0);
        whole + i128::from(up)
    }

    /// Down to the whole number below.
    pub fn floor(self) -> i128 {
        self.numerator.div_euclid(self.denominator)
    }

    /// Up to the next whole number.
    pub fn ceiling(self) -> i128 {
        let (whole, twice_rest) = self.whole_and_twice_the_rest();
        whole + i128::from(twice_rest > 0)
    }

    /// The whole number below, and twice what is left over, which is compared with the denominator.
    fn whole_and_twice_the_rest(self) -> (i128, i128) {
        let whole = self.numerator.div_euclid(self.denominator);
        (whole, 2 * self.numerator.rem_euclid(self.denominator))
    }
}

/// Whole halalas out of an exact computation.
///
/// # Errors
/// Refused when the amount is larger than money can be.
pub(crate) fn halalas(amount: i128) -> Result<Money> {
    Money::from_halalas(i64::try_from(amount).unwrap_or(i64::MAX))
}

/// A part of a whole: a weight of a split, a percentage paid at once. Exact to twelve decimals of one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Share(i64);

/// What a whole is made of.
const WHOLE: i64 = 1_000_000_000_000;
const DECIMALS: usize = 12;

impl Share {
    pub const NONE: Self = Self(0);
    pub const ALL: Self = Self(WHOLE);

    /// Reads a percentage as plain decimal text, `25` or `12.5`; ten decimals at most.
    ///
    /// # Errors
    /// Refused when the text is anything but a plain decimal number of 0 or more.
    pub fn from_percent(text: &str) -> Result<Self> {
        scaled(text, DECIMALS - 2)
    }

    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// As a percentage, without needless zeros: `12.5`. [`Share::from_percent`] reads it back.
    pub fn percent(self) -> String {
        let hundredth = WHOLE / 100;
        decimal(self.0 / hundredth, self.0 % hundredth, DECIMALS - 2)
    }

    /// This share of an amount, to the halala, a half to the even one.
    ///
    /// # Errors
    /// Refused when the amount is larger than money can be.
    pub fn of(self, amount: Money) -> Result<Money> {
        halalas(Fraction::new(i128::from(amount.halalas()) * i128::from(self.0), i128::from(WHOLE)).half_even())
    }

    /// Whether these shares make one whole, exactly.
    pub fn make_a_whole(shares: &[Self]) -> bool {
        shares.iter().map(|share| i128::from(share.0)).sum::<i128>() == i128::from(WHOLE)
    }

    /// Numerator and denominator, for computations with other fractions.
    pub(crate) fn parts(self) -> (i128, i128) {
        (i128::from(self.0), i128::from(WHOLE))
    }
}

/// Decimal text as a whole number of `10^-places`.
fn scaled(text: &str, places: usize) -> Result<Share> {
    let malformed = || Failure::from(Refusal::new(SHARE_MALFORMED).with("text", text));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || fraction.len() > places {
        return Err(malformed());
    }
    format!("{whole}{fraction:0<places$}").parse().map(Share).map_err(|_| malformed())
}

/// A whole number and what follows the point, without needless zeros.
fn decimal(whole: i64, fraction: i64, places: usize) -> String {
    let text = format!("{whole}.{fraction:0places$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Reads a part of one as plain decimal text, `0.25`; twelve decimals at most.
impl std::str::FromStr for Share {
    type Err = Failure;
    fn from_str(text: &str) -> Result<Self> {
        scaled(text, DECIMALS)
    }
}

/// Decimal text without needless zeros: `0.25`.
impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&decimal(self.0 / WHOLE, self.0 % WHOLE, DECIMALS))
    }
}

impl From<Share> for String {
    fn from(share: Share) -> Self {
        share.to_string()
    }
}

impl TryFrom<String> for Share {
    type Error = Failure;
    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_goes_to_the_even_number_or_away_from_zero() {
        let rounded = |numerator| {
            let half = Fraction::new(numerator, 2);
            (half.half_even(), half.half_away(), half.ceiling())
        };
        assert_eq!(rounded(1), (0, 1, 1), "one half");
        assert_eq!(rounded(3), (2, 2, 2), "three halves");
        assert_eq!(rounded(5), (2, 3, 3), "five halves");
        assert_eq!(rounded(-1), (0, -1, 0), "minus one half");
        assert_eq!(rounded(-3), (-2, -2, -1), "minus three halves");
        assert_eq!(rounded(4), (2, 2, 2), "a whole number stays");
        assert_eq!([-3, -1, 3, 4].map(|numerator| Fraction::new(numerator, 2).floor()), [-2, -1, 1, 2], "down");
    }

    #[test]
    fn what_lies_beside_a_half_goes_to_the_nearer_number() {
        assert_eq!(Fraction::new(249, 100).half_even(), 2);
        assert_eq!(Fraction::new(251, 100).half_even(), 3);
        assert_eq!(Fraction::new(-249, 100).half_away(), -2);
        assert_eq!(Fraction::new(-251, 100).half_away(), -3);
    }

    #[test]
    fn shares_are_read_and_written_exactly() {
        assert_eq!("0.25".parse::<Share>(), Share::from_percent("25"));
        assert_eq!(Share::from_percent("12.5").unwrap().to_string(), "0.125");
        assert_eq!(Share::ALL.to_string(), "1");
        assert_eq!((Share::ALL.percent(), Share::NONE.percent()), ("100".to_owned(), "0".to_owned()));
        assert_eq!("0.12375".parse::<Share>().unwrap().percent(), "12.375");
        assert_eq!("0.333333333333".parse::<Share>().unwrap().to_string(), "0.333333333333");
        for text in ["", ".", "1.", ".5", "-1", "+1", "1e2", "0,5", "0.1234567890123", "99999999999999999999"] {
            assert!(text.parse::<Share>().is_err(), "{text} is not a share");
        }
    }

    #[test]
    fn a_share_of_an_amount_is_rounded_once() {
        let quarter = Share::from_percent("25").unwrap();
        assert_eq!(quarter.of(Money::from(4050)), Ok(Money::from(1012)), "10.125 falls to the even halala");
        assert!(Share::make_a_whole(&["0.2", "0.3", "0.5"].map(|text| text.parse().unwrap())));
        assert!(!Share::make_a_whole(&[quarter; 3]));
    }
}
