//! The replay of a loan: what was decided, what happened, and what follows from it on any day.
//!
//! The engine begins with money that is out. Here the first tranche that stands is that money, and the later ones are
//! events; until then the plan is that of the whole amount.

use crate::model::{LoanDecision, LoanPhase};
use crate::sheet::{PlanRow, RowState};
use kernel::{Day, Money, Result};
use lending::{Event, EventKind, Loan, Place, Row, State, Status, Terms};
use std::collections::{BTreeMap, BTreeSet};

/// A loan as the engine will see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanReplay {
    /// For the whole amount.
    pub decided: Terms,
    /// In the order of entry.
    pub events: Vec<Event>,
}

impl LoanReplay {
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

    /// The state after everything that is known. That is today's, unless the clock was set back and days are known that
    /// it says have not come: what is laid out for lists must not lose them.
    ///
    /// # Errors
    /// As [`on`](Self::on).
    pub fn latest(&self, today: Day) -> Result<Option<State>> {
        let last = self.events.iter().map(|event| event.on).max();
        self.on(last.map_or(today, |last| last.max(today)))
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

/// Where a loan stands: by its decision until money is out, and by its events then.
pub fn phase(decision: LoanDecision, state: Option<&State>) -> LoanPhase {
    match (decision, state.map(|state| state.status)) {
        (LoanDecision::Waiting, _) => LoanPhase::Waiting,
        (LoanDecision::Rejected, _) => LoanPhase::Rejected,
        (LoanDecision::Cancelled, _) => LoanPhase::Cancelled,
        (LoanDecision::Approved, None) => LoanPhase::Approved,
        (LoanDecision::Approved, Some(Status::Active)) => LoanPhase::Active,
        (LoanDecision::Approved, Some(Status::Overpaid)) => LoanPhase::Overpaid,
        (LoanDecision::Approved, Some(Status::Closed)) => LoanPhase::Closed,
        (LoanDecision::Approved, Some(Status::WrittenOff)) => LoanPhase::WrittenOff,
    }
}

/// The rows of a state as screens and papers show them on a day. `days` are the value days of the events.
///
/// # Errors
/// Only when sums are beyond what money can be.
pub fn plan_rows(state: &State, days: &BTreeMap<Place, Day>, day: Day) -> Result<Vec<PlanRow>> {
    let mut last_paid: BTreeMap<usize, Day> = BTreeMap::new();
    for allocation in &state.allocations {
        let Some(on) = days.get(&allocation.place) else { continue };
        for row in allocation.rows.iter().filter(|row| row.principal.is_positive() || row.fee.is_positive()) {
            let last = last_paid.entry(row.row).or_insert(*on);
            *last = (*last).max(*on);
        }
    }
    let row = |(place, (no, row)): (usize, (u32, &Row))| -> Result<PlanRow> {
        let amount = row.principal.plus(row.fee)?;
        let paid_on = last_paid.get(&place).copied().filter(|_| row.outstanding().is_zero());
        let (state, days_late) = row_state(row, paid_on, day);
        Ok(PlanRow {
            no,
            kind: row.kind,
            due: row.due,
            amount,
            paid: row.paid(),
            outstanding: row.outstanding(),
            state,
            days_late,
            paid_on,
        })
    };
    (1_u32..).zip(&state.rows).enumerate().map(row).collect()
}

fn row_state(row: &Row, paid_on: Option<Day>, day: Day) -> (RowState, i32) {
    let is_paid = row.outstanding().is_zero();
    if is_paid && row.paid().is_zero() {
        return (RowState::Empty, 0);
    }
    match paid_on {
        Some(on) if is_paid && on > row.due && row.late_paid.is_positive() => {
            (RowState::PaidLate, on.days_since(row.due))
        }
        _ if is_paid => (RowState::Paid, 0),
        _ if row.due < day => (RowState::Overdue, day.days_since(row.due)),
        _ if row.paid().is_positive() => (RowState::Partial, 0),
        _ => (RowState::Upcoming, 0),
    }
}

/// What the borrower owes and what is in hand, at the end of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Owed {
    pub principal: Money,
    /// Of fees.
    pub fee: Money,
    pub credit: Money,
}

impl LoanReplay {
    /// # Errors
    /// Only when the loan's own sums are beyond what money can be.
    pub fn owed_on(&self, day: Day) -> Result<Owed> {
        let owed = |state: State| -> Result<Owed> {
            let principal = state.outstanding_principal();
            Ok(Owed { principal, fee: state.balance.minus(principal)?, credit: state.credit })
        };
        Ok(self.on(day)?.map(owed).transpose()?.unwrap_or_default())
    }
}
