use super::{amounts, codes_of, day, days, maybe_day};
use casework::Role;
use casework::holds::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;

prop_compose! {
    fn visits()(all in prop::collection::vec((maybe_day(), maybe_day(), 0..4usize, any::<bool>()), 0..4)) -> Vec<Visit> {
        let signals = [None, Some(Signal::Sound), Some(Signal::Watch), Some(Signal::Distress)];
        let visit = |(number, (planned, done, signal, cancelled))| {
            Visit { id: format!("v{number}"), planned, done, signal: signals[signal], cancelled }
        };
        all.into_iter().enumerate().map(visit).collect()
    }
}

prop_compose! {
    fn commitments()(all in prop::collection::vec((any::<bool>(), days(), maybe_day(), any::<bool>(), 0..4usize), 0..5))
        -> Vec<Commitment> {
        let commitment = |(number, (ours, due, met_on, excused, on)): (usize, _)| Commitment {
            id: format!("c{number}"),
            owner: if ours { Owner::Association } else { Owner::Beneficiary },
            due,
            met_on,
            excused,
            depends_on: (on < number).then(|| format!("c{on}")),
        };
        all.into_iter().enumerate().map(commitment).collect()
    }
}

prop_compose! {
    fn guarantees()(all in prop::collection::vec((0..4usize, maybe_day()), 0..3)) -> Vec<Guarantee> {
        use GuaranteeState::*;
        let guarantee = |(number, (state, expires)): (usize, (usize, _))| Guarantee {
            id: format!("g{number}"), state: [Proposed, Verified, Expired, Released][state], expires,
        };
        all.into_iter().enumerate().map(guarantee).collect()
    }
}

prop_compose! {
    fn readings()(all in prop::collection::vec((days(), amounts(50), amounts(50), any::<bool>()), 0..6)) -> Vec<Reading> {
        let reading = |(on, sales, net, taken): (_, _, _, bool)| Reading {
            on, sales: taken.then_some(sales), net: taken.then_some(net),
        };
        all.into_iter().map(reading).collect()
    }
}

prop_compose! {
    fn facts()(
        on in days(), late in 0..20i32, active in prop::bool::weighted(0.9), visits in visits(),
        purchases in prop::collection::vec((maybe_day(), maybe_day()), 0..3), commitments in commitments(),
        guarantees in guarantees(), readings in readings(),
    ) -> Facts {
        let purchase = |(number, (paid_on, verified_on))| Purchase { id: format!("p{number}"), paid_on, verified_on };
        Facts {
            on,
            loan: LoanFacts { active, dpd: late, overdue_since: (late > 0).then(|| on.plus_days(-late).unwrap()) },
            visits,
            purchases: purchases.into_iter().enumerate().map(purchase).collect(),
            commitments,
            guarantees,
            readings,
            holds: Vec::new(),
        }
    }
}

fn releases() -> impl Strategy<Value = Release> {
    let plan = (prop::option::of(amounts(60)), amounts(2), amounts(2)).prop_map(|(instalment, owed, total)| {
        Decision::Reschedule(Reschedule { new_instalment: instalment, outstanding: Some(owed), new_total: Some(total) })
    });
    let decision = prop_oneof![
        Just(Decision::CoachResume),
        plan,
        any::<bool>().prop_map(|assets_listed| Decision::Stop { assets_listed })
    ];
    let names = prop::sample::select(vec!["a", "b", "c"]);
    let roles = prop::sample::select(vec![Role::Staff, Role::Supervisor, Role::Director, Role::Committee]);
    (decision, names.clone(), names, roles, any::<bool>(), any::<bool>()).prop_map(
        |(decision, proposed_by, approved_by, role, declared, reasoned)| Release {
            decision,
            proposed_by: proposed_by.to_owned(),
            approved_by: approved_by.to_owned(),
            role,
            declared,
            reason: Some(if reasoned { "x" } else { " " }.to_owned()),
        },
    )
}

/// The hold that a look opens, as it would be kept.
fn kept(findings: &Findings, open: bool) -> Hold {
    let causes = findings.causes.iter().map(|cause| (cause.kind, cause.reference.clone())).collect();
    Hold { id: "h".to_owned(), open, opened_on: day(0), opened_by: Some("c".to_owned()), causes }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn causes_are_in_order_begin_by_the_day_and_open_a_hold(facts in facts()) {
        let found = look(&facts, &Settings::default());
        prop_assert!(found.causes.is_sorted_by_key(|cause| cause.kind));
        prop_assert!(found.causes.iter().all(|cause| cause.since <= facts.on), "since lies after the day looked at");
        prop_assert!(found.causes.iter().all(|cause| cause.side == cause.kind.side()));
        prop_assert_eq!(found.change == Change::Opened, !found.causes.is_empty());
        prop_assert!(facts.loan.active || found.causes.is_empty(), "only an active loan is halted");
        let halts = |id: &String| found.causes.iter().any(|cause| cause.reference == *id);
        prop_assert!(!found.tasks.iter().any(halts), "our own lateness halts nothing");
        prop_assert!(!found.commitments_because_of_us.iter().any(halts), "nor does what had to wait for us");
    }

    #[test]
    fn what_is_good_opens_no_hold(facts in facts(), number in 0..3usize) {
        let before = look(&facts, &Settings::default());
        let (mut better, on) = (facts.clone(), facts.on);
        match number {
            0 => better.visits.push(Visit {
                id: "good".to_owned(), planned: Some(on), done: Some(on), signal: Some(Signal::Sound), cancelled: false,
            }),
            1 => better.purchases.push(Purchase { id: "good".to_owned(), paid_on: Some(on), verified_on: Some(on) }),
            _ => better.commitments.push(Commitment {
                id: "good".to_owned(), owner: Owner::Beneficiary, due: on, met_on: Some(on), excused: false, depends_on: None,
            }),
        }
        prop_assert_eq!(look(&better, &Settings::default()), before);
    }

    #[test]
    fn what_was_judged_does_not_open_again(mut facts in facts(), open in any::<bool>()) {
        let first = look(&facts, &Settings::default());
        facts.holds.push(kept(&first, open));
        let again = look(&facts, &Settings::default());
        prop_assert!(again.causes.is_empty());
        prop_assert_eq!(again.change, if open { Change::Unchanged } else { Change::None });
        prop_assert_eq!((&again.tasks, again.dpd_because_of_us), (&first.tasks, first.dpd_because_of_us));
    }

    #[test]
    fn what_comes_later_is_not_used(mut facts in facts(), reading in amounts(50)) {
        let before = look(&facts, &Settings::default());
        let tomorrow = facts.on.plus_days(1).unwrap();
        facts.readings.push(Reading { on: tomorrow, sales: Some(reading), net: Some(reading) });
        facts.visits.push(Visit {
            id: "later".to_owned(), planned: None, done: Some(tomorrow), signal: Some(Signal::Distress), cancelled: false,
        });
        prop_assert_eq!(look(&facts, &Settings::default()), before);
    }

    #[test]
    fn nobody_ends_a_hold_alone(mut facts in facts(), wished in releases()) {
        facts.holds.push(kept(&look(&facts, &Settings::default()), true));
        if let Ok(after) = release(&facts, &wished, &Settings::default()) {
            prop_assert!(wished.proposed_by != wished.approved_by && wished.approved_by != "c");
            prop_assert!(wished.declared && matches!(wished.role, Role::Director | Role::Committee));
            let stopped = matches!(wished.decision, Decision::Stop { .. });
            prop_assert_eq!(after.project == ProjectState::Stopped, stopped);
            prop_assert_eq!(after.tranches == Tranches::Cancelled, stopped);
        }
    }
}

/// Random facts prove nothing when hardly anything comes up.
#[test]
fn every_cause_and_every_refusal_comes_up() {
    let mut runner = TestRunner::deterministic();
    let (mut causes, mut refused, mut released) = (BTreeSet::new(), BTreeSet::new(), 0);
    for _ in 0..5_000 {
        let (mut facts, wished) = (facts(), releases()).new_tree(&mut runner).unwrap().current();
        let found = look(&facts, &Settings::default());
        causes.extend(found.causes.iter().map(|cause| cause.kind));
        if !found.causes.is_empty() {
            facts.holds.push(kept(&found, true));
        }
        match release(&facts, &wished, &Settings::default()) {
            Ok(_) => released += 1,
            Err(refusals) => refused.extend(refusals.codes()),
        }
    }
    assert_eq!(causes.len() + 1, CauseKind::ALL.len(), "all but the one that is told come up: {causes:?}");
    assert_eq!(refused, codes_of("hold").into_iter().collect(), "a refusal never comes up");
    assert!(released > 30, "only {released} holds were ended");
}
