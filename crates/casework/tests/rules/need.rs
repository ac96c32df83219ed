use super::{amounts, codes_of};
use casework::need::*;
use kernel::Money;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;

fn mostly<T: std::fmt::Debug>(known: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::weighted(0.98, known)
}

prop_compose! {
    fn facts()(
        (family_size, dependants, rooms) in (mostly(1..14i32), mostly(0..9i32), mostly(1..6i32)),
        (income, obligations) in (mostly(amounts(800_000)), mostly(amounts(300_000))),
        widow in mostly(any::<bool>()),
        (orphan_n, disabled_n, elderly_n) in (mostly(0..4i32), mostly(0..4i32), mostly(0..4i32)),
        tenure in mostly(prop::sample::select(vec![Tenure::Own, Tenure::Waqf, Tenure::Rent, Tenure::Hosted])),
        unsound in mostly(prop::collection::vec(prop::sample::select(vec!["kitchen", "roof", "wiring"]), 0..5)),
        earning in mostly(prop::sample::select(vec![
            EarningState::RunningProject, EarningState::Employed, EarningState::HaltedProject, EarningState::Unemployed,
            EarningState::Unable,
        ])),
    ) -> Facts {
        Facts {
            family_size,
            dependants: dependants.map(|number| number.min(family_size.unwrap_or(number))),
            income, obligations, widow, orphan_n, disabled_n, elderly_n, tenure, rooms,
            unsound: unsound.map(|names| names.into_iter().map(str::to_owned).collect()),
            earning,
        }
    }
}

/// The shipped rule with its points laid out otherwise, and sometimes a rule that cannot be.
fn rules() -> impl Strategy<Value = Rule> {
    (0..20u16, 0..15u16, 0..60i64, -2..300i32).prop_map(|(income, housing, a, full_at)| {
        let mut rule = Rule::default();
        rule.income.points -= income;
        rule.special.points += income;
        rule.housing.points -= housing;
        rule.earning.points += housing - u16::from(housing == 7);
        rule.income.full_at = Money::from(full_at * 500);
        rule.classes.a = 50 + a;
        rule
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_score_is_the_sum_of_its_parts_between_none_and_a_hundred(facts in facts(), rule in rules()) {
        let Ok(measured) = measure(&facts, &rule) else { return Ok(()) };
        prop_assert_eq!(measured.score.is_some(), measured.missing.is_empty());
        prop_assert_eq!(measured.class.is_some(), measured.score.is_some());
        prop_assert!(measured.missing.is_sorted());
        let Some(parts) = measured.parts else { return Ok(()) };
        prop_assert_eq!(Some(parts.score()), measured.score);
        prop_assert!((0..=100).contains(&parts.score()));
        let most = [rule.income.points, rule.dependency.points, rule.special.points, rule.housing.points, rule.earning.points];
        for ((part, points), most) in parts.all().into_iter().zip(most) {
            prop_assert!((0..=i64::from(most)).contains(&points), "{part:?} has {points} of {most}");
        }
    }

    #[test]
    fn more_income_never_raises_the_score(mut facts in facts(), more in amounts(100_000)) {
        let before = measure(&facts, &Rule::default()).unwrap().score;
        facts.income = facts.income.map(|income| income.plus(more).unwrap());
        prop_assert!(measure(&facts, &Rule::default()).unwrap().score <= before);
    }

    #[test]
    fn what_moved_adds_up(now in facts(), before in facts(), stored in 0..=100i64) {
        let rule = Rule::default();
        if let Some(moved) = moved(&now, &before, stored, &rule).unwrap() {
            let sum: i64 = moved.parts.iter().map(|(_, change)| change).sum();
            prop_assert_eq!(sum + moved.rule, moved.total);
            prop_assert_eq!(moved.total, measure(&now, &rule).unwrap().score.unwrap() - stored);
            prop_assert!(moved.parts.iter().all(|(_, change)| *change != 0));
        }
        if let Some(nothing) = casework::need::moved(&now, &now, 0, &rule).unwrap() {
            prop_assert!(nothing.parts.is_empty());
        }
    }

    #[test]
    fn the_class_of_a_file_changes_at_the_review_only(facts in facts(), reviewer in prop::sample::select(vec!["a", "b", "-"])) {
        let measured = measure(&facts, &Rule::default()).unwrap();
        let reviewer = (reviewer != "-").then(|| reviewer.to_owned());
        let assessment = Assessment {
            worker: Some("a".to_owned()), reviewer: reviewer.clone(), manual: None, file_class: Some(Class::C),
        };
        match review(&measured, &assessment) {
            Ok(reviewed) if reviewer.is_none() => prop_assert_eq!(reviewed.file_class, Some(Class::C)),
            Ok(reviewed) => prop_assert_eq!((reviewed.file_class, reviewer.as_deref()), (measured.class, Some("b"))),
            Err(_) => prop_assert!(reviewer.as_deref() == Some("a") || measured.class.is_none()),
        }
    }
}

#[test]
fn every_class_and_every_refusal_comes_up() {
    let mut runner = TestRunner::deterministic();
    let (mut classes, mut refused) = (BTreeSet::new(), BTreeSet::new());
    for number in 0..3_000 {
        let (mut facts, rule) = (facts(), rules()).new_tree(&mut runner).unwrap().current();
        let wrong = [&mut facts.family_size, &mut facts.rooms, &mut facts.dependants];
        if number % 10 < 3 {
            *wrong.into_iter().nth(number % 10).unwrap() = Some(-1);
        }
        match measure(&facts, &rule) {
            Err(refusals) => refused.extend(refusals.codes()),
            Ok(measured) => {
                classes.extend(measured.class);
                let class = measured.class.filter(|_| number % 2 == 0).unwrap_or(Class::A);
                let reviewer = Some(if number % 4 < 2 { "a" } else { "b" }.to_owned());
                let manual = Some(Override { class, reason: (number % 3 == 0).then(|| "x".to_owned()) });
                let assessment = Assessment { worker: Some("a".to_owned()), reviewer, manual, file_class: None };
                refused.extend(review(&measured, &assessment).err().into_iter().flatten().map(|refusal| refusal.code));
            }
        }
    }
    assert_eq!(classes.len(), 4, "{classes:?}");
    assert_eq!(refused, codes_of("need").into_iter().collect(), "a refusal never comes up");
}
