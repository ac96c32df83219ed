//! What waits behind tickets: for a while, for one session, and never more than memory bears.

use crate::office::{Caller, guard};
use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

/// How much may wait. Where more comes, the oldest goes: of the same session first, then of anybody.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub waits: Duration,
    /// Things of one session.
    pub most: usize,
    /// Bytes in memory of one session; a single larger thing is kept alone.
    pub most_bytes: usize,
    /// Bytes in memory of everybody.
    pub all_bytes: usize,
}

struct Waiting<T> {
    ticket: String,
    owner: Caller,
    since: Duration,
    /// Bytes in memory.
    size: usize,
    thing: T,
}

pub(crate) struct Tray<T> {
    limits: Limits,
    /// The oldest first.
    waiting: Mutex<VecDeque<Waiting<T>>>,
}

impl<T> Tray<T> {
    pub const fn new(limits: Limits) -> Self {
        Self { limits, waiting: Mutex::new(VecDeque::new()) }
    }

    pub fn put(&self, ticket: String, owner: &Caller, size: usize, thing: T, now: Duration) {
        let Limits { waits, most, most_bytes, all_bytes } = self.limits;
        let mut waiting = guard(&self.waiting);
        waiting.retain(|one| now.saturating_sub(one.since) < waits);
        loop {
            let own = || waiting.iter().filter(|one| one.owner == *owner);
            let bytes: usize = own().map(|one| one.size).sum();
            if own().count() < most && bytes.saturating_add(size) <= most_bytes {
                break;
            }
            let Some(oldest) = waiting.iter().position(|one| one.owner == *owner) else { break };
            waiting.remove(oldest);
        }
        while waiting.iter().map(|one| one.size).sum::<usize>().saturating_add(size) > all_bytes {
            if waiting.pop_front().is_none() {
                break;
            }
        }
        waiting.push_back(Waiting { ticket, owner: owner.clone(), since: now, size, thing });
    }

    /// Takes a thing out, once; nothing where there is none, it waited too long, or it is another session's.
    pub fn take(&self, ticket: &str, owner: &Caller, now: Duration) -> Option<T> {
        let mut waiting = guard(&self.waiting);
        let place = waiting.iter().position(|one| {
            one.ticket == ticket && one.owner == *owner && now.saturating_sub(one.since) < self.limits.waits
        });
        place.and_then(|place| waiting.remove(place)).map(|one| one.thing)
    }

    /// Keeps what belongs to a session that still stands.
    pub fn keep_of(&self, stands: impl Fn(&Caller) -> bool) {
        guard(&self.waiting).retain(|one| stands(&one.owner));
    }

    pub fn clear(&self) {
        guard(&self.waiting).clear();
    }
}

impl<T: Clone> Tray<T> {
    /// Looks at a thing and leaves it where it is.
    pub fn look(&self, ticket: &str, owner: &Caller, now: Duration) -> Option<T> {
        let waiting = guard(&self.waiting);
        let found = waiting.iter().find(|one| {
            one.ticket == ticket && one.owner == *owner && now.saturating_sub(one.since) < self.limits.waits
        });
        found.map(|one| one.thing.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::sessions::Token;

    const LIMITS: Limits = Limits { waits: Duration::from_secs(300), most: 3, most_bytes: 10, all_bytes: 15 };
    const NOW: Duration = Duration::from_secs(1000);

    fn session(name: &str) -> Caller {
        Caller::Holder(Token::from_text(name))
    }

    #[test]
    fn a_thing_is_taken_once_by_its_own_session_and_in_time() {
        let tray = Tray::new(LIMITS);
        let (nouf, saad) = (session("n"), session("s"));
        tray.put("one".to_owned(), &nouf, 1, 'a', NOW);
        tray.put("two".to_owned(), &nouf, 1, 'b', NOW);
        assert_eq!(tray.take("one", &saad, NOW), None, "a ticket is no use to anybody else");
        assert_eq!(tray.look("one", &saad, NOW), None);
        assert_eq!(tray.look("one", &nouf, NOW), Some('a'), "looking leaves it there");
        assert_eq!(tray.take("one", &nouf, NOW), Some('a'));
        assert_eq!(tray.take("one", &nouf, NOW), None, "once");
        assert_eq!(tray.take("two", &nouf, NOW + LIMITS.waits), None, "in time");
    }

    #[test]
    fn what_nobody_fetches_does_not_pile_up() {
        let tray = Tray::new(LIMITS);
        let (nouf, saad) = (session("n"), session("s"));
        for (ticket, thing) in [("1", 'a'), ("2", 'b'), ("3", 'c'), ("4", 'd')] {
            tray.put(ticket.to_owned(), &nouf, 1, thing, NOW);
        }
        assert_eq!(tray.look("1", &nouf, NOW), None, "three at once: the oldest went");
        assert_eq!(tray.look("2", &nouf, NOW), Some('b'));
        tray.put("5".to_owned(), &saad, 9, 'e', NOW);
        tray.put("6".to_owned(), &saad, 9, 'f', NOW);
        assert_eq!(tray.look("5", &saad, NOW), None, "of one session at most ten bytes");
        assert_eq!(tray.look("4", &nouf, NOW), Some('d'), "the other's are not touched by that");
        tray.put("7".to_owned(), &session("third"), 10, 'g', NOW);
        assert_eq!(tray.look("6", &saad, NOW), None, "of everybody at most fifteen: the oldest went");
        tray.put("8".to_owned(), &nouf, 99, 'h', NOW);
        assert_eq!(tray.look("8", &nouf, NOW), Some('h'), "a large thing is kept alone");
        tray.keep_of(|owner| *owner == saad);
        assert_eq!(tray.look("8", &nouf, NOW), None, "it goes with its session");
    }
}
