//! Whether an event may be entered, before anything is written.

use crate::events::replay::LoanReplay;
use crate::rules::{self, BEFORE_ITS_EVENT, NOT_PAID_OUT, PAYOUT_STANDS_UNDER};
use kernel::{Day, Refusal, Result, require};
use lending::{Acceptance, Event, EventKind, Place, refusals::NO_SUCH_EVENT};

/// Whether an event may be entered after those there are.
///
/// # Errors
/// A day that has not come, what the engine refuses, an event before any money is out, an undo of an undo, of the first
/// money under other events, or on a day before its target's.
pub fn accept(replay: &LoanReplay, new: &Event, today: Day) -> Result<Acceptance> {
    rules::not_after(new.on, today)?;
    if let Some(recorded) = replay.events.iter().find(|event| new.key.is_some() && event.key == new.key) {
        return Ok(Acceptance::Repeated(recorded.place));
    }
    if let EventKind::Undo { target } = new.kind {
        check_undo(replay, target, new.on)?;
        if replay.payout().is_some_and(|first| first.place == target) {
            require(stands_alone(replay, target), PAYOUT_STANDS_UNDER)?;
            return Ok(Acceptance::New);
        }
    }
    let target = if let EventKind::Undo { target } = new.kind { replay.event(target) } else { None };
    let undoes_loss = target.is_some_and(|target| target.kind == EventKind::WriteOff);
    match replay.engine()? {
        Some((loan, events)) if undoes_loss => loan.accept_write_off_undone(&events, new),
        Some((loan, events)) => loan.accept(&events, new),
        None => {
            require(matches!(new.kind, EventKind::Tranche { .. }), NOT_PAID_OUT)?;
            Ok(Acceptance::New)
        }
    }
}

fn check_undo(replay: &LoanReplay, target: Place, on: Day) -> Result<()> {
    let found = replay.event(target).ok_or_else(|| Refusal::new(NO_SUCH_EVENT).at("place"))?;
    require(on >= found.on, Refusal::new(BEFORE_ITS_EVENT).with("day", found.on).at("day"))
}

/// Whether nothing but undone events and undos stands beside an event.
pub fn stands_alone(replay: &LoanReplay, place: Place) -> bool {
    let undone = replay.undone();
    let stands = |event: &Event| !matches!(event.kind, EventKind::Undo { .. }) && !undone.contains(&event.place);
    replay.events.iter().all(|event| event.place == place || !stands(event))
}
