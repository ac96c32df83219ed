//! Random terms and random events.

use crate::Story;
use kernel::{Day, Money};
use lending::{
    Advance, Basis, Event, EventKind, Holiday, HolidayRule, MonthDay, NonWorkingDay, Period, Place, Row, Share, Split,
    State, Terms, Weekday, WorkCalendar,
};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::num::NonZeroU16;

/// 2025-01-01.
const NEW_YEAR: i32 = 20_089;

fn some_day(from: i32, until: i32) -> impl Strategy<Value = Day> {
    (from..until).prop_map(|offset| Day::from_number(NEW_YEAR + offset).unwrap())
}

fn at_least_one(most: u16) -> impl Strategy<Value = NonZeroU16> {
    (1..=most).prop_map(|number| NonZeroU16::new(number).unwrap())
}

fn period() -> impl Strategy<Value = Period> {
    prop_oneof![
        at_least_one(40).prop_map(Period::Days),
        at_least_one(5).prop_map(Period::Weeks),
        at_least_one(3).prop_map(Period::Months),
        at_least_one(3).prop_map(Period::HijriMonths),
    ]
}

fn percent() -> impl Strategy<Value = Share> {
    prop_oneof![Just(0), Just(25), 0..=100].prop_map(|percent: i32| Share::from_percent(&percent.to_string()).unwrap())
}

/// Weights of four decimals that make one whole.
fn weights(rows: usize) -> impl Strategy<Value = Split> {
    proptest::collection::vec(0u32..=10_000, rows - 1).prop_map(move |mut cuts| {
        cuts.sort_unstable();
        let ends = cuts.iter().copied().chain([10_000]);
        let starts = [0].into_iter().chain(cuts.iter().copied());
        let weight = |(from, to): (u32, u32)| format!("{}.{:04}", (to - from) / 10_000, (to - from) % 10_000);
        Split::Weights(starts.zip(ends).map(|pair| weight(pair).parse().unwrap()).collect())
    })
}

fn split(rows: usize) -> impl Strategy<Value = Split> {
    prop_oneof![
        3 => Just(Split::EqualThenLast),
        2 => Just(Split::Running),
        1 => Just(Split::CeilThenLast),
        2 => weights(rows),
    ]
}

fn unit() -> impl Strategy<Value = Money> {
    select(vec![Money::from(1), Money::from(100), Money::from(500)])
}

pub(crate) fn amounts_of_a_split() -> impl Strategy<Value = (Split, Money, usize, Money)> {
    (1usize..60).prop_flat_map(|rows| (split(rows), (0i32..3_000_000).prop_map(Money::from), Just(rows), unit()))
}

fn holiday() -> impl Strategy<Value = Holiday> {
    let rule = prop_oneof![
        Just(HolidayRule::NextWorkingDay),
        Just(HolidayRule::PreviousWorkingDay),
        Just(HolidayRule::NextInstalment),
        some_day(0, 400).prop_map(HolidayRule::Fixed),
        Just(HolidayRule::Moratorium),
        Just(HolidayRule::SameDay),
    ];
    (some_day(0, 400), 0..40, rule).prop_map(|(from, days, rule)| Holiday {
        from,
        to: from.plus_days(days).unwrap(),
        rule,
    })
}

fn calendar() -> impl Strategy<Value = WorkCalendar> {
    let moves = [NonWorkingDay::NextWorkingDay, NonWorkingDay::PreviousWorkingDay, NonWorkingDay::SameDay];
    let weekend = subsequence(Weekday::ALL.to_vec(), 0..4);
    (weekend, select(moves.to_vec()), proptest::collection::vec(holiday(), 0..4))
        .prop_map(|(weekend, on_non_working_day, holidays)| WorkCalendar { weekend, on_non_working_day, holidays })
}

/// The fields that say which days are meant.
type Days = (Option<Day>, Basis, Option<Day>, Option<u16>, MonthDay, Option<Period>);

fn days() -> impl Strategy<Value = Days> {
    let seldom = |value| option::weighted(0.2, value);
    let basis = prop_oneof![4 => Just(Basis::Payout), 1 => some_day(-30, 1).prop_map(Basis::Submission)];
    let month_days = vec![MonthDay::SameDay, MonthDay::FirstOfNextMonth, MonthDay::LastOfMonth];
    let length = (20u16..600).prop_map(|days| Period::Days(NonZeroU16::new(days).unwrap()));
    (
        seldom(some_day(0, 20)),
        basis,
        option::weighted(0.2, some_day(0, 60)),
        option::weighted(0.2, 0u16..60),
        select(month_days),
        option::weighted(0.2, length),
    )
}

pub(crate) fn terms() -> impl Strategy<Value = Terms> {
    let rows = (1u16..=18, 0u16..=3, any::<bool>());
    let rows = rows.prop_flat_map(|(rows, grace, within)| {
        let cut = if within && grace < rows { rows - grace } else { rows };
        (Just((rows, grace, within && grace < rows)), split(usize::from(cut)))
    });
    let habits = (any::<bool>(), select(vec![Advance::Next, Advance::Last, Advance::Spread]), 0u16..10);
    let money = ((1i32..600_000).prop_map(Money::from), unit(), percent());
    (rows, money, period(), some_day(0, 200), days(), calendar(), habits).prop_map(
        |(((rows, grace, grace_within), split), (principal, unit, upfront), every, start, days, calendar, habits)| {
            let (disbursed, basis, first_due, min_days_to_first_due, month_day, length) = days;
            let (fee_first, advance, arrears_grace_days) = habits;
            let month_day = if matches!(every, Period::Months(_)) { month_day } else { MonthDay::SameDay };
            let plain = Terms::plain(principal, NonZeroU16::new(rows).unwrap(), every, start);
            Terms {
                disbursed: disbursed.map(|day| day.max(start)),
                basis,
                first_due: first_due.map(|day| day.max(start)),
                min_days_to_first_due,
                month_day,
                length,
                unit,
                upfront,
                grace,
                grace_within,
                split,
                calendar,
                fee_first,
                advance,
                arrears_grace_days,
                ..plain
            }
        },
    )
}

/// A few numbers that stand for an event; which one shows when the plan of its day is known.
#[derive(Debug, Clone)]
pub(crate) struct Raw {
    kind: u8,
    day: u16,
    amount: i32,
    pick: usize,
    count: u16,
    every: Period,
    advance: Option<Advance>,
    upfront: Share,
}

pub(crate) fn raw_events() -> impl Strategy<Value = Vec<Raw>> {
    let advance = option::weighted(0.2, select(vec![Advance::Next, Advance::Last, Advance::Spread]));
    let amount = prop_oneof![1i32..1_000, 1i32..100_000, 1i32..600_000];
    let raw = (0u8..30, 0u16..700, amount, any::<usize>(), 1u16..5, period(), advance, percent()).prop_map(
        |(kind, day, amount, pick, count, every, advance, upfront)| Raw {
            kind,
            day,
            amount,
            pick,
            count,
            every,
            advance,
            upfront,
        },
    );
    proptest::collection::vec(raw, 0..12)
}

/// Mostly an amount that what there is can bear; where there is nothing, the amount as it came.
fn within(amount: Money, there_is: impl IntoIterator<Item = Money>) -> Money {
    let there_is = Money::sum(there_is).unwrap().halalas();
    Money::from_halalas(amount.halalas() % (there_is + there_is / 10 + 1) + 1).unwrap()
}

impl Raw {
    pub(crate) fn day(&self, payout: Day) -> Day {
        payout.plus_days(i32::from(self.day)).unwrap()
    }

    pub(crate) fn enter(&self, story: &mut Story) -> Option<Day> {
        story.enter_raw(self)
    }

    pub(crate) fn kind(&self, on: Day, state: &State, events: &[Event]) -> EventKind {
        let amount = Money::from(self.amount);
        let row = |pick: usize| state.rows[pick % state.rows.len()].due;
        let from_due = row(self.pick);
        let later = on.plus_days(i32::from(self.count) * 17).unwrap();
        let count = NonZeroU16::new(self.count).unwrap();
        match self.kind {
            0 | 1 => EventKind::Refund { amount: within(amount, [state.paid_principal, state.paid_fee, state.credit]) },
            2 | 3 if !events.is_empty() => EventKind::Undo { target: events[self.pick % events.len()].place },
            4 | 5 => EventKind::Fee { amount: Money::from(self.amount % 5_000 + 1), due: later },
            6 => EventKind::WaiveFee { amount: within(amount, state.rows.iter().map(Row::outstanding_fee)) },
            7..=9 => EventKind::Tranche { amount, upfront: self.upfront },
            10 | 11 => EventKind::Shift { from_due, to: from_due.plus_days(self.amount % 90 - 20).unwrap() },
            12 | 13 => EventKind::Extend { from_due, by: count },
            14 | 15 => EventKind::Defer { from_due, periods: count },
            16 | 17 => EventKind::ReAmortise,
            18 | 19 => EventKind::ReAge { from: later, instalments: count, every: self.every },
            20 | 21 if state.pauses.iter().any(|pause| pause.from <= on && on < pause.until) => EventKind::Resume,
            20 | 21 => EventKind::Pause { from: on, until: on.plus_days(i32::from(self.count) * 60).unwrap() },
            22 if self.pick.is_multiple_of(4) => EventKind::WriteOff,
            23 => EventKind::Forgive { amount: Money::from(self.amount % 20_000 + 1) },
            24 => EventKind::Undo { target: Place(self.count.into()) },
            _ => EventKind::Repay { amount, advance: self.advance },
        }
    }
}
