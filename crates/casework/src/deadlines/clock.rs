//! The clock of one request.

use super::{DaysOff, Settings, WorkingDays};
use crate::refusals::{DEADLINE_BEFORE_RECEIPT, DEADLINE_DAYS, DEADLINE_NO_CLOCK, Refusals};
use crate::requests::{Kind, State};
use kernel::{Day, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many working days a request has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// What the settings give its kind.
    Of(Kind),
    /// A number of its own, as a service may have.
    Days(i64),
}

/// The day on which a request entered a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub on: Day,
    pub state: State,
}

/// A request, as far as its clock goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timed<'a> {
    pub term: Term,
    pub received: Day,
    /// In the order of entry; before the first, the request is new. Those after the day looked at are not used.
    pub entries: &'a [Entry],
}

/// How the clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "DeadlineRunning")]
pub enum Running {
    Running,
    /// The request waits.
    Paused,
    /// More days have elapsed than the term has.
    Over,
    /// Decided, closed or withdrawn.
    Stopped,
}

/// The clock of a request on a day; all numbers are working days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "DeadlineClock")]
pub struct Clock {
    /// The day on which the elapsed days reach the term; as if every later working day counted, while it is not reached.
    pub due: Day,
    pub elapsed: u32,
    pub paused: u32,
    pub left: u32,
    pub over: u32,
    pub running: Running,
    /// Days that began in each state, for every state entered; together they are the elapsed and the paused ones.
    pub stages: BTreeMap<State, u32>,
    pub stopped_on: Option<Day>,
    /// Whether it stopped by its due day; none while it runs.
    pub on_time: Option<bool>,
}

/// Reads the clock at the end of a day.
///
/// # Errors
/// Refused when something was entered before the day of receipt, when the kind has no term, when the term is below one day,
/// or where the calendar ends.
pub fn clock(request: Timed<'_>, on: Day, days_off: &[DaysOff], settings: &Settings) -> Result<Clock, Refusals> {
    let mut refused = Refusals::default();
    let after_receipt = request.entries.iter().all(|entry| entry.on >= request.received);
    refused.unless(after_receipt, Refusal::new(DEADLINE_BEFORE_RECEIPT).with("received", request.received));
    let term = match request.term {
        Term::Of(kind) => settings.deadline_days.get(&kind).map(|days| i64::from(*days)),
        Term::Days(days) => Some(days),
    };
    refused.unless(term.is_some(), DEADLINE_NO_CLOCK);
    refused.unless(term.is_none_or(|days| days >= 1), Refusal::new(DEADLINE_DAYS).at("days"));
    let term = refused.or(u32::try_from(term.unwrap_or_default()).unwrap_or(u32::MAX))?;

    let calendar = WorkingDays::new(&settings.weekend, days_off)?;
    let history = History::until(on, request.entries);
    let end = history.stopped_on.unwrap_or(on).min(on);
    let mut stages: BTreeMap<State, u32> = history.states().map(|state| (state, 0)).collect();
    let (mut elapsed, mut paused, mut due) = (0, 0, None);
    for day in calendar.between(request.received, end) {
        let state = history.before(day);
        *stages.entry(state).or_default() += 1;
        if settings.pausing.contains(&state) {
            paused += 1;
        } else {
            elapsed += 1;
            if elapsed == term {
                due = Some(day);
            }
        }
    }
    let due = match due {
        Some(day) => day,
        None => {
            let from = end.max(request.received);
            (elapsed..term).try_fold(from, |day, _| calendar.next_after(day))?
        }
    };
    let over = elapsed.saturating_sub(term);
    let running = match history.stopped_on {
        Some(_) => Running::Stopped,
        None if settings.pausing.contains(&history.now()) => Running::Paused,
        None if over > 0 => Running::Over,
        None => Running::Running,
    };
    Ok(Clock {
        due,
        elapsed,
        paused,
        left: term.saturating_sub(elapsed),
        over,
        running,
        stages,
        stopped_on: history.stopped_on,
        on_time: history.stopped_on.map(|stopped| stopped <= due),
    })
}

/// What happened until a day, by days; entries of one day stay in their order.
struct History {
    entries: Vec<Entry>,
    stopped_on: Option<Day>,
}

impl History {
    fn until(on: Day, entries: &[Entry]) -> Self {
        let mut entries: Vec<Entry> = entries.iter().filter(|entry| entry.on <= on).copied().collect();
        entries.sort_by_key(|entry| entry.on);
        let stops = |entry: &&Entry| matches!(entry.state, State::Decided | State::Closed | State::Withdrawn);
        let stopped_on = entries.iter().find(stops).map(|entry| entry.on);
        Self { entries, stopped_on }
    }

    /// The state in which a day began.
    fn before(&self, day: Day) -> State {
        let earlier = self.entries.partition_point(|entry| entry.on < day);
        self.entries[..earlier].last().map_or(State::New, |entry| entry.state)
    }

    fn now(&self) -> State {
        self.entries.last().map_or(State::New, |entry| entry.state)
    }

    fn states(&self) -> impl Iterator<Item = State> {
        [State::New].into_iter().chain(self.entries.iter().map(|entry| entry.state))
    }
}
