//! What holds for every loan, whatever its terms and whatever happens to it: 10,000 random loans with random events.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "in a test, what goes wrong is to stop it")]

mod random;

use kernel::{Day, Money};
use lending::{Acceptance, Event, EventKind, Loan, Place, State, Terms, WorkCalendar, split};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use random::{Raw, amounts_of_a_split, raw_events, terms};
use std::collections::BTreeMap;

/// A loan with the events it accepted, built as the office would build it: one after the other.
struct Story {
    loan: Loan,
    events: Vec<Event>,
}

impl Story {
    fn new(terms: Terms) -> Option<Self> {
        Some(Self { loan: Loan::new(terms).ok()?, events: Vec::new() })
    }

    fn state(&self) -> State {
        self.loan.replay(&self.events).expect("accepted events can be folded")
    }

    fn on(&self, day: Day) -> State {
        self.loan.replay_on(&self.events, day).expect("accepted events can be looked back on")
    }

    fn next_place(&self) -> Place {
        Place::next(&self.events)
    }

    /// Enters an event, if the loan takes it.
    fn enter(&mut self, on: Day, kind: EventKind) -> bool {
        let event = Event { place: self.next_place(), on, key: None, kind };
        let accepted = self.loan.accept(&self.events, &event) == Ok(Acceptance::New);
        if accepted {
            self.events.push(event);
        }
        accepted
    }

    /// The event that a few random numbers stand for, on the plan as it is on its day.
    fn enter_raw(&mut self, raw: &Raw) -> Option<Day> {
        let on = raw.day(self.loan.terms().payout());
        let kind = raw.kind(on, &self.on(on), &self.events);
        self.enter(on, kind).then_some(on)
    }
}

fn sum(amounts: impl Iterator<Item = Money>) -> i64 {
    amounts.map(Money::halalas).sum()
}

/// Sums, signs and order of one state.
fn state_is_sound(state: &State, events: &[Event]) -> Result<(), TestCaseError> {
    let rows = || state.rows.iter();
    let principal = sum(rows().map(|row| row.principal));
    let owed = state.outstanding_principal().halalas();
    let given_up = state.written_off_principal.halalas() + state.forgiven.halalas();
    let paid_out = state.paid_out.halalas();
    prop_assert_eq!(principal + given_up, paid_out, "the rows hold all that was paid out and not given up");
    prop_assert_eq!(state.paid_principal.halalas() + owed + given_up, paid_out, "paid out is paid, owed or given up");
    for row in rows() {
        let parts = [(row.principal, row.paid_principal), (row.fee, row.paid_fee)];
        prop_assert!(parts.iter().all(|(whole, paid)| *whole >= *paid && !paid.is_negative()), "no part below zero");
        prop_assert!(!row.late_paid.is_negative() && row.late_paid <= row.paid(), "late money was paid");
    }
    prop_assert!(state.rows.is_sorted_by_key(|row| row.due), "due days never go back");
    prop_assert!(state.balance.is_zero() || state.credit.is_zero(), "nobody owes and is owed at once");
    prop_assert_eq!(sum(rows().map(|row| row.outstanding())), state.balance.halalas());
    prop_assert_eq!(state.closed_on.is_some(), state.balance.is_zero(), "a day of closing while nothing is owed");
    money_lies_where_the_state_says(state, events)
}

/// What came in and was not handed back is on the rows or in the credit, event by event.
fn money_lies_where_the_state_says(state: &State, events: &[Event]) -> Result<(), TestCaseError> {
    let (mut came_in, mut went_back) = (0, 0);
    for allocation in &state.allocations {
        let lies = [allocation.principal, allocation.fee, allocation.credit];
        prop_assert!(lies.iter().all(|amount| !amount.is_negative()));
        let on_rows = sum(allocation.rows.iter().flat_map(|row| [row.principal, row.fee]));
        prop_assert_eq!(on_rows, allocation.principal.halalas() + allocation.fee.halalas(), "the rows add up");
        match events.iter().find(|event| event.place == allocation.place).map(|event| &event.kind) {
            Some(EventKind::Repay { amount, .. }) => {
                came_in += amount.halalas();
                prop_assert!(sum(lies.into_iter()) <= amount.halalas());
            }
            Some(EventKind::Refund { amount }) => {
                went_back += amount.halalas();
                prop_assert_eq!(sum(lies.into_iter()), amount.halalas(), "a refund names all it took back");
            }
            _ => prop_assert_eq!(sum(lies.into_iter()), 0),
        }
    }
    let held = sum([state.paid_principal, state.paid_fee, state.credit].into_iter());
    prop_assert_eq!(held, came_in - went_back);
    Ok(())
}

fn lateness_is_sound(state: &State, day: Day) -> Result<(), TestCaseError> {
    let late = state.lateness(day).expect("lateness of a sound state");
    prop_assert!(late.overdue <= state.balance && late.overdue_principal <= late.overdue);
    prop_assert!(0 <= late.delinquent && late.delinquent <= late.dpd);
    prop_assert_eq!(late.overdue.is_positive(), late.dpd > 0, "days past due go with an amount overdue");
    prop_assert_eq!(sum(late.row_ageing.iter().map(|(_, amount)| *amount)), late.overdue.halalas());
    Ok(())
}

/// Entering an event and taking it back leaves the state as it was in every field.
fn an_undo_leaves_no_trace(story: &mut Story, on: Day, before: &State) -> Result<(), TestCaseError> {
    let target = story.events.last().expect("an event was just entered").place;
    if story.events.last().is_some_and(|event| event.kind == EventKind::WriteOff) {
        prop_assert!(!story.enter(on, EventKind::Undo { target }), "a write-off cannot be undone");
        return Ok(());
    }
    prop_assert!(story.enter(on, EventKind::Undo { target }), "the last entry can always be undone");
    prop_assert_eq!(&story.state(), before);
    story.events.pop();
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn what_holds_for_every_story((terms, raws, turn) in (terms(), raw_events(), any::<usize>())) {
        let Some(mut story) = Story::new(terms) else { return Ok(()) };
        let look = turn as i32 % 900;
        let look = story.loan.terms().payout().plus_days(look).unwrap();
        for raw in &raws {
            let (before, seen) = (story.state(), story.on(look));
            let Some(on) = raw.enter(&mut story) else { continue };
            let after = story.state();
            state_is_sound(&after, &story.events)?;
            if on > look {
                prop_assert_eq!(&story.on(look), &seen, "a look back uses no event of a later day");
            }
            if !matches!(story.events.last().map(|event| &event.kind), Some(EventKind::Undo { .. })) {
                an_undo_leaves_no_trace(&mut story, on, &before)?;
            }
        }
        let state = story.state();
        state_is_sound(&state, &story.events)?;
        lateness_is_sound(&story.on(look), look)?;

        let mut shuffled = story.events.clone();
        shuffled.reverse();
        let turn = turn.checked_rem(shuffled.len()).unwrap_or(0);
        shuffled.rotate_left(turn);
        prop_assert_eq!(story.loan.replay(&shuffled).unwrap(), state, "the order of storage does not count");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn holidays_never_change_an_amount(terms in terms()) {
        let plain = Terms { calendar: WorkCalendar::default(), ..terms.clone() };
        let amounts = |terms| {
            let mut amounts: Vec<_> = Loan::new(terms).ok()?.plan().ok()?.rows.iter().map(|row| row.principal).collect();
            amounts.sort_unstable();
            Some(amounts)
        };
        if let (Some(with), Some(without)) = (amounts(terms), amounts(plain)) {
            prop_assert_eq!(with, without);
        }
    }

    #[test]
    fn a_split_gives_out_exactly_what_there_is((rule, amount, rows, unit) in amounts_of_a_split()) {
        if let Ok(amounts) = split(&rule, amount, rows, unit) {
            prop_assert_eq!(amounts.len(), rows);
            prop_assert_eq!(sum(amounts.iter().copied()), amount.halalas());
            prop_assert!(amounts.iter().all(|amount| !amount.is_negative()));
        }
    }

    #[test]
    fn a_preview_is_what_the_payment_does((terms, raws, amount) in (terms(), raw_events(), 1i32..600_000)) {
        let Some(mut story) = Story::new(terms) else { return Ok(()) };
        for raw in &raws {
            raw.enter(&mut story);
        }
        let on = story.loan.terms().payout().plus_days(100).unwrap();
        let amount = Money::from(amount);
        let Ok(preview) = story.loan.preview(&story.events, on, amount, None) else { return Ok(()) };
        let place = story.next_place();
        let entered = story.enter(on, EventKind::Repay { amount, advance: None });
        prop_assert!(entered, "what can be previewed can be entered");
        let state = story.state();
        let allocation = state.allocation(place).unwrap();
        prop_assert_eq!(preview.balance, state.balance);
        prop_assert_eq!(preview.credit, allocation.credit);
        let shown: Vec<_> = preview.rows.iter().map(|row| (row.row, row.principal, row.fee, row.outstanding)).collect();
        let booked = allocation.rows.iter();
        let booked: Vec<_> =
            booked.map(|on| (on.row, on.principal, on.fee, state.rows[on.row].outstanding())).collect();
        prop_assert_eq!(shown, booked);
    }
}

/// Random stories prove nothing when hardly anything is accepted: each kind of event must come up often.
#[test]
fn the_random_stories_hold_every_kind_of_event() {
    let mut runner = TestRunner::deterministic();
    let (mut loans, mut kinds) = (0, BTreeMap::new());
    for _ in 0..3_000 {
        let (terms, raws) = (terms(), raw_events()).new_tree(&mut runner).expect("a random story").current();
        let Some(mut story) = Story::new(terms) else { continue };
        loans += 1;
        for raw in &raws {
            raw.enter(&mut story);
        }
        for event in &story.events {
            let kind = format!("{:?}", event.kind);
            let name = kind.split([' ', '{']).next().unwrap_or_default().to_owned();
            *kinds.entry(name).or_insert(0) += 1;
        }
    }
    assert!(loans > 1_500, "only {loans} of 3,000 random terms make a loan");
    assert_eq!(kinds.len(), 15, "a kind of event never comes up: {kinds:?}");
    assert!(kinds.values().all(|count| *count >= 20), "a kind of event hardly comes up: {kinds:?}");
}
