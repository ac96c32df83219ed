//! Of nothing there is no figure, and the settings of an association decide where rules leave it to them.

#![allow(clippy::unwrap_used, reason = "in a test, what goes wrong is to stop it")]

use kernel::{Day, Money};
use lending::{Holiday, HolidayRule, Weekday};
use measures::kpi::{self, Capacity};
use measures::survey::{Answer, Group, Hidden, Poll, Question, groups, satisfaction};
use measures::{Decimal, Period, Portion, Settings};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn november() -> Period {
    Period::new(day("2026-11-01"), day("2026-11-30")).unwrap()
}

#[test]
fn of_nothing_there_is_no_figure_and_never_0() {
    let (period, settings) = (november(), Settings::default());
    let shares = [
        kpi::completeness(&[], period.to()).complete,
        kpi::kept_terms(&[], period),
        kpi::evidence_verified(&[], period),
        kpi::answered_complaints(&[], period),
        kpi::fairness(&[], &settings).unwrap().all,
        kpi::visits(&[], period, &settings).unwrap().all,
        kpi::kept_commitments(&[]).association,
        kpi::referrals(&[], period, &settings).reached,
        kpi::grievances(&[], &[], period).overturned,
        kpi::traced(&[], period).linked,
        kpi::partnerships(&[], &[], period, &settings).unwrap().theirs,
        kpi::training(&[], &settings).completed,
        kpi::graduations(&[], period, &settings).unwrap().sustained,
        kpi::improvement(&[], &settings).unwrap().improved,
        kpi::governance(&[], &[], &[], period).reports,
    ];
    assert!(shares.iter().all(|share| *share == Portion::default() && share.percent().is_none()), "{shares:?}");
    assert_eq!(kpi::fairness(&[], &settings).unwrap().gap, None);
    assert_eq!(kpi::grievances(&[], &[], period).per_100, None, "no decision, no hundred of them");
    assert_eq!(kpi::improvement(&[], &settings).unwrap().median_income_change, None);
    assert_eq!(kpi::request_durations(&[], period, &[], &settings).all.median, None);
    assert_eq!(kpi::request_durations(&[], period, &[], &settings).all.p90, None);
    assert_eq!(kpi::contributions(&[], period).median_hours, None);
    assert_eq!(kpi::capacity(&Capacity::default()), None);
    assert_eq!(kpi::halts(&[], period).to_release, None);
    assert_eq!(kpi::workload(&[], period.to()).mean, None);
    assert_eq!(kpi::fund_feeding(&[]).unwrap().percent, None);
    let volunteering = kpi::volunteering(&[], period, &settings).unwrap();
    assert_eq!(
        (volunteering.hours.to_string(), volunteering.value),
        ("0".to_owned(), Money::ZERO),
        "a sum of nothing is 0"
    );
}

#[test]
fn working_days_are_those_of_the_association() {
    let request = kpi::DecidedRequest {
        service: None,
        received: day("2026-11-05"),
        decided: Some(day("2026-11-12")),
        paused: Vec::new(),
    };
    let days = |settings: &Settings, holidays: &[Holiday]| {
        let found = kpi::request_durations(std::slice::from_ref(&request), november(), holidays, settings);
        found.all.median.unwrap().to_string()
    };
    let shipped = Settings::default();
    let all_week = Settings { weekend: Vec::new(), ..Settings::default() };
    let fridays = Settings { weekend: vec![Weekday::Fri], ..Settings::default() };
    assert_eq!([&shipped, &all_week, &fridays].map(|settings| days(settings, &[])), ["5", "7", "6"]);
    let holiday = |rule| Holiday { from: day("2026-11-08"), to: day("2026-11-09"), rule };
    assert_eq!(days(&shipped, &[holiday(HolidayRule::default())]), "3");
    assert_eq!(days(&shipped, &[holiday(HolidayRule::SameDay)]), "5", "a holiday that changes nothing is none");
    let standing = kpi::DecidedRequest { paused: vec![(day("2026-11-09"), None)], ..request.clone() };
    let found = kpi::request_durations(&[standing], november(), &[], &shipped);
    assert_eq!(found.all.median.unwrap().to_string(), "2", "who never came back waits to the end");
}

#[test]
fn hours_and_amounts_are_rounded_once() {
    let hours = |hours: &str| kpi::VolunteerHours {
        party: "p".to_owned(),
        on: day("2026-11-03"),
        hours: hours.parse::<Decimal>().unwrap(),
        approved: true,
    };
    let settings = Settings { volunteer_rate: Money::from(10_01), ..Settings::default() };
    let found = kpi::volunteering(&[hours("0.333"), hours("0.333")], november(), &settings).unwrap();
    assert_eq!(found.hours.to_string(), "0.67");
    assert_eq!(found.value, Money::from(6_67), "of 0.666 hours, not of those shown");
    assert_eq!(kpi::volunteering(&[hours("3.5"), hours("0.5")], november(), &settings).unwrap().hours.to_string(), "4");
}

#[test]
fn a_poll_shows_nothing_before_its_end_not_even_of_groups() {
    let settings = Settings::default();
    let poll = |on| Some(Poll { closes: day("2026-12-09"), on: day(on) });
    let answers = [Answer::Valid(5); 6];
    let hidden = |on| satisfaction(Question::Scale, &answers, poll(on), &settings).unwrap().hidden;
    assert_eq!((hidden("2026-12-09"), hidden("2026-12-10")), (Some(Hidden::BeforeClose), None));
    let all = [Group { name: "a".to_owned(), satisfied: 6, valid: 9 }];
    let before = groups(&all, false, poll("2026-12-09"), &settings).unwrap();
    assert!(before.shown.is_empty() && before.total == Portion::default(), "{before:?}");
    assert_eq!(groups(&all, false, poll("2026-12-10"), &settings).unwrap().total.percent(), Some(67));
}
