use super::{codes_of, day};
use casework::criteria::*;
use casework::requests::State;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;

const NAMES: [&str; 3] = ["a", "b", "c"];

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => (0..6i64).prop_map(|number| Value::Number(number.into())),
        1 => (0..6i32).prop_map(|number| Value::Day(day(number))),
        1 => any::<bool>().prop_map(Value::Bool),
    ]
}

fn operands() -> impl Strategy<Value = Operand> {
    let plain = prop_oneof![9 => values().prop_map(Operand::Value), 1 => Just(Operand::Today)];
    prop_oneof![3 => plain.clone(), 2 => prop::collection::vec(plain, 1..3).prop_map(Operand::List)]
}

prop_compose! {
    fn drafts()(all in prop::collection::vec((
        0..3usize, 0..11usize, prop::option::weighted(0.95, operands()), any::<bool>(), prop::option::weighted(0.3, 0..5i64),
    ), 0..4)) -> Vec<Draft> {
        let draft = |(fact, op, value, mandatory, weight): (usize, usize, _, _, _)| Draft {
            fact: NAMES[fact].to_owned(),
            op: Op::ALL.get(op).map_or("above", |op| op.name()).to_owned(),
            value, mandatory, weight,
        };
        all.into_iter().map(draft).collect()
    }
}

/// Facts, of numbers only where they are to fit criteria of numbers.
fn facts(values: impl Strategy<Value = Value>) -> impl Strategy<Value = Facts> {
    prop::collection::vec((prop::option::of(values), any::<bool>()), 3).prop_map(|all| {
        let fact = |(name, (value, genuine)): (&&str, _)| ((*name).to_owned(), Fact { value, genuine });
        NAMES.iter().zip(all).map(fact).collect()
    })
}

fn numbers() -> impl Strategy<Value = Value> {
    (0..6i64).prop_map(|number| Value::Number(number.into()))
}

/// Criteria over numbers that can be announced.
fn announced() -> impl Strategy<Value = Criteria> {
    let one = (0..3usize, 0..6usize, 0..6i64, prop::option::of(0..5i64)).prop_map(|(fact, op, value, weight)| Draft {
        fact: NAMES[fact].to_owned(),
        op: Op::ALL[op].name().to_owned(),
        value: Some(Operand::Value(Value::Number(value.into()))),
        mandatory: weight.is_none(),
        weight,
    });
    prop::collection::vec(one, 1..5).prop_map(|drafts| Criteria::new(drafts).unwrap())
}

prop_compose! {
    fn files()(all in prop::collection::vec((
        prop::option::of(0..9i64), facts(numbers()), prop::bool::weighted(0.8), prop::option::weighted(0.2, (2..4i64, 0..9usize)),
        prop::option::weighted(0.1, 2..4i64),
    ), 0..8)) -> Vec<FileFacts> {
        let file = |(number, (score, facts, active, request, declined)): (usize, (_, _, _, Option<(i64, usize)>, _))| {
            let request = request.map(|(version, state)| RequestOf { version, state: State::ALL[state] });
            FileFacts {
                number: format!("B-{number}"), active, score, facts, requests: request.into_iter().collect(), declined,
            }
        };
        all.into_iter().enumerate().map(file).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn the_whole_follows_from_the_results(criteria in announced(), facts in facts(numbers())) {
        let judged = criteria.judge(&facts, day(0)).unwrap();
        prop_assert_eq!(judged.results.len(), criteria.len());
        prop_assert!(judged.mandatory_met <= judged.mandatory && judged.points >= 0);
        prop_assert!((judged.whole == Whole::Eligible) == (judged.mandatory_met == judged.mandatory));
        prop_assert!(judged.whole != Whole::Incomplete || !judged.missing.is_empty());
        let distinct: BTreeSet<_> = judged.missing.iter().collect();
        prop_assert_eq!(distinct.len(), judged.missing.len(), "each once");
    }

    #[test]
    fn an_unknown_fact_is_never_not_met(criteria in announced()) {
        let judged = criteria.judge(&Facts::new(), day(0)).unwrap();
        prop_assert!(judged.results.iter().all(|met| *met == Met::Unknown));
        prop_assert!(judged.whole != Whole::NotEligible);
    }

    #[test]
    fn the_opposite_of_a_comparison_is_its_opposite(fact in 0..6i64, value in 0..6i64) {
        let judged = |op: Op| {
            let draft = Draft {
                fact: "a".to_owned(), op: op.name().to_owned(), value: Some(Operand::Value(Value::Number(value.into()))),
                mandatory: true, weight: None,
            };
            let facts = [("a".to_owned(), Fact::plain(Value::Number(fact.into())))].into();
            Criteria::new(vec![draft]).unwrap().judge(&facts, day(0)).unwrap().whole == Whole::Eligible
        };
        for (one, other) in [(Op::Eq, Op::Ne), (Op::Lt, Op::Gte), (Op::Gt, Op::Lte)] {
            prop_assert!(judged(one) != judged(other));
        }
    }

    #[test]
    fn every_file_is_listed_or_left_out_and_the_list_is_in_order(criteria in announced(), files in files()) {
        let service = Service { version: 3, state: ServiceState::Announced, closes_on: Some(day(0)) };
        let list = who_did_not_ask(&criteria, service, &files, day(0), &Settings::default()).unwrap();
        prop_assert_eq!(list.selected.len() + list.left_out.len(), files.len());
        let need = |listed: &Listed| (listed.score.is_none(), -listed.score.unwrap_or(0), listed.number.clone());
        prop_assert!(list.selected.is_sorted_by_key(need));
        for listed in &list.selected {
            let file = files.iter().find(|file| file.number == listed.number).unwrap();
            prop_assert!(file.active && file.requests.iter().all(|request| request.version != 3));
            prop_assert!(listed.mandatory_met * 2 >= listed.mandatory);
        }
        prop_assert!(who_did_not_ask(&criteria, service, &files, day(1), &Settings::default()).is_err(), "closed");
    }

    #[test]
    fn places_are_given_to_the_first(criteria in announced(), files in files(), capacity in prop::option::of(0..5usize)) {
        let applicants: Vec<_> = files
            .into_iter()
            .map(|file| Applicant { number: file.number, received: day(0), score: file.score, facts: file.facts })
            .collect();
        let places = rank(&criteria, &applicants, capacity, day(0)).unwrap();
        prop_assert!(capacity.is_none_or(|capacity| places.ranked.len() <= capacity));
        prop_assert!(places.waitlist.is_empty() || Some(places.ranked.len()) == capacity);
        let all: Vec<_> = places.ranked.iter().chain(&places.waitlist).map(|ranked| (ranked.total.is_none(), -ranked.total.unwrap_or(0))).collect();
        prop_assert!(all.is_sorted());
    }
}

#[test]
fn every_refusal_comes_up_and_every_comparison_can_be_asked() {
    let mut runner = TestRunner::deterministic();
    let (mut refused, mut asked) = (BTreeSet::new(), 0);
    for _ in 0..3_000 {
        let (drafts, facts) = (drafts(), facts(values())).new_tree(&mut runner).unwrap().current();
        match Criteria::new(drafts) {
            Ok(criteria) => {
                asked += 1;
                refused.extend(
                    criteria
                        .judge(&facts, day(0))
                        .err()
                        .into_iter()
                        .flat_map(|refusals| refusals.codes().collect::<Vec<_>>()),
                );
                let service = Service { version: 1, state: ServiceState::Draft, closes_on: None };
                let list = who_did_not_ask(&criteria, service, &[], day(0), &Settings::default());
                refused.extend(list.err().into_iter().flat_map(|refusals| refusals.codes().collect::<Vec<_>>()));
            }
            Err(refusals) => {
                let codes: Vec<_> = refusals.codes().collect();
                assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "each code once");
                refused.extend(codes);
            }
        }
    }
    assert_eq!(refused, codes_of("criteria").into_iter().collect(), "a refusal never comes up");
    assert!(asked > 100, "only {asked} lists of criteria can be announced");
}

#[test]
fn numbers_are_read_by_their_shape() {
    let number = |text| Value::of_text(text);
    assert_eq!(number("400"), number("400.00"));
    assert_eq!(number("400"), Value::Number(kernel::Money::from(40_000).into()));
    assert!(Number::read("0.99") < Number::read("1") && Number::read("-2") < Number::read("-1.5"));
    for text in ["", "-", "1.", ".5", "1e3", "+1", "1,000", "٤", "0.1234567890123"] {
        assert_eq!(Number::read(text), None, "{text}");
    }
    assert_eq!(number("2026-11-21").kind(), Some(Kind::Day));
    assert_eq!(number("2026-11-31").kind(), Some(Kind::Text), "no such day");
}
