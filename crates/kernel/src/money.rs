//! Money: whole halalas, checked at every step, never a floating-point number.

use crate::refusals::AMOUNT_OUT_OF_RANGE;
use crate::{Failure, Result};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Halalas in a riyal.
pub const HALALAS_PER_RIYAL: i64 = 100;

/// The largest amount in halalas: nine trillion riyals, and still exact in a spreadsheet or a browser (below 2^53).
const LIMIT: i64 = 900_000_000_000_000;

/// An amount of Saudi riyals in whole halalas, negative or positive, at most nine trillion riyals either way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "i64", into = "i64")]
#[ts(type = "number")]
pub struct Money(i64);

impl Money {
    pub const ZERO: Self = Self(0);
    pub const MAX: Self = Self(LIMIT);
    pub const MIN: Self = Self(-LIMIT);

    /// An amount from halalas.
    ///
    /// # Errors
    /// Refused when it lies outside [`Money::MIN`]–[`Money::MAX`].
    pub fn from_halalas(halalas: i64) -> Result<Self> {
        if (-LIMIT..=LIMIT).contains(&halalas) { Ok(Self(halalas)) } else { Err(AMOUNT_OUT_OF_RANGE.into()) }
    }

    /// An amount of whole riyals.
    ///
    /// # Errors
    /// Refused when it lies outside [`Money::MIN`]–[`Money::MAX`].
    pub fn from_riyals(riyals: i64) -> Result<Self> {
        Self::checked(riyals.checked_mul(HALALAS_PER_RIYAL))
    }

    pub const fn halalas(self) -> i64 {
        self.0
    }

    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The sum of two amounts.
    ///
    /// # Errors
    /// Refused when the sum lies outside [`Money::MIN`]–[`Money::MAX`].
    pub fn plus(self, other: Self) -> Result<Self> {
        Self::checked(self.0.checked_add(other.0))
    }

    /// This amount less the other; may be negative.
    ///
    /// # Errors
    /// Refused when the difference lies outside [`Money::MIN`]–[`Money::MAX`].
    pub fn minus(self, other: Self) -> Result<Self> {
        Self::checked(self.0.checked_sub(other.0))
    }

    /// This amount taken `count` times.
    ///
    /// # Errors
    /// Refused when the product lies outside [`Money::MIN`]–[`Money::MAX`].
    pub fn times(self, count: i64) -> Result<Self> {
        Self::checked(self.0.checked_mul(count))
    }

    /// The same amount with the other sign. The range is symmetrical, so this cannot fail.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self(-self.0)
    }

    /// The amount without its sign.
    #[must_use]
    pub const fn magnitude(self) -> Self {
        Self(self.0.abs())
    }

    /// The sum of many amounts; zero of none.
    ///
    /// # Errors
    /// Refused when the total lies outside [`Money::MIN`]–[`Money::MAX`]. Only the total counts, not the way to it.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self> {
        let total: i128 = amounts.into_iter().map(|amount| i128::from(amount.0)).sum();
        Self::checked(i64::try_from(total).ok())
    }

    /// Whole riyals and the halalas left over, without the sign.
    pub const fn riyals_and_halalas(self) -> (u64, u8) {
        let halalas = self.0.unsigned_abs();
        (halalas / 100, (halalas % 100) as u8)
    }

    fn checked(halalas: Option<i64>) -> Result<Self> {
        halalas.map_or_else(|| Err(AMOUNT_OUT_OF_RANGE.into()), Self::from_halalas)
    }
}

/// Halalas that fit in 32 bits are always in range: `Money::from(1234_50)`.
impl From<i32> for Money {
    fn from(halalas: i32) -> Self {
        Self(i64::from(halalas))
    }
}

impl From<Money> for i64 {
    fn from(amount: Money) -> Self {
        amount.0
    }
}

impl TryFrom<i64> for Money {
    type Error = Failure;
    fn try_from(halalas: i64) -> Result<Self> {
        Self::from_halalas(halalas)
    }
}

/// Shown with two decimals and comma groups: `1,234.50`, `-0.05`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (riyals, halalas) = self.riyals_and_halalas();
        let sign = if self.is_negative() { "-" } else { "" };
        f.pad(&format!("{sign}{}.{halalas:02}", crate::arabic::grouped(riyals)))
    }
}

/// Reads plain decimal text as files write it: `1234`, `1234.5`, `-1234.50`. For what a person types, see
/// [`typed_amount`](crate::arabic::typed_amount).
///
/// # Errors
/// Broken when the text is anything else (a plus sign, groups, more than two decimals); refused when out of range.
impl std::str::FromStr for Money {
    type Err = Failure;
    fn from_str(text: &str) -> Result<Self> {
        let malformed = || Failure::broken(format!("not a plain decimal amount: {text}"));
        let digits_only = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());

        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        if !digits_only(whole) || !digits_only(fraction) || fraction.len() > 2 {
            return Err(malformed());
        }
        // Padding on the right makes tenths into hundredths: "5" after the point is fifty halalas.
        let halalas =
            format!("{whole}{fraction:0<2}").parse::<i64>().map_err(|_| Failure::from(AMOUNT_OUT_OF_RANGE))?;
        Self::from_halalas(if negative { -halalas } else { halalas })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_decimal_text_is_read_exactly() {
        for (text, halalas) in [("0", 0), ("1234.50", 123_450), ("1234.5", 123_450), ("0.05", 5), ("-7.10", -710)] {
            assert_eq!(text.parse(), Ok(Money::from(halalas)), "{text}");
        }
        for text in ["", "-", ".5", "5.", "1.005", "1,000", "+1", "1e3", " 1", "--1", "1.-5", "١"] {
            assert!(text.parse::<Money>().is_err(), "{text} is not plain decimal text");
        }
        assert_eq!("9000000000000.01".parse::<Money>(), Err(AMOUNT_OUT_OF_RANGE.into()));
    }

    #[test]
    fn amounts_are_shown_with_groups_and_two_decimals() {
        assert_eq!(Money::from(123_450).to_string(), "1,234.50");
        assert_eq!(Money::from(-5).to_string(), "-0.05");
        assert_eq!(Money::MAX.to_string(), "9,000,000,000,000.00");
    }

    #[test]
    fn nothing_leaves_the_range() {
        assert!(Money::MAX.plus(Money::from(1)).is_err(), "one halala more is too much");
        assert!(Money::MIN.minus(Money::from(1)).is_err(), "one halala less is too little");
        assert!(Money::MAX.times(2).is_err() && Money::from_riyals(i64::MAX).is_err(), "products are checked too");
        assert_eq!(Money::MAX.negated(), Money::MIN);
        let there_and_back = [Money::MAX, Money::MAX, Money::MIN, Money::from(-1)];
        assert_eq!(Money::sum(there_and_back), Money::MAX.minus(Money::from(1)), "only the total must be in range");
        assert!(Money::sum([Money::MAX, Money::from(1)]).is_err());
    }

    #[test]
    fn json_holds_whole_halalas_and_refuses_the_rest() {
        assert_eq!(serde_json::to_string(&Money::from(123_450)).unwrap(), "123450");
        assert_eq!(serde_json::from_str::<Money>("123450").unwrap(), Money::from(123_450));
        for text in ["1.5", "\"1\"", "900000000000001", "null"] {
            assert!(serde_json::from_str::<Money>(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_leads_back_to_the_amount(halalas in -LIMIT..=LIMIT) {
            let amount = Money::from_halalas(halalas).unwrap();
            prop_assert_eq!(amount.to_string().replace(',', "").parse(), Ok(amount));
        }
    }
}
