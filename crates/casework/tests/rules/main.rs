//! What holds whatever the facts are. The exact results of worked cases are held in `crates/vectors`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "in a test, what goes wrong is to stop it")]

mod capacity;
mod criteria;
mod deadlines;
mod flows;
mod holds;
mod need;

use kernel::{Day, Money};
use proptest::prelude::*;

/// A day so many days after 2026-01-01.
fn day(number: i32) -> Day {
    Day::from_number(20_454 + number).unwrap()
}

/// A day within some months.
fn days() -> impl Strategy<Value = Day> {
    (0..200).prop_map(day)
}

fn maybe_day() -> impl Strategy<Value = Option<Day>> {
    prop::option::of(days())
}

fn amounts(most: i32) -> impl Strategy<Value = Money> {
    (0..=most).prop_map(Money::from)
}

/// Every code of a rule, so that a test can see that each comes up.
fn codes_of(room: &str) -> Vec<kernel::Code> {
    casework::REFUSALS.iter().copied().filter(|code| code.0.starts_with(&format!("{room}."))).collect()
}
