//! The stage of the demonstration: the commands of the office, by its own people, on the days of two past years.
//!
//! Each action runs the verb of a command with the permission, the moment and the audit line it would have through
//! `Office::call`. Only the transaction is one for all of them: thousands of durable commits would take minutes, and a
//! demonstration that is cut off should leave nothing.

use super::dice::Dice;
use super::families::Borrower;
use super::words::{Row, Words};
use crate::FEATURES;
use kernel::day::Weekday;
use kernel::id::FundId;
use kernel::{Day, Failure, Moment, Result};
use office::command::{Need, Verb};
use office::context::{KeyChange, Read, Who, Write};
use office::permission::Role;
use office::trail;
use serde_json::Value;
use std::collections::BTreeMap;
use std::time::Duration;

/// What happens on a day; it may put more on the days to come.
pub type Action = Box<dyn FnOnce(&mut Scene<'_>) -> Result<()>>;

/// Between two actions of a day.
const PAUSE: Duration = Duration::from_secs(20);
/// The office opens at eight.
const MORNING: Duration = Duration::from_hours(8);

pub struct Scene<'a> {
    db: &'a database::Write<'a>,
    pub cast: BTreeMap<Role, Who>,
    pub dice: Dice,
    pub words: Words,
    pub now: Moment,
    /// The last day on which something happens.
    pub last: Day,
    calendar: BTreeMap<(Day, u32), Action>,
    planned: u32,
    /// Identifiers that were given without a throw.
    given: u32,
    pub keys: Vec<KeyChange>,
    /// Active people, in the order they became so.
    pub borrowers: Vec<Borrower>,
    pub funds: BTreeMap<&'static str, FundId>,
}

impl<'a> Scene<'a> {
    pub fn new(db: &'a database::Write<'a>, dice: Dice, first: Day, last: Day) -> Self {
        Self {
            db,
            cast: BTreeMap::new(),
            dice,
            words: Words::load(),
            now: morning(first),
            last,
            calendar: BTreeMap::new(),
            planned: 0,
            given: 0,
            keys: Vec::new(),
            borrowers: Vec::new(),
            funds: BTreeMap::new(),
        }
    }

    pub fn today(&self) -> Day {
        Day::in_riyadh(self.now)
    }

    /// Plans a action. The office works from Sunday to Thursday; what falls between waits for Sunday, and what would lie
    /// in the past happens today.
    ///
    /// # Errors
    /// A day beyond the calendar.
    pub fn on(&mut self, day: Day, action: impl FnOnce(&mut Scene<'_>) -> Result<()> + 'static) -> Result<()> {
        let day = day.max(self.today());
        let (sunday, thursday) = match day.weekday() {
            Weekday::Fri => (day.plus_days(2)?, day.plus_days(-1)?),
            Weekday::Sat => (day.plus_days(1)?, day.plus_days(-2)?),
            _ => (day, day),
        };
        // Before the last day there may be no Sunday left.
        let day = if sunday > self.last && day <= self.last { thursday } else { sunday };
        self.planned += 1;
        self.calendar.insert((day, self.planned), Box::new(action));
        Ok(())
    }

    /// Lets the days go by until the last one; what is planned later does not happen any more.
    ///
    /// # Errors
    /// A action that the office refuses: the demonstration itself is wrong then.
    pub fn play(&mut self) -> Result<()> {
        while let Some(((day, _), action)) = self.calendar.pop_first() {
            if day > self.last {
                break;
            }
            self.now = self.now.max(morning(day));
            action(self)?;
        }
        Ok(())
    }

    /// Runs a command as the person of a role.
    ///
    /// # Errors
    /// What the office refuses, with the command and the day.
    pub fn call(&mut self, role: Role, name: &str, input: Value) -> Result<Value> {
        let day = self.today();
        self.attempt(role, name, input).map_err(|failure| Failure::broken(format!("{name} on {day}: {failure}")))
    }

    /// As [`call`](Self::call), where a refusal is an answer.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn attempt(&mut self, role: Role, name: &str, input: Value) -> Result<Value> {
        let command = FEATURES.find(name).ok_or(Failure::not_found("command"))?;
        self.now = self.now.after(PAUSE);
        let who = self.cast.get(&role).ok_or(Failure::not_found("person"))?;
        if let Need::Permission(permission) = command.need {
            who.needs(permission)?;
        }
        match command.verb {
            Verb::Read(verb) => verb(&Read::new(self.db, FEATURES, who, self.now, true), input),
            Verb::Write(verb) => {
                let cx = Write::new(self.db, FEATURES, who, self.now, true);
                let value = verb(&cx, input)?;
                trail::done(self.db, who, self.now, command, &cx.take_changes())?;
                self.keys.extend(cx.take_keys());
                Ok(value)
            }
            Verb::System(_) => Err(Failure::broken(format!("{name} works on the office itself"))),
        }
    }

    /// Does what another door of the office does, as the person of a role; its line names the making of the
    /// demonstration.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn with(&mut self, role: Role, action: impl FnOnce(&Write<'_>) -> Result<()>) -> Result<()> {
        self.now = self.now.after(PAUSE);
        let who = self.who(role)?;
        let cx = Write::new(self.db, FEATURES, who, self.now, true);
        action(&cx)?;
        trail::line(self.db, Some(who), self.now, "office.set_up_demo", "door", &cx.take_changes(), "done")
    }

    /// The database, for what no command asks.
    pub const fn db(&self) -> &'a database::Write<'a> {
        self.db
    }

    pub fn id(&mut self) -> String {
        self.dice.id(self.now)
    }

    /// An identifier for which no dice are thrown: all that comes after stays as it is.
    pub fn given_id(&mut self) -> String {
        self.given += 1;
        let mut bytes = [0xC0; 10];
        bytes[6..].copy_from_slice(&self.given.to_be_bytes());
        kernel::id::SubjectId::new(self.now, bytes).to_string()
    }

    /// A row of a list of words, by chance.
    ///
    /// # Errors
    /// No such list.
    pub fn word(&mut self, list: &str) -> Result<Row> {
        let rows = self.words.list(list)?;
        self.dice.pick(rows).cloned().ok_or_else(|| Failure::broken(format!("the list {list} is empty")))
    }

    /// Who holds a role.
    ///
    /// # Errors
    /// Nobody does.
    pub fn who(&self, role: Role) -> Result<&Who> {
        self.cast.get(&role).ok_or(Failure::not_found("person"))
    }
}

fn morning(day: Day) -> Moment {
    Moment::start_of_riyadh_day(i64::from(day.number())).after(MORNING)
}
