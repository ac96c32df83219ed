//! Every refusal can happen, and happens for the reason it names.

#![allow(clippy::unwrap_used, reason = "in a test, what goes wrong is to stop it")]

use kernel::{Code, Day, Failure};
use measures::indicators::{Measure, Measured, PeriodReading, Readings, achievement, elapsed};
use measures::initiatives::{Initiative, progress};
use measures::kpi::{CriteriaDecision, fairness, social_return};
use measures::refusals::*;
use measures::survey::{Answer, Question, Sheet, double_entry, satisfaction};
use measures::{Decimal, Period, Refused, Settings};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn first<T: std::fmt::Debug>(refused: Result<T, Refused>) -> Code {
    Failure::from(refused.unwrap_err()).code().unwrap()
}

fn code<T: std::fmt::Debug>(refused: kernel::Result<T>) -> Code {
    refused.unwrap_err().code().unwrap()
}

fn sheet(code: &str, second: Option<&str>) -> Sheet {
    Sheet { code: code.to_owned(), first: "55".to_owned(), second: second.map(ToOwned::to_owned) }
}

fn growing(baseline: &str, target: Option<&str>) -> Measure {
    let readings = Readings { target: target.map(number), measured: Measured::Now(Some(number("12"))) };
    Measure::Increase { baseline: Some(number(baseline)), readings }
}

#[test]
fn every_refusal_happens() {
    let settings = Settings::default();
    let on = day("2026-11-21");
    let decision = |version| CriteriaDecision { version, group: "f".to_owned(), approved: Some(true), count: 1 };
    let reached = |measure| first(achievement(&measure, on, &settings));
    let seen = [
        code(Period::new(on, day("2026-11-20"))),
        code(fairness(&[decision(2), decision(3)], &settings)),
        code(social_return()),
        code(Question::YesNo.answer(3)),
        first(double_entry(&[sheet("Q1", None), sheet("Q1", None)], None, &settings)),
        first(double_entry(&[sheet("Q1", None), sheet("Q2", Some("55"))], None, &settings)),
        reached(growing("10", None)),
        reached(growing("10", Some("10.0"))),
        reached(growing("10", Some("9"))),
        first(progress(&[Initiative { progress: number("100.1"), ..Initiative::default() }])),
        first(elapsed(on, day("2026-11-20"), on)),
    ];
    assert_eq!(seen, REFUSALS, "in the order of the list; a new refusal needs its case here");
}

#[test]
fn all_reasons_are_told_each_once_in_the_order_of_the_rule() {
    let two = [sheet("Q1", None), sheet("Q2", Some("5")), sheet("Q1", Some("5")), sheet("Q1", None)];
    let refused = double_entry(&two, None, &Settings::default()).unwrap_err();
    assert_eq!(refused.refusals().iter().map(|refusal| refusal.code).collect::<Vec<_>>(), [CODE_ENTERED, NOT_CHOSEN]);

    let backwards = Initiative {
        progress: number("-1"),
        start: Some(day("2026-01-02")),
        end: Some(day("2026-01-01")),
        ..Initiative::default()
    };
    let refused = progress(&[backwards, backwards]).unwrap_err();
    assert_eq!(refused.refusals().iter().map(|refusal| refusal.code).collect::<Vec<_>>(), [PROGRESS, DATES]);
}

#[test]
fn an_answer_beyond_the_scale_is_refused_however_it_comes() {
    for number in [-1, 6, 256, i64::MAX] {
        assert_eq!(code(Question::Scale.answer(number)), ANSWER, "{number}");
    }
    let answers = [Answer::Valid(3)];
    assert_eq!(code(satisfaction(Question::YesNo, &answers, None, &Settings::default())), ANSWER);
    assert_eq!(code(satisfaction(Question::Scale, &[Answer::Valid(0)], None, &Settings::default())), ANSWER);
}

#[test]
fn the_target_of_the_period_goes_first_and_is_held_to_the_same() {
    let reading = |target: Option<&str>, approved| PeriodReading {
        from: day("2026-01-01"),
        to: day("2026-03-31"),
        target: target.map(number),
        actual: Some(number("15")),
        approved,
    };
    let measure = |own: Option<&str>, period| Measure::Increase {
        baseline: Some(number("10")),
        readings: Readings { target: own.map(number), measured: Measured::ByPeriod(vec![period]) },
    };
    let reached = |measure: &Measure| achievement(measure, day("2026-11-21"), &Settings::default());
    assert_eq!(reached(&measure(Some("50"), reading(Some("20"), true))).unwrap().percent, Some(50));
    assert_eq!(reached(&measure(Some("50"), reading(None, true))).unwrap().percent, Some(13), "12.5 away from zero");
    assert_eq!(first(reached(&measure(Some("50"), reading(Some("10"), true)))), TARGET_EQUALS_BASELINE);
    assert_eq!(first(reached(&measure(None, reading(None, true)))), TARGET);
    let planned = reached(&measure(None, reading(Some("20"), false))).unwrap();
    assert_eq!(planned.percent, None, "a period that is not approved yet has a target, and no measurement");
}
