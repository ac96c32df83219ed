//! Who is signed in just now. Kept in memory only: a session never outlives the program.

use super::rules::{FIRST_PASSWORD, LOCKED_IDLE, MOST_SESSIONS, SIGN_IN_AGAIN, SIGNED_IN_ELSEWHERE};
use crate::context::Who;
use crate::office::{Caller, LOCKED, SIGNED_OUT, guard};
use kernel::id::PersonId;
use kernel::{Failure, Result, require};
use std::any::Any;
use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The secret that stands for a session: 256 random bits in hexadecimal.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Token(String);

impl Token {
    /// A token as a host received it; an unknown one simply opens nothing.
    pub fn from_text(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub fn as_text(&self) -> &str {
        &self.0
    }

    fn random() -> Result<Self> {
        let bytes: [u8; 32] = crate::random::bytes()?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// What a session holds for a feature.
pub trait Held: Any + Send + Sync {
    /// It is laid down, or its session has ended: whatever is still at work on it comes to an end.
    fn let_go(&self) {}
}

pub type InHand = Arc<dyn Held>;

struct Session {
    who: Who,
    /// Clock that only goes forward; a changed wall clock neither locks nor unlocks anybody.
    last_touch: Duration,
    idle_after: Duration,
    locked: bool,
    /// Signed in with a password somebody else chose: nothing is open but the screen that replaces it.
    first_password: bool,
    /// The how-manieth session of this run of the program it is.
    begun: u64,
    /// What a feature keeps for the session, such as the file being imported; gone with it, whichever way it ends.
    in_hand: Option<InHand>,
}

/// Whichever way a session ends, what it has in hand ends with it.
impl Drop for Session {
    fn drop(&mut self) {
        self.lay_down(None);
    }
}

impl Session {
    fn lay_down(&mut self, for_another: Option<InHand>) {
        if let Some(before) = std::mem::replace(&mut self.in_hand, for_another) {
            before.let_go();
        }
    }
}

#[derive(Default)]
pub struct Sessions {
    open: Mutex<HashMap<Token, Session>>,
    /// Sessions that made room for a newer one of the same person, the last first: whoever comes back with one is told why
    /// it ended.
    crowded_out: Mutex<VecDeque<Token>>,
    begun: AtomicU64,
}

/// How many of them are remembered.
const CROWDED_OUT_KEPT: usize = 100;

impl Sessions {
    /// Begins a session; the oldest of a person who has [`MOST_SESSIONS`] ends for it.
    ///
    /// # Errors
    /// The machine has no random source.
    pub fn begin(&self, who: Who, first_password: bool, idle_after: Duration, elapsed: Duration) -> Result<Token> {
        let token = Token::random()?;
        let begun = self.begun.fetch_add(1, Ordering::Relaxed);
        let mut open = guard(&self.open);
        let own = |session: &Session| session.who.id == who.id;
        if open.values().filter(|session| own(session)).count() >= MOST_SESSIONS {
            let oldest = open.iter().filter(|(_, session)| own(session)).min_by_key(|(_, session)| session.begun);
            if let Some(oldest) = oldest.map(|(token, _)| token.clone()) {
                open.remove(&oldest);
                let mut gone = guard(&self.crowded_out);
                gone.push_front(oldest);
                gone.truncate(CROWDED_OUT_KEPT);
            }
        }
        let session =
            Session { who, last_touch: elapsed, idle_after, locked: false, first_password, begun, in_hand: None };
        open.insert(token.clone(), session);
        Ok(token)
    }

    /// The person of a session, locked or not.
    ///
    /// # Errors
    /// Signed out.
    pub fn holder(&self, caller: &Caller) -> Result<Who> {
        let Caller::Holder(token) = caller else { return Err(SIGNED_OUT.into()) };
        guard(&self.open).get(token).map(|session| session.who.clone()).ok_or_else(|| self.ended(token))
    }

    /// Why a session that was there is there no more.
    fn ended(&self, token: &Token) -> Failure {
        if guard(&self.crowded_out).contains(token) { SIGNED_IN_ELSEWHERE.into() } else { SIGN_IN_AGAIN.into() }
    }

    /// The person of an unlocked session, which counts as touched now.
    ///
    /// # Errors
    /// Signed out, locked, or left alone for too long, which locks it; signed in with a first password.
    pub fn active(&self, caller: &Caller, elapsed: Duration) -> Result<Who> {
        let Caller::Holder(token) = caller else { return Err(SIGNED_OUT.into()) };
        let mut open = guard(&self.open);
        let Some(session) = open.get_mut(token) else { return Err(self.ended(token)) };
        require(!session.locked, LOCKED)?;
        require(!session.first_password, FIRST_PASSWORD)?;
        if elapsed.saturating_sub(session.last_touch) > session.idle_after {
            session.locked = true;
            return Err(LOCKED_IDLE.into());
        }
        session.last_touch = elapsed;
        Ok(session.who.clone())
    }

    /// Whether a session is open, unlocked, and not left alone for too long. Asking does not count as a touch.
    pub fn is_open(&self, caller: &Caller, elapsed: Duration) -> bool {
        let Caller::Holder(token) = caller else { return false };
        let at_work = |session: &Session| {
            !session.locked
                && !session.first_password
                && elapsed.saturating_sub(session.last_touch) <= session.idle_after
        };
        guard(&self.open).get(token).is_some_and(at_work)
    }

    /// A person has chosen a password of their own.
    pub fn own_password(&self, person: PersonId) {
        let mut open = guard(&self.open);
        open.values_mut().filter(|session| session.who.id == person).for_each(|session| session.first_password = false);
    }

    pub fn is_locked(&self, token: &Token) -> bool {
        guard(&self.open).get(token).is_some_and(|session| session.locked)
    }

    pub fn lock(&self, token: &Token) {
        if let Some(session) = guard(&self.open).get_mut(token) {
            session.locked = true;
        }
    }

    pub fn unlock(&self, token: &Token, elapsed: Duration) {
        if let Some(session) = guard(&self.open).get_mut(token) {
            session.locked = false;
            session.last_touch = elapsed;
        }
    }

    /// Takes something into the hand of a session, in place of the one before; none lays it down.
    pub fn take_in_hand(&self, caller: &Caller, thing: Option<InHand>) {
        let Caller::Holder(token) = caller else { return };
        if let Some(session) = guard(&self.open).get_mut(token) {
            session.lay_down(thing);
        }
    }

    /// What the session has in hand, where it is of the kind asked for.
    pub fn in_hand<T: Held>(&self, caller: &Caller) -> Option<Arc<T>> {
        let Caller::Holder(token) = caller else { return None };
        let held: Arc<dyn Any + Send + Sync> =
            guard(&self.open).get(token).and_then(|session| session.in_hand.clone())?;
        held.downcast().ok()
    }

    /// Ends a session; tells whether it was the last one.
    pub fn end(&self, token: &Token) -> bool {
        let mut open = guard(&self.open);
        open.remove(token);
        open.is_empty()
    }

    /// Whether nobody is signed in.
    pub fn is_empty(&self) -> bool {
        guard(&self.open).is_empty()
    }

    pub fn end_all(&self) {
        guard(&self.open).clear();
    }

    /// Ends every session of a person, except one.
    pub fn end_of(&self, person: PersonId, except: Option<&Token>) {
        guard(&self.open).retain(|token, session| session.who.id != person || Some(token) == except);
    }

    /// Gives the sessions of a person their new name and role.
    pub fn refresh(&self, who: &Who) {
        for session in guard(&self.open).values_mut().filter(|session| session.who.id == who.id) {
            session.who = who.clone();
        }
    }

    pub fn set_idle(&self, idle_after: Duration) {
        guard(&self.open).values_mut().for_each(|session| session.idle_after = idle_after);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permission::Role;

    fn noura() -> Who {
        Who { id: PersonId::from_bytes([1; 16]), name: "نورة".into(), login: "noura".into(), role: Role::Finance }
    }

    #[test]
    fn a_session_left_alone_locks_itself_and_a_locked_one_does_nothing() {
        let sessions = Sessions::default();
        let token = sessions.begin(noura(), false, Duration::from_secs(600), Duration::ZERO).unwrap();
        let caller = Caller::Holder(token.clone());
        assert!(sessions.active(&caller, Duration::from_secs(500)).is_ok(), "a touch within the time");
        assert!(sessions.active(&caller, Duration::from_secs(1000)).is_ok(), "starts the time anew");
        assert_eq!(sessions.active(&caller, Duration::from_secs(1700)), Err(LOCKED_IDLE.into()));
        assert_eq!(sessions.active(&caller, Duration::from_secs(1701)), Err(LOCKED.into()));
        assert!(sessions.holder(&caller).is_ok(), "the person is still known, to be asked for the password");
        sessions.unlock(&token, Duration::from_secs(1702));
        assert!(sessions.active(&caller, Duration::from_secs(1703)).is_ok());
    }

    #[test]
    fn asking_whether_a_session_is_open_does_not_keep_it_open() {
        let sessions = Sessions::default();
        let token = sessions.begin(noura(), false, Duration::from_secs(600), Duration::ZERO).unwrap();
        let caller = Caller::Holder(token.clone());
        assert!(sessions.is_open(&caller, Duration::from_secs(599)));
        assert!(!sessions.is_open(&caller, Duration::from_secs(601)), "the question before was no touch");
        sessions.unlock(&token, Duration::from_secs(700));
        assert!(sessions.is_open(&caller, Duration::from_secs(701)));
        sessions.lock(&token);
        assert!(!sessions.is_open(&caller, Duration::from_secs(702)), "a locked screen hears nothing");
        sessions.end(&token);
        assert!(
            !sessions.is_open(&caller, Duration::from_secs(703)) && !sessions.is_open(&Caller::Nobody, Duration::ZERO)
        );
    }

    #[test]
    fn ending_the_sessions_of_a_person_spares_the_one_at_work() {
        let sessions = Sessions::default();
        let idle = Duration::from_secs(600);
        let here = sessions.begin(noura(), false, idle, Duration::ZERO).unwrap();
        let there = sessions.begin(noura(), false, idle, Duration::ZERO).unwrap();
        sessions.end_of(noura().id, Some(&here));
        assert!(sessions.holder(&Caller::Holder(here.clone())).is_ok());
        assert!(sessions.holder(&Caller::Holder(there)).is_err());
        assert!(sessions.end(&here), "that was the last one");
    }

    #[derive(Default)]
    struct Work(std::sync::atomic::AtomicBool);

    impl Held for Work {
        fn let_go(&self) {
            self.0.store(true, Ordering::Relaxed);
        }
    }

    #[test]
    fn what_a_session_has_in_hand_ends_with_it_whichever_way() {
        let idle = Duration::from_secs(600);
        type End = fn(&Sessions, &Token);
        let ways: [(&str, End); 5] = [
            ("signed out", |sessions, token| {
                sessions.end(token);
            }),
            ("removed", |sessions, _| sessions.end_of(noura().id, None)),
            ("the program ends", |sessions, _| sessions.end_all()),
            ("laid down", |sessions, token| sessions.take_in_hand(&Caller::Holder(token.clone()), None)),
            ("crowded out", |sessions, _| {
                (0..MOST_SESSIONS).for_each(|_| {
                    sessions.begin(noura(), false, Duration::from_secs(600), Duration::ZERO).unwrap();
                });
            }),
        ];
        for (way, end) in ways {
            let sessions = Sessions::default();
            let token = sessions.begin(noura(), false, idle, Duration::ZERO).unwrap();
            let work = Arc::new(Work::default());
            sessions.take_in_hand(&Caller::Holder(token.clone()), Some(work.clone()));
            sessions.lock(&token);
            assert!(!work.0.load(Ordering::Relaxed), "{way}: a locked screen goes on");
            end(&sessions, &token);
            assert!(work.0.load(Ordering::Relaxed), "{way}");
        }
    }

    #[test]
    fn a_sixth_session_ends_the_oldest_which_is_told_why() {
        let sessions = Sessions::default();
        let begin = || sessions.begin(noura(), false, Duration::from_secs(600), Duration::ZERO).unwrap();
        let tokens: Vec<Token> = (0..6).map(|_| begin()).collect();
        let holds = |token: &Token| sessions.holder(&Caller::Holder(token.clone()));
        assert_eq!(holds(&tokens[0]), Err(SIGNED_IN_ELSEWHERE.into()));
        assert!(tokens[1..].iter().all(|token| holds(token).is_ok()), "five stay");
        assert_eq!(holds(&Token::from_text("none")), Err(SIGN_IN_AGAIN.into()));
    }

    #[test]
    fn a_first_password_opens_nothing_until_it_is_replaced() {
        let sessions = Sessions::default();
        let token = sessions.begin(noura(), true, Duration::from_secs(600), Duration::ZERO).unwrap();
        let caller = Caller::Holder(token);
        assert_eq!(sessions.active(&caller, Duration::ZERO), Err(FIRST_PASSWORD.into()));
        assert!(!sessions.is_open(&caller, Duration::ZERO) && sessions.holder(&caller).is_ok());
        sessions.own_password(noura().id);
        assert!(sessions.active(&caller, Duration::ZERO).is_ok());
    }
}
