//! The days of a request: read by the rule, and kept beside it so that a list of many thousands is narrowed and put in order
//! by the database.

use crate::frame::{Calendar, has_a_term};
use crate::model::{RequestClock, StageDays};
use casework::deadlines::{self, Clock, Entry, Term, Timed};
use casework::requests::{Kind, State};
use kernel::{Day, Result};

/// What lists ask of the days of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub due: Option<Day>,
    /// The same, kept on when the clock has stopped.
    pub term_due: Option<Day>,
    /// The first day on which it is over its term, as long as it does not wait.
    pub late_from: Option<Day>,
    pub urgency: i64,
}

/// A request as far as its days go.
#[derive(Debug, Clone, Copy)]
pub struct Days<'a> {
    pub kind: Kind,
    pub state: State,
    pub received: Day,
    /// Working days of its own: of the service it asks for.
    pub term: Option<i64>,
    pub entries: &'a [Entry],
    /// From when on somebody is called.
    pub callback_from: Option<Day>,
}

/// Where what has no day, what waits, what was decided and what has ended stand in the list.
const NO_DAY: i64 = 5_000_000;
const DECIDED: i64 = 10_000_000;
const WAITS: i64 = 20_000_000;
const ENDED: i64 = 30_000_000;

/// The clock on a day; none for a kind without a term.
///
/// # Errors
/// What the rule refuses.
pub fn read(days: Days<'_>, on: Day, calendar: &Calendar) -> Result<Option<Clock>> {
    if days.term.is_none() && !has_a_term(&calendar.settings, days.kind) {
        return Ok(None);
    }
    let term = days.term.map_or(Term::Of(days.kind), Term::Days);
    Ok(Some(timed(days, term, on, calendar)?))
}

fn timed(days: Days<'_>, term: Term, on: Day, calendar: &Calendar) -> Result<Clock> {
    let timed = Timed { term, received: days.received, entries: days.entries };
    Ok(deadlines::clock(timed, on.max(days.received), &calendar.days_off, &calendar.settings)?)
}

/// As lists keep it, from the last change on.
///
/// # Errors
/// What the rule refuses.
pub fn standing(days: Days<'_>, today: Day, calendar: &Calendar) -> Result<Standing> {
    let place = |from: i64, day: Day| from + i64::from(day.number());
    let since = days.entries.last().map_or(days.received, |entry| entry.on);
    let clock = read(days, today, calendar)?;
    let due = clock.as_ref().map(|clock| clock.due);
    let pauses = calendar.settings.pausing.contains(&days.state);
    let stopped = clock.as_ref().is_some_and(|clock| clock.stopped_on.is_some());
    let urgency = match (days.state, due) {
        (state, _) if state.is_end() => ENDED - i64::from(since.number()),
        _ if pauses => place(WAITS, since),
        (_, Some(due)) if !stopped => i64::from(due.number()),
        (_, Some(_)) => place(DECIDED, since),
        (_, None) => days.callback_from.map_or(place(NO_DAY, since), |day| i64::from(day.number())),
    };
    let runs = !pauses && !stopped && !days.state.is_end();
    let late_from = match &clock {
        Some(clock) if runs => {
            let term = i64::from(clock.elapsed) + i64::from(clock.left) - i64::from(clock.over);
            Some(timed(days, Term::Days(term + 1), today, calendar)?.due)
        }
        _ => None,
    };
    Ok(Standing { due: due.filter(|_| !stopped), term_due: due, late_from, urgency })
}

/// The place in the list of what ended on a day.
pub fn ended_place(on: Day) -> i64 {
    ENDED - i64::from(on.number())
}

impl From<&Clock> for RequestClock {
    fn from(clock: &Clock) -> Self {
        Self {
            due: clock.due,
            running: clock.running,
            elapsed: clock.elapsed,
            paused: clock.paused,
            left: clock.left,
            over: clock.over,
            stopped_on: clock.stopped_on,
            on_time: clock.on_time,
        }
    }
}

/// What each state that was entered has cost in working days, in the order they were first entered.
pub fn stages(days: Days<'_>, clock: &Clock) -> Vec<StageDays> {
    let mut found: Vec<StageDays> = Vec::new();
    let first = Entry { on: days.received, state: State::New };
    for entry in std::iter::once(&first).chain(days.entries) {
        if found.iter().all(|stage| stage.state != entry.state) {
            let spent = clock.stages.get(&entry.state).copied().unwrap_or(0);
            found.push(StageDays { state: entry.state, days: spent, since: entry.on });
        }
    }
    found
}
