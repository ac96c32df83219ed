//! How long it takes to read a loan with many events: `cargo run --release -p lending --example replay_speed`.
//!
//! The budgets are 5 ms for 2,500 payments and 5 ms for 700 events of every kind. This measures and does not judge.

use kernel::{Day, Money, Result};
use lending::{Advance, Event, EventKind, Loan, Period, Place, Share, Terms};
use std::num::NonZeroU16;
use std::time::{Duration, Instant};

const ROUNDS: u32 = 20;

fn main() -> Result<()> {
    let start: Day = "2020-01-01".parse()?;
    let sixty_months = Terms::plain(Money::from_riyals(60_000)?, number(60), Period::Months(number(1)), start);
    let daily = Terms::plain(Money::from_riyals(60_000)?, number(4_400), Period::Days(number(1)), start);
    let hijri = Terms { every: Period::HijriMonths(number(1)), ..sixty_months.clone() };
    let spread = Terms { advance: Advance::Spread, ..sixty_months.clone() };
    measure("2,500 payments on 60 monthly rows", &sixty_months, payments(start, 2_500)?)?;
    measure("2,500 payments spread over 60 rows", &spread, payments(start, 2_500)?)?;
    measure("2,500 payments on 4,400 daily rows", &daily, payments(start, 2_500)?)?;
    measure("700 events of many kinds, Gregorian months", &sixty_months, mixed(start, 700)?)?;
    measure("700 events of many kinds, Hijri months", &hijri, mixed(start, 700)?)?;
    let year = Terms::plain(Money::from_riyals(12_000)?, number(12), Period::Months(number(1)), start);
    ageing("10,000 loans of 12 rows and 10 payments, lateness on a day", &year, &payments(start, 10)?)
}

/// Makes the plan of each loan, folds its events and ages it, as a list of arrears does.
fn ageing(what: &str, terms: &Terms, events: &[Event]) -> Result<()> {
    let begin = Instant::now();
    for _ in 0..10_000 {
        let day = terms.start.plus_days(200)?;
        let state = Loan::new(terms.clone())?.replay_on(events, day)?;
        std::hint::black_box(state.standing(day)?);
    }
    println!("{what}: {:.0} ms", begin.elapsed().as_secs_f64() * 1_000.0);
    Ok(())
}

fn number(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap_or(NonZeroU16::MIN)
}

/// One small payment a day.
fn payments(start: Day, count: u32) -> Result<Vec<Event>> {
    let payment = |place: u32| {
        let kind = EventKind::Repay { amount: Money::from(2_000), advance: None };
        Ok(Event { place: Place(place), on: start.plus_days(place.cast_signed() / 2)?, key: None, kind })
    };
    (1..=count).map(payment).collect()
}

/// Payments, and every tenth event a fee, a tranche, an undo or a change of the schedule.
fn mixed(start: Day, count: u32) -> Result<Vec<Event>> {
    let event = |place: u32| {
        let on = start.plus_days(place.cast_signed() / 2)?;
        let kind = match place % 40 {
            10 => EventKind::Fee { amount: Money::from(500), due: on },
            20 => EventKind::Tranche { amount: Money::from(50_000), upfront: Share::NONE },
            30 => EventKind::Undo { target: Place(place - 1) },
            39 => EventKind::ReAmortise,
            _ => EventKind::Repay { amount: Money::from(2_000), advance: None },
        };
        Ok(Event { place: Place(place), on, key: None, kind })
    };
    (1..=count).map(event).collect()
}

fn measure(what: &str, terms: &Terms, events: Vec<Event>) -> Result<()> {
    let mut best = Duration::MAX;
    for _ in 0..ROUNDS {
        let begin = Instant::now();
        let state = Loan::new(terms.clone())?.replay(&events)?;
        best = best.min(begin.elapsed());
        std::hint::black_box(state);
    }
    println!("{what}: {:.3} ms", best.as_secs_f64() * 1_000.0);
    Ok(())
}
