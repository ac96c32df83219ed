//! Cutting an amount by weights or percentages: the largest remainder, ties to the lower line.

use crate::refusals::RULE_PERCENT;
use kernel::{Failure, Money, Refusal, Result, require};

/// A hundred per cent in basis points.
const WHOLE: u32 = 10_000;

/// What each line takes, and what no line took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    pub shares: Vec<Money>,
    pub rest: Money,
}

/// Cuts an amount by weights; the parts add up to it. An amount below zero is the mirror of the one above.
///
/// # Errors
/// Weights that are all nothing.
pub fn by_weights(amount: Money, weights: &[u64]) -> Result<Vec<Money>> {
    let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    require(sum > 0, Refusal::new(RULE_PERCENT).at("weights"))?;
    let whole = u128::from(amount.magnitude().halalas().unsigned_abs());
    let exact: Vec<(u128, u128)> = weights
        .iter()
        .map(|weight| {
            let product = whole * u128::from(*weight);
            (product / sum, product % sum)
        })
        .collect();
    let mut parts: Vec<u128> = exact.iter().map(|(floor, _)| *floor).collect();
    let given: u128 = parts.iter().sum();
    let mut places: Vec<usize> = (0..parts.len()).collect();
    // A stable order: of equal remainders the lower line comes first.
    places.sort_by(|one, other| exact[*other].1.cmp(&exact[*one].1));
    let left = usize::try_from(whole - given).map_err(Failure::broken)?;
    for place in places.into_iter().take(left) {
        parts[place] += 1;
    }
    let money = |part: u128| {
        let part = Money::from_halalas(i64::try_from(part).map_err(Failure::broken)?)?;
        Ok(if amount.is_negative() { part.negated() } else { part })
    };
    parts.into_iter().map(money).collect()
}

/// Cuts an amount by basis points of it. What no line takes takes part in the remainder as the last line, and stays.
/// `caps` are what a line may still take; what is cut stays, and is not shared anew.
///
/// # Errors
/// Above a hundred per cent in all.
pub fn by_percents(amount: Money, basis_points: &[u32], room: &[Option<Money>]) -> Result<Shared> {
    let sum: u32 = basis_points.iter().fold(0, |sum, one| sum.saturating_add(*one));
    require(sum <= WHOLE, Refusal::new(RULE_PERCENT).at("percent"))?;
    let mut weights: Vec<u64> = basis_points.iter().map(|one| u64::from(*one)).collect();
    weights.push(u64::from(WHOLE - sum));
    let mut shares = by_weights(amount, &weights)?;
    shares.pop();
    for (share, room) in shares.iter_mut().zip(room) {
        if let Some(room) = room {
            *share = (*share).min((*room).max(Money::ZERO));
        }
    }
    let rest = amount.minus(Money::sum(shares.iter().copied())?)?;
    Ok(Shared { shares, rest })
}

/// `amount` × `part` / `whole`, rounded once, a half to the even halala.
///
/// # Errors
/// More than money can be; nothing to divide by.
pub fn part(amount: Money, part: u32, whole: u32) -> Result<Money> {
    require(whole > 0, Failure::broken("a part of nothing"))?;
    let product = i128::from(amount.halalas()) * i128::from(part);
    let rounded = half_even(product, i128::from(whole));
    Money::from_halalas(i64::try_from(rounded).map_err(Failure::broken)?)
}

/// So many of so many in hundredths of a per cent, a half to the even one; none of nothing.
pub fn percent_of(amount: i64, of: i64) -> Option<i64> {
    (of > 0).then(|| half_even(i128::from(amount) * i128::from(WHOLE), i128::from(of)))?.try_into().ok()
}

fn half_even(numerator: i128, denominator: i128) -> i128 {
    let whole = numerator.div_euclid(denominator);
    let twice = 2 * numerator.rem_euclid(denominator);
    let up = twice > denominator || (twice == denominator && whole % 2 != 0);
    whole + i128::from(up)
}
