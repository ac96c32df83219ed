//! Whether a promise to pay was kept. Pure: promises and repayments of one loan in, where each stands out.
//!
//! A repayment keeps a promise when its value day lies between the day the promise was given and the promised day with
//! its grace, and it was recorded after it. Money counts once: the promise given first takes it first, up to what was
//! promised. One that was withdrawn or replaced takes none.

use crate::contact::model::PromiseStanding;
use kernel::{Day, Money, Result};

/// A promise as it is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promised {
    pub made_on: Day,
    pub due: Day,
    pub amount: Money,
    /// The last event of the loan when it was given.
    pub after: i64,
    /// Withdrawn or replaced.
    pub ended: Option<PromiseStanding>,
}

/// A repayment that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Payment {
    pub on: Day,
    pub place: i64,
    pub amount: Money,
}

/// Where a promise stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    pub standing: PromiseStanding,
    /// Of what was promised, never more.
    pub paid: Money,
    pub kept_on: Option<Day>,
    pub last_day: Day,
}

/// Judges the promises of one loan, in the order they were given; payments in any order. Grace is in days, zero or more.
///
/// # Errors
/// Only when days or sums are beyond what they can be.
pub fn judge(promises: &[Promised], payments: &[Payment], grace: i32, today: Day) -> Result<Vec<Judged>> {
    let mut left: Vec<Payment> = payments.iter().copied().filter(|one| one.on <= today).collect();
    left.sort_by_key(|one| (one.on, one.place));
    promises.iter().map(|promise| judge_one(promise, &mut left, grace, today)).collect()
}

fn judge_one(promise: &Promised, left: &mut [Payment], grace: i32, today: Day) -> Result<Judged> {
    let last_day = promise.due.plus_days(grace.max(0))?;
    if let Some(standing) = promise.ended {
        return Ok(Judged { standing, paid: Money::ZERO, kept_on: None, last_day });
    }
    let (mut paid, mut kept_on) = (Money::ZERO, None);
    for payment in left {
        let counts = payment.place > promise.after && (promise.made_on..=last_day).contains(&payment.on);
        let missing = promise.amount.minus(paid)?;
        let taken = payment.amount.min(missing);
        if !counts || !taken.is_positive() {
            continue;
        }
        paid = paid.plus(taken)?;
        payment.amount = payment.amount.minus(taken)?;
        if paid == promise.amount {
            kept_on = Some(payment.on);
        }
    }
    let standing = match kept_on {
        Some(_) => PromiseStanding::Kept,
        None if today <= last_day => PromiseStanding::Open,
        None if paid.is_positive() => PromiseStanding::Partly,
        None => PromiseStanding::Broken,
    };
    Ok(Judged { standing, paid, kept_on, last_day })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]
    use super::*;
    use proptest::prelude::*;

    fn day(number: i32) -> Day {
        Day::from_ymd(2026, 11, 1).unwrap().plus_days(number).unwrap()
    }

    fn money(halalas: i64) -> Money {
        Money::from_halalas(halalas).unwrap()
    }

    fn promised(made: i32, due: i32, amount: i64, after: i64) -> Promised {
        Promised { made_on: day(made), due: day(due), amount: money(amount), after, ended: None }
    }

    fn payment(on: i32, place: i64, amount: i64) -> Payment {
        Payment { on: day(on), place, amount: money(amount) }
    }

    #[test]
    fn the_last_day_with_its_grace_still_keeps_it_and_the_day_after_does_not() {
        let promise = [promised(0, 5, 1_000, 3)];
        let at = |on: i32, today: i32| judge(&promise, &[payment(on, 4, 1_000)], 2, day(today)).unwrap()[0];
        assert_eq!(at(7, 9).standing, PromiseStanding::Kept);
        assert_eq!(at(7, 9).kept_on, Some(day(7)));
        assert_eq!(at(8, 9).standing, PromiseStanding::Broken, "a day too late");
        assert_eq!(at(8, 7).standing, PromiseStanding::Open, "its last day is not over");
    }

    #[test]
    fn what_was_repaid_before_counts_for_nothing() {
        let promise = [promised(0, 5, 1_000, 3)];
        let judged = |payments: &[Payment]| judge(&promise, payments, 0, day(9)).unwrap()[0].standing;
        assert_eq!(judged(&[payment(0, 3, 1_000)]), PromiseStanding::Broken, "recorded before it was given");
        assert_eq!(judged(&[payment(-1, 4, 1_000)]), PromiseStanding::Broken, "of an earlier value day");
        assert_eq!(judged(&[payment(5, 4, 400)]), PromiseStanding::Partly);
    }

    #[test]
    fn money_counts_once_and_ended_promises_take_none() {
        let mut promises = [promised(0, 5, 1_000, 3), promised(1, 5, 500, 3)];
        let judged = judge(&promises, &[payment(4, 4, 1_200)], 0, day(9)).unwrap();
        assert_eq!((judged[0].paid, judged[1].paid), (money(1_000), money(200)));
        promises[0].ended = Some(PromiseStanding::Replaced);
        let judged = judge(&promises, &[payment(4, 4, 1_200)], 0, day(9)).unwrap();
        assert_eq!((judged[0].standing, judged[0].paid), (PromiseStanding::Replaced, Money::ZERO));
        assert_eq!((judged[1].standing, judged[1].paid), (PromiseStanding::Kept, money(500)));
    }

    fn any_promise() -> impl Strategy<Value = Promised> {
        (0..20_i32, 0..20_i32, 1..5_000_i64, 0..10_i64, any::<bool>()).prop_map(
            |(made, later, amount, after, ended)| {
                let ended = ended.then_some(PromiseStanding::Withdrawn);
                Promised { ended, ..promised(made, made + later, amount, after) }
            },
        )
    }

    fn any_payment() -> impl Strategy<Value = Payment> {
        (0..45_i32, 1..20_i64, 1..6_000_i64).prop_map(|(on, place, amount)| payment(on, place, amount))
    }

    proptest! {
        #[test]
        fn no_halala_counts_twice_and_none_beyond_what_was_promised(
            promises in prop::collection::vec(any_promise(), 0..6), payments in prop::collection::vec(any_payment(), 0..8),
            grace in 0..6_i32, today in 0..60_i32,
        ) {
            let judged = judge(&promises, &payments, grace, day(today)).unwrap();
            let paid = Money::sum(judged.iter().map(|one| one.paid)).unwrap();
            prop_assert!(paid <= Money::sum(payments.iter().map(|one| one.amount)).unwrap());
            for (promise, one) in promises.iter().zip(&judged) {
                prop_assert!(one.paid <= promise.amount);
                prop_assert_eq!(one.standing == PromiseStanding::Kept, promise.ended.is_none() && one.paid == promise.amount);
                prop_assert_eq!(one.kept_on.is_some(), one.standing == PromiseStanding::Kept);
                prop_assert!(one.kept_on.is_none_or(|on| on >= promise.made_on && on <= one.last_day && on <= day(today)));
            }
        }

        #[test]
        fn once_the_last_day_is_over_later_days_and_later_payments_change_nothing(
            promises in prop::collection::vec(any_promise(), 0..6), payments in prop::collection::vec(any_payment(), 0..8),
            grace in 0..6_i32, late in any_payment(), more in 1..30_i32,
        ) {
            let end = 40 + grace;
            let before = judge(&promises, &payments, grace, day(end)).unwrap();
            let mut with = payments.clone();
            with.push(Payment { on: day(end + 1), ..late });
            prop_assert_eq!(before, judge(&promises, &with, grace, day(end + more)).unwrap());
        }

        #[test]
        fn more_grace_never_breaks_a_single_promise(
            promise in any_promise(), payments in prop::collection::vec(any_payment(), 0..8), grace in 0..6_i32,
            more in 0..6_i32, today in 0..60_i32,
        ) {
            let paid = |grace: i32| judge(&[promise], &payments, grace, day(today)).unwrap()[0].paid;
            prop_assert!(paid(grace) <= paid(grace + more));
        }
    }
}
