use super::*;
use crate::model::{AssessmentKind, FileClass};
use kernel::id::AssessmentId;

/// N1 of the casework vectors: the page of the prototype.
fn now() -> AssessmentFacts {
    let riyals = |amount: i64| Some(Money::from_riyals(amount).unwrap());
    AssessmentFacts {
        family_size: Some(7),
        dependants: Some(6),
        widow: Some(true),
        orphan_n: Some(6),
        disabled_n: Some(0),
        elderly_n: Some(0),
        social_security: riyals(2140),
        citizen_account: riyals(760),
        project_income: riyals(1150),
        piecework: riyals(0),
        rent: riyals(1000),
        debts: riyals(250),
        tenure: Some(DwellingTenure::Rent),
        rooms: Some(3),
        unsound: Some(String::new()),
        earning: Some(HouseholdEarning::HaltedProject),
        ..AssessmentFacts::default()
    }
}

fn before() -> EarlierAssessment {
    let facts = AssessmentFacts {
        project_income: Some(Money::from(185_000)),
        piecework: Some(Money::from(60_000)),
        earning: Some(HouseholdEarning::RunningProject),
        ..now()
    };
    EarlierAssessment {
        assessment: AssessmentId::from_bytes([1; 16]),
        kind: AssessmentKind::Periodic,
        done_on: "2026-10-31".parse().unwrap(),
        facts,
        score: 52,
        class: FileClass::B,
        per_capita: None,
    }
}

fn draft(facts: AssessmentFacts) -> AssessmentDraft {
    AssessmentDraft {
        done_on: "2026-11-21".parse().unwrap(),
        reason: String::new(),
        facts,
        abilities: Vec::new(),
        manual_class: None,
        manual_reason: String::new(),
    }
}

#[test]
fn the_page_of_the_prototype_says_what_the_vectors_say() {
    let looked = look(&draft(now()), &Rule::default(), Some(&before())).unwrap();
    let measure = looked.measure.unwrap();
    assert_eq!((measure.score, measure.per_capita), (Some(62), Some(Money::from(40_000))));
    let moved = looked.moved.unwrap();
    assert_eq!(moved.parts, [(need::Part::Income, 7), (need::Part::Earning, 3)]);
    assert_eq!(moved.total, 10);
    assert_eq!(looked.changed, ["earning", "piecework", "project_income"]);
    assert!(looked.conditions.iter().all(|one| one.met));
    let keys: Vec<&str> = looked.suggested.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(keys, ["project_halted", "income_gap", "crowded", "orphans", "debts", "rent", "schooling"]);
}

#[test]
fn an_unknown_fact_is_named_and_no_zero() {
    let facts = AssessmentFacts { rent: None, debts: None, rooms: None, ..now() };
    let looked = look(&draft(facts), &Rule::default(), None).unwrap();
    assert_eq!(looked.measure.unwrap().score, None);
    assert_eq!(looked.obligations, None);
    let open: Vec<&Condition> = looked.conditions.iter().filter(|one| !one.met).collect();
    assert_eq!(open.len(), 1);
    assert_eq!((open[0].key.as_str(), open[0].args["n"].as_str()), ("assessments.facts_known", "2"));
    assert!(looked.changed.is_empty() && looked.moved.is_none(), "nothing stands before a first one");
}

#[test]
fn what_cannot_be_is_named_with_its_field() {
    let looked = look(&draft(AssessmentFacts { dependants: Some(8), ..now() }), &Rule::default(), None).unwrap();
    assert!(looked.measure.is_none());
    assert_eq!(looked.refused[0].field, "dependants");
    assert!(!looked.conditions[0].met);
}

#[test]
fn a_class_given_by_hand_differs_and_says_why() {
    let by_hand = |class, reason: &str| {
        let typed = AssessmentDraft { manual_class: Some(class), manual_reason: reason.into(), ..draft(now()) };
        look(&typed, &Rule::default(), None).unwrap().conditions.into_iter().all(|one| one.met)
    };
    assert!(by_hand(FileClass::A, "لم يستقر دخل المشروع"));
    assert!(!by_hand(FileClass::A, " "));
    assert!(!by_hand(FileClass::B, "كما هي"), "as the rule computes it is no exception");
}
