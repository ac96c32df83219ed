//! Every refusal can happen, and happens for the reason it names; and what stands beside the stories of the case files.

#![allow(clippy::unwrap_used, reason = "in a test, what goes wrong is to stop it")]

use kernel::{Code, Day, Failure, Money};
use lending::refusals::*;
use lending::{
    Acceptance, Bucket, Event, EventKind, Holiday, HolidayRule, Loan, MonthDay, Period, Place, Share, Split, Status,
    Terms, Weekday, WorkCalendar,
};
use std::collections::BTreeSet;
use std::num::NonZeroU16;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn number(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

/// 300 riyals in three months from 2025-01-01.
fn terms() -> Terms {
    Terms::plain(money("300.00"), number(3), Period::Months(number(1)), day("2025-01-01"))
}

/// Events entered on the loan of [`terms`], one after the other.
struct Office {
    loan: Loan,
    events: Vec<Event>,
}

impl Office {
    fn new() -> Self {
        Self::of(terms())
    }

    fn of(terms: Terms) -> Self {
        Self { loan: Loan::new(terms).unwrap(), events: Vec::new() }
    }

    fn event(&self, on: &str, kind: EventKind) -> Event {
        Event { place: Place(self.events.len() as u32 + 1), on: day(on), key: None, kind }
    }

    fn enter(mut self, on: &str, kind: EventKind) -> Self {
        let event = self.event(on, kind);
        assert_eq!(self.loan.accept(&self.events, &event), Ok(Acceptance::New), "{event:?} is to be accepted");
        self.events.push(event);
        self
    }

    fn refuses(&self, on: &str, kind: EventKind) -> Failure {
        self.loan.accept(&self.events, &self.event(on, kind)).unwrap_err()
    }
}

fn repay(riyals: i32) -> EventKind {
    EventKind::Repay { amount: Money::from(riyals * 100), advance: None }
}

fn refused_terms(change: impl FnOnce(&mut Terms)) -> Code {
    let mut terms = terms();
    change(&mut terms);
    Loan::new(terms).unwrap_err().code().unwrap()
}

fn of_terms() -> Vec<Code> {
    let share = |percent| Share::from_percent(percent).unwrap();
    let holiday = |from, to| Holiday { from: day(from), to: day(to), rule: HolidayRule::default() };
    vec![
        refused_terms(|terms| terms.principal = Money::ZERO),
        refused_terms(|terms| terms.unit = Money::ZERO),
        Share::from_percent("a quarter").unwrap_err().code().unwrap(),
        refused_terms(|terms| terms.upfront = share("101")),
        refused_terms(|terms| (terms.grace, terms.grace_within) = (3, true)),
        refused_terms(|terms| (terms.instalments, terms.every) = (number(10_001), Period::Days(number(1)))),
        refused_terms(|terms| {
            (terms.every, terms.month_day) = (Period::HijriMonths(number(1)), MonthDay::LastOfMonth);
        }),
        refused_terms(|terms| terms.calendar.weekend = Weekday::ALL.to_vec()),
        refused_terms(|terms| terms.calendar.holidays = vec![holiday("2025-02-02", "2025-02-01")]),
        refused_terms(|terms| terms.arrears_buckets = vec![Bucket::new(30, Some(1))]),
        refused_terms(|terms| {
            (terms.split, terms.instalments) = (Split::CeilThenLast, number(300));
            terms.unit = Money::from(200);
        }),
        refused_terms(|terms| terms.split = Split::Weights(vec![share("50"); 2])),
        refused_terms(|terms| terms.length = Some(Period::Days(number(40)))),
    ]
}

fn of_events() -> Vec<Code> {
    let amount = Money::from(100);
    let undo = |place| EventKind::Undo { target: Place(place) };
    let paid = || Office::new().enter("2025-01-10", repay(100));
    let lost = || Office::new().enter("2025-01-10", EventKind::WriteOff);
    let (backwards, week) = (day("2025-01-09"), day("2025-01-10"));
    let failures = [
        Office::new().refuses("2025-01-10", repay(0)),
        Office::new().refuses("2024-12-31", repay(1)),
        Office::new().enter("2025-01-10", EventKind::WriteOff).refuses("2025-01-11", repay(1)),
        Office::new().enter("2025-01-10", repay(300)).refuses("2025-01-11", EventKind::WriteOff),
        paid().refuses("2025-01-11", EventKind::Recover { amount }),
        lost().refuses("2025-01-11", EventKind::Recover { amount: money("300.01") }),
        {
            let office = lost().enter("2025-01-11", EventKind::Recover { amount });
            office.loan.accept_write_off_undone(&office.events, &office.event("2025-01-12", undo(1))).unwrap_err()
        },
        paid().refuses("2025-01-11", EventKind::Refund { amount: money("100.01") }),
        paid().refuses("2025-01-11", EventKind::WaiveFee { amount }),
        paid().refuses("2025-01-11", EventKind::Forgive { amount: money("200.01") }),
        paid().refuses("2025-01-11", undo(9)),
        paid().enter("2025-01-11", undo(1)).refuses("2025-01-11", undo(1)),
        paid().enter("2025-01-11", undo(1)).refuses("2025-01-11", undo(2)),
        paid().refuses("2025-01-11", EventKind::Shift { from_due: day("2025-02-02"), to: day("2025-02-03") }),
        paid().refuses("2025-04-01", EventKind::ReAmortise),
        Office::of(Terms { length: Some(Period::Days(number(70))), ..terms() })
            .refuses("2025-01-11", EventKind::Extend { from_due: day("2025-02-01"), by: number(1) }),
        paid().refuses("2025-01-11", EventKind::Pause { from: week, until: backwards }),
        paid().refuses("2025-01-11", EventKind::Resume),
        paid().enter("2025-01-12", EventKind::Refund { amount }).refuses("2025-01-13", undo(1)),
    ];
    failures.iter().map(|failure| failure.code().unwrap()).collect()
}

#[test]
fn every_refusal_can_happen() {
    let mut seen = of_terms();
    seen.extend(of_events());
    assert_eq!(seen, REFUSALS, "in the order of the list; a new refusal needs its case here");
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), seen.len(), "each for its own reason");
}

/// What comes in after a write-off is no repayment: no row takes it, and the loan stays written off. It can be taken back,
/// and the write-off then too, by a door of its own.
#[test]
fn money_that_comes_in_after_a_write_off_pays_no_row() {
    let recovered = EventKind::Recover { amount: money("40.00") };
    let office = Office::new()
        .enter("2025-01-10", repay(100))
        .enter("2025-02-10", EventKind::WriteOff)
        .enter("2025-03-01", recovered.clone());
    let state = office.loan.replay(&office.events).unwrap();
    assert_eq!((state.written_off(), state.recovered, state.balance), (money("200.00"), money("40.00"), Money::ZERO));
    assert_eq!((state.status, state.paid_principal, state.credit), (Status::WrittenOff, money("100.00"), Money::ZERO));
    let before = office.loan.replay_on(&office.events, day("2025-02-28")).unwrap();
    assert_eq!((before.recovered, before.status), (Money::ZERO, Status::WrittenOff));
    assert_eq!(office.refuses("2025-02-09", recovered).code(), Some(NOT_WRITTEN_OFF), "the day before it was lost");
    let office = office.enter("2025-03-02", EventKind::Undo { target: Place(3) });
    let undo = office.event("2025-03-03", EventKind::Undo { target: Place(2) });
    assert_eq!(office.loan.accept(&office.events, &undo).unwrap_err().code(), Some(WRITTEN_OFF));
    assert_eq!(office.loan.accept_write_off_undone(&office.events, &undo), Ok(Acceptance::New));
    let other = office.event("2025-03-03", EventKind::Undo { target: Place(1) });
    assert_eq!(office.loan.accept_write_off_undone(&office.events, &other).unwrap_err().code(), Some(NO_SUCH_EVENT));
    let events = [office.events.as_slice(), &[undo]].concat();
    let back = office.loan.replay(&events).unwrap();
    assert_eq!((back.status, back.balance, back.written_off()), (Status::Active, money("200.00"), Money::ZERO));
}

#[test]
fn a_refusal_tells_the_day_or_the_amount_that_mends_it() {
    let args = |failure| match failure {
        Failure::Refused(refusal) => refusal.args,
        other => panic!("a refusal is wanted, not {other}"),
    };
    let office = Office::new().enter("2025-01-10", repay(100));
    let too_much = office.refuses("2025-01-11", EventKind::Refund { amount: money("999.00") });
    assert_eq!(args(too_much)["paid_in"], "100.00");
    let office = office.enter("2025-01-20", EventKind::Refund { amount: money("60.00") });
    let undone = office.refuses("2025-01-21", EventKind::Undo { target: Place(1) });
    assert_eq!(args(undone)["day"], "2025-01-20", "the refund is what stands in the way");
}

#[test]
fn a_place_out_of_turn_is_a_mistake_of_the_program() {
    let office = Office::new().enter("2025-01-10", repay(100));
    let again = Event { place: Place(1), on: day("2025-01-11"), key: None, kind: repay(1) };
    assert!(matches!(office.loan.accept(&office.events, &again), Err(Failure::Broken { .. })));
}

#[test]
fn what_is_forgiven_comes_off_the_earliest_rows() {
    let office = Office::new().enter("2025-01-10", EventKind::Forgive { amount: money("130.00") });
    let state = office.loan.replay(&office.events).unwrap();
    let left: Vec<i64> = state.rows.iter().map(|row| row.outstanding().halalas()).collect();
    assert_eq!(left, [0, 7_000, 10_000]);
    assert_eq!((state.forgiven, state.balance), (money("130.00"), money("170.00")));

    let office = office.enter("2025-02-01", EventKind::Forgive { amount: money("170.00") });
    let state = office.loan.replay(&office.events).unwrap();
    assert_eq!((state.status, state.closed_on), (Status::Closed, Some(day("2025-02-01"))));
}

#[test]
fn a_preview_names_the_rows_and_what_is_left_of_them() {
    let office = Office::new().enter("2025-01-10", repay(50));
    let preview = office.loan.preview(&office.events, day("2025-02-10"), money("120.00"), None).unwrap();
    let rows: Vec<_> = preview.rows.iter().map(|row| (row.row, row.due, row.principal, row.outstanding)).collect();
    let riyals = |riyals: i32| Money::from(riyals * 100);
    assert_eq!(rows[0], (0, day("2025-02-01"), riyals(50), riyals(0)), "the overdue row first");
    assert_eq!(rows[1], (1, day("2025-03-01"), riyals(70), riyals(30)), "then the next one");
    assert_eq!((preview.balance, preview.credit), (riyals(130), riyals(0)));
    let too_early = office.loan.preview(&office.events, day("2024-01-01"), riyals(1), None);
    assert_eq!(too_early.unwrap_err().code(), Some(BEFORE_PAYOUT));
}

/// The undo of the refund is dated after the undo of its payment: between the two days the refund has no money behind
/// it. The loan must still be readable on that day.
#[test]
fn a_look_back_between_two_undos_is_possible() {
    let undo = |place| EventKind::Undo { target: Place(place) };
    let office = Office::new()
        .enter("2025-01-10", repay(100))
        .enter("2025-01-11", EventKind::Refund { amount: money("100.00") })
        .enter("2025-01-20", undo(2))
        .enter("2025-01-15", undo(1));
    let state = office.loan.replay_on(&office.events, day("2025-01-16")).unwrap();
    assert_eq!((state.balance, state.credit), (money("300.00"), Money::ZERO));
    assert_eq!(office.loan.replay(&office.events).unwrap().balance, money("300.00"));
}

#[test]
fn a_plan_beyond_the_hijri_table_is_refused() {
    let far = Terms { every: Period::HijriMonths(number(12)), instalments: number(60), ..terms() };
    assert_eq!(Loan::new(far).unwrap_err().code(), Some(kernel::refusals::HIJRI_RANGE));
}

#[test]
fn terms_and_events_survive_being_stored() {
    let terms = Terms {
        split: Split::Weights(["0.5", "0.25", "0.25"].map(|share| share.parse().unwrap()).to_vec()),
        length: Some(Period::Weeks(number(20))),
        calendar: WorkCalendar {
            weekend: vec![Weekday::Fri, Weekday::Sat],
            holidays: vec![Holiday {
                from: day("2025-03-30"),
                to: day("2025-04-03"),
                rule: HolidayRule::Fixed(day("2025-04-06")),
            }],
            ..WorkCalendar::default()
        },
        ..terms()
    };
    let stored = serde_json::to_string(&terms).unwrap();
    assert_eq!(serde_json::from_str::<Terms>(&stored).unwrap(), terms);

    let kinds = [
        repay(10),
        EventKind::Undo { target: Place(1) },
        EventKind::Tranche { amount: money("50.00"), upfront: Share::from_percent("25").unwrap() },
        EventKind::ReAge { from: day("2025-05-01"), instalments: number(4), every: Period::HijriMonths(number(1)) },
        EventKind::Resume,
        EventKind::WriteOff,
    ];
    for kind in kinds {
        let event = Event { place: Place(7), on: day("2025-04-01"), key: Some("k".to_owned()), kind };
        let stored = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&stored).unwrap(), event, "{stored}");
    }
    assert_eq!(
        serde_json::to_string(&Office::new().event("2025-01-10", repay(1))).unwrap(),
        r#"{"place":1,"on":"2025-01-10","kind":"repay","amount":100,"advance":null}"#
    );
}
