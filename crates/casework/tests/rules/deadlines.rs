use super::{codes_of, day, days, maybe_day};
use casework::deadlines::*;
use casework::requests::{Kind, State};
use kernel::Day;
use lending::Weekday;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;

#[derive(Debug, Clone)]
struct Case {
    term: Term,
    received: Day,
    entries: Vec<Entry>,
    on: Day,
    days_off: Vec<DaysOff>,
    settings: Settings,
}

impl Case {
    fn clock(&self) -> Result<Clock, casework::Refusals> {
        let timed = Timed { term: self.term, received: self.received, entries: &self.entries };
        clock(timed, self.on, &self.days_off, &self.settings)
    }
}

prop_compose! {
    fn cases()(
        kind in 0..Kind::ALL.len(), days in prop::option::weighted(0.3, 0..30i64), received in 0..60i32,
        entries in prop::collection::vec((-2..15i32, 0..State::ALL.len()), 0..6),
        on in days(), off in prop::collection::vec((0..200i32, 0..6i32), 0..3), weekend in 0..3usize,
    ) -> Case {
        let mut at = received;
        let entry = |(later, state): (i32, usize)| {
            at += later;
            Entry { on: day(at), state: State::ALL[state] }
        };
        let weekends = [vec![], vec![Weekday::Fri], vec![Weekday::Fri, Weekday::Sat]];
        Case {
            term: days.map_or(Term::Of(Kind::ALL[kind]), Term::Days),
            received: day(received),
            entries: entries.into_iter().map(entry).collect(),
            on,
            days_off: off.into_iter().map(|(from, length)| DaysOff { from: day(from), to: day(from + length) }).collect(),
            settings: Settings { weekend: weekends[weekend].clone(), ..Settings::default() },
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn elapsed_and_paused_are_the_working_days(case in cases()) {
        let Ok(clock) = case.clock() else { return Ok(()) };
        let working = WorkingDays::new(&case.settings.weekend, &case.days_off).unwrap();
        let end = clock.stopped_on.unwrap_or(case.on).min(case.on);
        let count = working.between(case.received, end).count() as u32;
        prop_assert_eq!(clock.elapsed + clock.paused, count);
        prop_assert_eq!(clock.stages.values().sum::<u32>(), count, "every day belongs to one state");
        prop_assert!(clock.left == 0 || clock.over == 0);
        prop_assert!(working.contains(clock.due) && clock.due > case.received, "due on a working day after receipt");
        prop_assert!(clock.running != Running::Over || clock.due < case.on);
        prop_assert_eq!(clock.on_time.is_some(), clock.stopped_on.is_some());
        // Stopped on a day without work after the due day, it is late, and no working day is over.
        prop_assert!(clock.on_time != Some(true) || clock.over == 0);
    }

    #[test]
    fn a_later_look_takes_nothing_back(mut case in cases()) {
        let Ok(before) = case.clock() else { return Ok(()) };
        case.on = case.on.plus_days(1).unwrap();
        let Ok(after) = case.clock() else { return Ok(()) };
        prop_assert!(after.elapsed >= before.elapsed && after.paused >= before.paused);
        prop_assert!(after.due >= before.due, "a due day only moves on");
        prop_assert!(before.stopped_on.is_none_or(|stopped| after.stopped_on == Some(stopped)));
    }

    #[test]
    fn an_appeal_ends_on_a_working_day_and_not_before_its_days(delivered in days(), case in cases()) {
        let last = appeal_last(delivered, &case.days_off, &case.settings).unwrap();
        prop_assert!(last >= delivered.plus_days(30).unwrap());
        prop_assert!(WorkingDays::new(&case.settings.weekend, &case.days_off).unwrap().contains(last));
    }

    #[test]
    fn who_arrived_is_not_called(appointment in days(), arrived in maybe_day(), on in days()) {
        let called = callback(appointment, arrived, on, &Settings::default()).unwrap();
        let is_there = arrived.is_some_and(|arrived| arrived <= on);
        prop_assert_eq!(called.waiting.is_none(), is_there);
        prop_assert_eq!(called.due, !is_there && on.days_since(appointment) >= 5);
    }
}

#[test]
fn every_refusal_comes_up_and_every_standing() {
    let mut runner = TestRunner::deterministic();
    let (mut refused, mut standings) = (BTreeSet::new(), BTreeSet::new());
    for _ in 0..3_000 {
        match cases().new_tree(&mut runner).unwrap().current().clock() {
            Ok(clock) => standings.extend([format!("{:?}", clock.running)]),
            Err(refusals) => refused.extend(refusals.codes()),
        }
    }
    assert_eq!(refused, codes_of("deadline").into_iter().collect(), "a refusal never comes up");
    assert_eq!(standings.len(), 4, "{standings:?}");
}

#[test]
fn a_week_without_work_is_refused_and_does_not_hang() {
    let settings = Settings { weekend: Weekday::ALL.to_vec(), ..Settings::default() };
    let timed = Timed { term: Term::Days(3), received: day(0), entries: &[] };
    let refused = clock(timed, day(9), &[], &settings).unwrap_err();
    assert!(refused.has(lending::refusals::CALENDAR_WITHOUT_WORKING_DAY));
    assert!(appeal_last(day(0), &[], &settings).is_err());
    let backwards = [DaysOff { from: day(5), to: day(4) }];
    assert!(appeal_last(day(0), &backwards, &Settings::default()).is_err());
}
