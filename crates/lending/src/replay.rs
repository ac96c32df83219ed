//! A loan is its terms and its events: the state is the fold of the events over the plan, by value day and place.

use crate::book::Book;
use crate::event::{Event, EventKind, Place};
use crate::plan::Plan;
use crate::refusals::{
    ALREADY_UNDONE, BEFORE_PAYOUT, LATER_EVENT_STANDS, NO_SUCH_EVENT, RECOVERY_STANDS, UNDO_STAYS, WRITTEN_OFF,
};
use crate::state::{OnRow, State};
use crate::terms::{Advance, Terms};
use kernel::{Day, Failure, Money, Refusal, Result, require};
use serde::Serialize;
use std::collections::BTreeSet;

/// Terms of which a plan can be made, with that plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loan {
    terms: Terms,
    plan: Plan,
}

/// What became of an event that was to be entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acceptance {
    /// It can be stored.
    New,
    /// Its key is recorded already, at this place; nothing is to be stored.
    Repeated(Place),
}

/// Where a payment would go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "RepaymentPreview")]
pub struct Preview {
    pub rows: Vec<PreviewRow>,
    /// What no row takes.
    pub credit: Money,
    /// What is owed after it.
    pub balance: Money,
}

/// One row that a payment would go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "RepaymentPreviewRow")]
pub struct PreviewRow {
    /// The place of the row in the plan, from zero.
    pub row: usize,
    pub due: Day,
    pub principal: Money,
    pub fee: Money,
    /// What the row still owes afterwards.
    pub outstanding: Money,
}

impl Loan {
    /// Makes the plan of the terms.
    ///
    /// # Errors
    /// Refused when the terms contradict each other, when rounding would end the plan early, or when a day lies beyond
    /// the calendar.
    pub fn new(terms: Terms) -> Result<Self> {
        let plan = Plan::new(&terms)?;
        Ok(Self { terms, plan })
    }

    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The plan as it was handed out, before any event.
    ///
    /// # Errors
    /// Only when the loan's own sums are beyond what money can be.
    pub fn plan(&self) -> Result<State> {
        self.replay(&[])
    }

    /// The state after all events, whatever their days and however they are stored.
    ///
    /// # Errors
    /// The refusal of the first event that cannot stand; events that were accepted all do.
    pub fn replay(&self, events: &[Event]) -> Result<State> {
        State::read(self.fold(&standing(events)).map_err(|(_, failure)| failure)?)
    }

    /// The state as it is known on a day: only events whose value day is not later count.
    ///
    /// An event that stands only because of an undo dated later (a refund whose payment was taken back on an earlier
    /// day than the refund itself was) is left out of such a look back; it cannot make the loan unreadable.
    ///
    /// # Errors
    /// Only when the loan's own sums are beyond what money can be.
    pub fn replay_on(&self, events: &[Event], day: Day) -> Result<State> {
        let mut events = standing(events.iter().filter(|event| event.on <= day));
        loop {
            match self.fold(&events) {
                Ok(book) => return State::read(book),
                Err((position, Failure::Refused(_))) => drop(events.remove(position)),
                Err((_, failure)) => return Err(failure),
            }
        }
    }

    /// Whether a new event may be entered after those there are. Its place must be later than all of theirs.
    ///
    /// # Errors
    /// Refused when the loan is written off (a recovery and its undo are not), when the event itself cannot stand on its
    /// day, or when an event of a later day, accepted before, would no longer stand.
    pub fn accept(&self, events: &[Event], new: &Event) -> Result<Acceptance> {
        if let Some(recorded) = events.iter().find(|event| new.key.is_some() && event.key == new.key) {
            return Ok(Acceptance::Repeated(recorded.place));
        }
        let is_last = events.iter().all(|event| event.place < new.place);
        require(is_last, Failure::broken(format!("place {} is not the next one of this loan", new.place)))?;
        let standing_before = standing(events);
        let is_written_off = standing_before.iter().any(|event| event.kind == EventKind::WriteOff);
        require(!is_written_off || follows_write_off(events, &new.kind), WRITTEN_OFF)?;
        self.stands_with(events, new)
    }

    /// Whether a write-off may be taken back, as [`accept`](Self::accept) never lets it: by decision of those who made it,
    /// while no recovery stands.
    ///
    /// # Errors
    /// An event that is no undo of the write-off; a recovery that stands; what the undo itself is refused for.
    pub fn accept_write_off_undone(&self, events: &[Event], new: &Event) -> Result<Acceptance> {
        let lost = standing(events).into_iter().find(|event| event.kind == EventKind::WriteOff);
        let is_its_undo = lost.is_some_and(|lost| new.kind == EventKind::Undo { target: lost.place });
        require(is_its_undo, Refusal::new(NO_SUCH_EVENT).at("target"))?;
        let recovered = standing(events).iter().any(|event| matches!(event.kind, EventKind::Recover { .. }));
        require(!recovered, RECOVERY_STANDS)?;
        self.stands_with(events, new)
    }

    fn stands_with(&self, events: &[Event], new: &Event) -> Result<Acceptance> {
        new.kind.check()?;
        let paid_out = Refusal::new(BEFORE_PAYOUT).with("payout", self.terms.payout()).at("on");
        require(new.on >= self.terms.payout() || new.kind.may_precede_payout(), paid_out)?;
        if let EventKind::Undo { target } = new.kind {
            check_target(events, target)?;
        }
        let with_new = standing(events.iter().chain([new]));
        match self.fold(&with_new) {
            Ok(_) => Ok(Acceptance::New),
            Err((position, failure)) => Err(refusal_of(with_new[position], new, failure)),
        }
    }

    /// Where a payment would go, before it is entered.
    ///
    /// # Errors
    /// As the payment itself would be refused.
    pub fn preview(&self, events: &[Event], on: Day, amount: Money, advance: Option<Advance>) -> Result<Preview> {
        let place = Place::next(events);
        let payment = Event { place, on, key: None, kind: EventKind::Repay { amount, advance } };
        self.accept(events, &payment)?;
        let state =
            State::read(self.fold(&standing(events.iter().chain([&payment]))).map_err(|(_, failure)| failure)?)?;
        let allocation = state.allocation(place).ok_or_else(|| Failure::broken("a payment that was not allocated"))?;
        let row = |on_row: &OnRow| {
            let row = &state.rows[on_row.row];
            let OnRow { row: position, principal, fee } = *on_row;
            PreviewRow { row: position, due: row.due, principal, fee, outstanding: row.outstanding() }
        };
        let rows = allocation.rows.iter().map(row).collect();
        Ok(Preview { rows, credit: allocation.credit, balance: state.balance })
    }

    /// Folds events that are in order. A failure names the position of the event that cannot stand.
    fn fold(&self, events: &[&Event]) -> Result<Book<'_>, (usize, Failure)> {
        let mut book = Book::open(&self.terms, self.plan.clone());
        for (position, event) in events.iter().enumerate() {
            book.fold(event).map_err(|failure| (position, failure))?;
        }
        Ok(book)
    }
}

/// The events that stand, in the order of the fold: undone ones and undos drop out.
fn standing<'e>(events: impl IntoIterator<Item = &'e Event>) -> Vec<&'e Event> {
    let mut events: Vec<&Event> = events.into_iter().collect();
    let undone = undone(&events);
    events.retain(|event| !matches!(event.kind, EventKind::Undo { .. }) && !undone.contains(&event.place));
    events.sort_by_key(|event| (event.on, event.place));
    events
}

/// The places of the events that were undone. An undo stays, so nothing is ever undone back.
fn undone(events: &[&Event]) -> BTreeSet<Place> {
    let target = |event: &&Event| match event.kind {
        EventKind::Undo { target } => Some(target),
        _ => None,
    };
    events.iter().filter_map(target).collect()
}

/// What may be entered after a write-off: money that comes in after all, and taking that back.
fn follows_write_off(events: &[Event], kind: &EventKind) -> bool {
    match kind {
        EventKind::Recover { .. } => true,
        EventKind::Undo { target } => {
            let named = events.iter().find(|event| event.place == *target);
            named.is_some_and(|event| matches!(event.kind, EventKind::Recover { .. }))
        }
        _ => false,
    }
}

fn check_target(events: &[Event], target: Place) -> Result<()> {
    let named = events.iter().find(|event| event.place == target);
    let named = named.ok_or_else(|| Failure::from(Refusal::new(NO_SUCH_EVENT).at("target")))?;
    require(!matches!(named.kind, EventKind::Undo { .. }), Refusal::new(UNDO_STAYS).at("target"))?;
    let undone = undone(&events.iter().collect::<Vec<_>>());
    require(!undone.contains(&target), Refusal::new(ALREADY_UNDONE).at("target"))
}

/// The new event's own refusal, or else the day of the earlier entry that would no longer stand.
fn refusal_of(fails: &Event, new: &Event, failure: Failure) -> Failure {
    match failure {
        Failure::Refused(_) if fails.place != new.place => {
            Refusal::new(LATER_EVENT_STANDS).with("day", fails.on).into()
        }
        failure => failure,
    }
}
