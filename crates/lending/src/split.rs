//! Cutting an amount into rows.

use crate::fraction::{Fraction, Share, halalas};
use crate::refusals::{PLAN_ENDS_EARLY, WEIGHTS_WRONG};
use kernel::{Failure, Money, Refusal, Result, require};
use serde::{Deserialize, Serialize};

/// How an amount is cut into rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LoanSplit")]
pub enum Split {
    /// Equal rows, the rest on the last; running by itself when the last would differ by more than half a row.
    #[default]
    EqualThenLast,
    /// Each row is an equal part of what is left; no two rows differ by more than the unit.
    Running,
    /// Rounded up, the rest on the last: the practice of the Social Development Bank.
    CeilThenLast,
    /// By weights that make one whole, for seasonal trades; the last takes the rest.
    Weights(Vec<Share>),
}

impl Split {
    /// The rule for cutting a rest anew: weights belong to the rows of the first plan alone.
    pub(crate) fn for_a_rest(&self) -> &Self {
        match self {
            Self::Weights(_) => &Self::EqualThenLast,
            Self::EqualThenLast | Self::Running | Self::CeilThenLast => self,
        }
    }
}

/// Cuts `amount` into `rows` amounts of at least zero whose sum it is. `unit` is one halala or more.
///
/// # Errors
/// Refused when rounding up would pay everything before the last row, or when the weights do not fit.
pub fn split(rule: &Split, amount: Money, rows: usize, unit: Money) -> Result<Vec<Money>> {
    match rule {
        Split::EqualThenLast => equal_then_last(amount, rows, unit),
        Split::Running => running(amount, rows, unit),
        Split::CeilThenLast => ceil_then_last(amount, rows, unit),
        Split::Weights(weights) => weighted(amount, rows, weights),
    }
}

fn equal_then_last(amount: Money, rows: usize, unit: Money) -> Result<Vec<Money>> {
    let base = in_units(per_row(amount, rows, unit).half_even(), unit)?;
    let last = amount.minus(base.times(count(rows) - 1)?)?;
    if 2 * last.minus(base)?.magnitude().halalas() > base.halalas() {
        return running(amount, rows, unit);
    }
    let mut amounts = vec![base; rows];
    if let Some(row) = amounts.last_mut() {
        *row = last;
    }
    Ok(amounts)
}

fn running(amount: Money, rows: usize, unit: Money) -> Result<Vec<Money>> {
    let mut left = amount;
    let mut amounts = Vec::with_capacity(rows);
    for rows_left in (2..=rows).rev() {
        let part = in_units(per_row(left, rows_left, unit).half_away(), unit)?;
        left = left.minus(part)?;
        amounts.push(part);
    }
    amounts.push(left);
    Ok(amounts)
}

fn ceil_then_last(amount: Money, rows: usize, unit: Money) -> Result<Vec<Money>> {
    let base = in_units(per_row(amount, rows, unit).ceiling(), unit)?;
    let before_last = base.times(count(rows) - 1)?;
    let ends_early = Refusal::new(PLAN_ENDS_EARLY).with("instalments", rows).with("instalment", base).at("instalments");
    require(rows == 1 || before_last < amount, ends_early)?;
    let mut amounts = vec![base; rows];
    if let Some(row) = amounts.last_mut() {
        *row = amount.minus(before_last)?;
    }
    Ok(amounts)
}

fn weighted(amount: Money, rows: usize, weights: &[Share]) -> Result<Vec<Money>> {
    let fits = weights.len() == rows && Share::make_a_whole(weights);
    require(fits, Refusal::new(WEIGHTS_WRONG).with("rows", rows).at("weights"))?;
    let amounts = weights.iter().map(|weight| weight.of(amount)).collect::<Result<Vec<_>>>()?;
    rest_on_the_last(amounts, amount, &vec![Money::ZERO; rows])
}

/// Gives the last row what remains of `total` after the others. No row falls below its floor: what the last would lack
/// is taken from the row before it, and so on backwards. The floors together must not exceed `total`.
///
/// # Errors
/// Broken when the floors exceed the total.
pub(crate) fn rest_on_the_last(mut amounts: Vec<Money>, total: Money, floors: &[Money]) -> Result<Vec<Money>> {
    for (amount, floor) in amounts.iter_mut().zip(floors) {
        *amount = (*amount).max(*floor);
    }
    let Some((last, earlier)) = amounts.split_last_mut() else { return Ok(amounts) };
    *last = total.minus(Money::sum(earlier.iter().copied())?)?;
    let mut lacking = Money::ZERO;
    for (amount, floor) in amounts.iter_mut().zip(floors).rev() {
        let left = amount.minus(lacking)?;
        *amount = left.max(*floor);
        lacking = amount.minus(left)?;
        if lacking.is_zero() {
            break;
        }
    }
    if lacking.is_zero() { Ok(amounts) } else { Err(Failure::broken("rows that hold more than there is to cut")) }
}

/// `amount ÷ (rows · unit)`, exactly: how many units a row gets.
pub(crate) fn per_row(amount: Money, rows: usize, unit: Money) -> Fraction {
    Fraction::new(i128::from(amount.halalas()), i128::from(count(rows)) * i128::from(unit.halalas()))
}

/// So many units, as an amount.
pub(crate) fn in_units(units: i128, unit: Money) -> Result<Money> {
    halalas(units * i128::from(unit.halalas()))
}

/// A number of rows; far below the limits of every integer.
pub(crate) fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(rule: &Split, halalas: i32, rows: usize, unit: i32) -> Result<Vec<i64>> {
        let amounts = split(rule, Money::from(halalas), rows, Money::from(unit))?;
        Ok(amounts.into_iter().map(Money::halalas).collect())
    }

    #[test]
    fn the_last_row_takes_the_rest() {
        assert_eq!(cut(&Split::EqualThenLast, 100_000, 3, 1), Ok(vec![33_333, 33_333, 33_334]));
        assert_eq!(
            cut(&Split::EqualThenLast, 125_000, 4, 100),
            Ok(vec![31_200, 31_200, 31_200, 31_400]),
            "312.50 falls to the even riyal"
        );
    }

    #[test]
    fn a_last_row_far_from_the_others_makes_the_plan_run() {
        let amounts = cut(&Split::EqualThenLast, 10_000, 30, 100).unwrap();
        assert_eq!(amounts.iter().filter(|amount| **amount == 300).count(), 20, "twenty rows of three riyals");
        assert_eq!(amounts.iter().filter(|amount| **amount == 400).count(), 10, "ten rows of four riyals");
    }

    #[test]
    fn rounding_up_is_refused_when_nothing_is_left_for_the_last_row() {
        assert_eq!(cut(&Split::CeilThenLast, 100_000, 3, 100), Ok(vec![33_400, 33_400, 33_200]));
        let refused = cut(&Split::CeilThenLast, 10_000, 30, 100).unwrap_err();
        assert_eq!(refused.code(), Some(PLAN_ENDS_EARLY));
        assert_eq!(cut(&Split::CeilThenLast, 150, 1, 100), Ok(vec![150]), "a lone row takes all");
    }

    #[test]
    fn weights_never_push_the_last_row_below_zero() {
        let weights = ["0.3", "0.3", "0.3", "0.1"].map(|text| text.parse().unwrap()).to_vec();
        assert_eq!(cut(&Split::Weights(weights), 2, 4, 1), Ok(vec![1, 1, 0, 0]), "three rows round up to one halala");
        let three = vec![Share::from_percent("50").unwrap(); 2];
        assert_eq!(cut(&Split::Weights(three), 100, 3, 1).unwrap_err().code(), Some(WEIGHTS_WRONG));
    }

    #[test]
    fn what_is_paid_stays_on_its_row_and_the_lack_goes_backwards() {
        let money = |amounts: &[i32]| amounts.iter().map(|amount| Money::from(*amount)).collect::<Vec<_>>();
        let rest = rest_on_the_last(money(&[40, 40, 0]), Money::from(100), &money(&[0, 10, 50])).unwrap();
        assert_eq!(rest, money(&[40, 10, 50]), "the last keeps 50, the one before gives 30");
        assert!(rest_on_the_last(money(&[0, 0]), Money::from(10), &money(&[6, 6])).is_err());
    }
}
