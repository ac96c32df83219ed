//! What comes again and again leaves one line when it comes first, and one with a count when it is over: a person who is
//! refused the same thing a thousand times, a list of one search that the screen asks for anew.
//!
//! Only the counts are kept here, in memory. The trail is only ever added to, so a line cannot count on by itself.

use crate::command::Command;
use crate::context::Who;
use kernel::Moment;
use kernel::id::PersonId;
use std::collections::HashMap;
use std::time::Duration;

/// How long what comes again is counted, on the clock that only goes forward.
const WINDOW: Duration = Duration::from_secs(3_600);
/// Kinds that are counted at once; whoever finds more ways to be refused gets a line for each.
const KINDS: usize = 1_000;

/// Something that may have come before: the same person, command and outcome, and the same thing it is about.
pub(crate) struct Again<'a> {
    pub who: &'a Who,
    pub command: &'static Command,
    /// As the trail has it.
    pub outcome: String,
    /// Tells apart what the line must not say in full, such as the number that was looked for.
    pub about: &'a str,
}

/// Something that came again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Repeated {
    pub who: Who,
    pub command: &'static str,
    pub action: &'static str,
    pub outcome: String,
    pub about: String,
    /// After the first time, which has its own line.
    pub times: u64,
    pub first: Moment,
    pub last: Moment,
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Same {
    person: PersonId,
    command: &'static str,
    outcome: String,
    about: String,
}

#[derive(Debug)]
struct Counted {
    since: Duration,
    repeated: Repeated,
}

#[derive(Debug, Default)]
pub(crate) struct Repeats(HashMap<Same, Counted>);

impl Repeats {
    /// Counts what came; nothing where it came again. Where it came for the first time, or for the first time after a
    /// while, its own line is to be written, after those of the counts that are over.
    pub fn count(&mut self, again: Again<'_>, elapsed: Duration, now: Moment) -> Option<Vec<Repeated>> {
        let Again { who, command, outcome, about } = again;
        let same = Same { person: who.id, command: command.name, outcome, about: about.to_owned() };
        if let Some(counted) = self.0.get_mut(&same).filter(|counted| elapsed.saturating_sub(counted.since) < WINDOW) {
            counted.repeated.times += 1;
            counted.repeated.last = now;
            return None;
        }
        let over = self.over(elapsed, self.0.len() >= KINDS);
        let repeated = Repeated {
            who: who.clone(),
            command: command.name,
            action: crate::trail::action(command.kind),
            outcome: same.outcome.clone(),
            about: same.about.clone(),
            times: 0,
            first: now,
            last: now,
        };
        self.0.insert(same, Counted { since: elapsed, repeated });
        Some(over)
    }

    /// Takes out what is over, or `all`, and gives what came more than once of it: in the order in which it came first.
    pub fn over(&mut self, elapsed: Duration, all: bool) -> Vec<Repeated> {
        let over = self.0.extract_if(|_, counted| all || elapsed.saturating_sub(counted.since) >= WINDOW);
        let mut over: Vec<Repeated> =
            over.map(|(_, counted)| counted.repeated).filter(|repeated| repeated.times > 0).collect();
        over.sort_by_key(|repeated| (repeated.first, repeated.command));
        over
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permission::Role;

    fn noura() -> Who {
        Who { id: PersonId::from_bytes([1; 16]), name: "نورة".into(), login: "noura".into(), role: Role::Finance }
    }

    fn come(repeats: &mut Repeats, name: &str, about: &str, seconds: u64) -> Option<Vec<u64>> {
        let command = crate::feature::Features::NONE.find(name).unwrap();
        let again = Again { who: &noura(), command, outcome: "forbidden".into(), about };
        let over = repeats.count(again, Duration::from_secs(seconds), Moment::from_micros(seconds as i64));
        over.map(|over| over.iter().map(|repeated| repeated.times).collect())
    }

    #[test]
    fn what_comes_a_thousand_times_is_told_twice() {
        let mut repeats = Repeats::default();
        assert_eq!(come(&mut repeats, "staff.add", "", 0), Some(vec![]), "the first has its line");
        for second in 1..1_000 {
            assert_eq!(come(&mut repeats, "staff.add", "", second), None);
        }
        assert_eq!(come(&mut repeats, "staff.remove", "", 1_000), Some(vec![]), "another kind has its own");
        assert_eq!(repeats.over(Duration::from_secs(2_000), false), []);
        let over = repeats.over(Duration::from_secs(3_600), false);
        assert_eq!(over.len(), 1, "what came once has nothing more to tell");
        assert_eq!((over[0].times, over[0].last), (999, Moment::from_micros(999)));
    }

    #[test]
    fn after_its_time_it_is_told_anew_with_the_count_before_it() {
        let mut repeats = Repeats::default();
        come(&mut repeats, "staff.add", "one", 0);
        assert_eq!(come(&mut repeats, "staff.add", "two", 1), Some(vec![]), "about something else");
        assert_eq!(come(&mut repeats, "staff.add", "one", 2), None);
        assert_eq!(come(&mut repeats, "staff.add", "one", 3_600), Some(vec![1]));
        assert_eq!(come(&mut repeats, "staff.add", "one", 3_601), None);
        assert_eq!(repeats.over(Duration::from_secs(3_602), true).len(), 1, "the file closes: all is told");
        assert_eq!(repeats.over(Duration::from_secs(9_999), true), []);
    }
}
