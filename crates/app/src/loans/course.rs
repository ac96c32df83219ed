//! The course of a loan: what was decided, what happened, and what follows from it on any day.
//!
//! The engine begins with money that is out. Here the first tranche that stands is that money, and the later ones are
//! events; until then the plan is that of the whole amount.

use kernel::{Day, Money, Result};
use lending::{Event, EventKind, Loan, Place, State, Terms};
use std::collections::BTreeSet;

/// A loan as the engine will see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// For the whole amount.
    pub decided: Terms,
    /// In the order of entry.
    pub events: Vec<Event>,
}

impl Course {
    /// The plan of the whole amount, as it is shown before any money is out.
    ///
    /// # Errors
    /// Terms of which no plan can be made.
    pub fn plan(&self) -> Result<State> {
        Loan::new(self.decided.clone())?.plan()
    }

    /// The state as it is known at the end of a day; none before money is out.
    ///
    /// # Errors
    /// Only when the loan's own sums are beyond what money can be.
    pub fn on(&self, day: Day) -> Result<Option<State>> {
        let known = self.events.iter().filter(|event| event.on <= day);
        engine(&self.decided, known)?.map(|(loan, events)| loan.replay_on(&events, day)).transpose()
    }

    /// The engine's loan with every event but the payout; none before money is out.
    ///
    /// # Errors
    /// Terms of which no plan can be made.
    pub fn engine(&self) -> Result<Option<(Loan, Vec<Event>)>> {
        engine(&self.decided, self.events.iter())
    }

    /// The tranche that is the loan's first money, as all that is known today says.
    pub fn payout(&self) -> Option<&Event> {
        payout(self.events.iter())
    }

    /// The places of the events that were undone.
    pub fn undone(&self) -> BTreeSet<Place> {
        undone(self.events.iter())
    }

    pub fn event(&self, place: Place) -> Option<&Event> {
        self.events.iter().find(|event| event.place == place)
    }
}

/// An undo is never undone here, so every undo takes its target out.
fn undone<'e>(events: impl Iterator<Item = &'e Event>) -> BTreeSet<Place> {
    let target = |event: &'e Event| match event.kind {
        EventKind::Undo { target } => Some(target),
        _ => None,
    };
    events.filter_map(target).collect()
}

fn payout<'e>(events: impl Iterator<Item = &'e Event> + Clone) -> Option<&'e Event> {
    let undone = undone(events.clone());
    let stands = |event: &&Event| matches!(event.kind, EventKind::Tranche { .. }) && !undone.contains(&event.place);
    events.filter(stands).min_by_key(|event| (event.on, event.place))
}

fn engine<'e>(decided: &Terms, events: impl Iterator<Item = &'e Event> + Clone) -> Result<Option<(Loan, Vec<Event>)>> {
    let Some(first) = payout(events.clone()) else { return Ok(None) };
    let EventKind::Tranche { amount, .. } = first.kind else { return Ok(None) };
    let terms = Terms { principal: amount, disbursed: Some(first.on), ..decided.clone() };
    let rest = events.filter(|event| event.place != first.place).cloned().collect();
    Ok(Some((Loan::new(terms)?, rest)))
}

/// What the borrower owes and what is in hand, at the end of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Owed {
    pub principal: Money,
    pub credit: Money,
}

impl Course {
    /// # Errors
    /// Only when the loan's own sums are beyond what money can be.
    pub fn owed_on(&self, day: Day) -> Result<Owed> {
        let owed = |state: State| Owed { principal: state.outstanding_principal(), credit: state.credit };
        Ok(self.on(day)?.map(owed).unwrap_or_default())
    }
}
