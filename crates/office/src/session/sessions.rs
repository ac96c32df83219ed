//! Who is signed in just now. Kept in memory only: a session never outlives the program.

use super::rules::{LOCKED_IDLE, SIGN_IN_AGAIN};
use crate::context::Who;
use crate::office::{Caller, LOCKED, SIGNED_OUT, guard};
use kernel::id::PersonId;
use kernel::{Result, require};
use std::any::Any;
use std::collections::HashMap;
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
pub type InHand = Arc<dyn Any + Send + Sync>;

#[derive(Clone)]
struct Session {
    who: Who,
    /// Clock that only goes forward; a changed wall clock neither locks nor unlocks anybody.
    last_touch: Duration,
    idle_after: Duration,
    locked: bool,
    /// What a feature keeps for the session, such as the file being imported; gone with it, whichever way it ends.
    in_hand: Option<InHand>,
}

#[derive(Default)]
pub struct Sessions {
    open: Mutex<HashMap<Token, Session>>,
}

impl Sessions {
    pub fn begin(&self, who: Who, idle_after: Duration, elapsed: Duration) -> Result<Token> {
        let token = Token::random()?;
        let session = Session { who, last_touch: elapsed, idle_after, locked: false, in_hand: None };
        guard(&self.open).insert(token.clone(), session);
        Ok(token)
    }

    /// The person of a session, locked or not.
    ///
    /// # Errors
    /// Signed out.
    pub fn holder(&self, caller: &Caller) -> Result<Who> {
        let Caller::Holder(token) = caller else { return Err(SIGNED_OUT.into()) };
        guard(&self.open).get(token).map(|session| session.who.clone()).ok_or(SIGN_IN_AGAIN.into())
    }

    /// The person of an unlocked session, which counts as touched now.
    ///
    /// # Errors
    /// Signed out, locked, or left alone for too long, which locks it.
    pub fn active(&self, caller: &Caller, elapsed: Duration) -> Result<Who> {
        let Caller::Holder(token) = caller else { return Err(SIGNED_OUT.into()) };
        let mut open = guard(&self.open);
        let Some(session) = open.get_mut(token) else { return Err(SIGN_IN_AGAIN.into()) };
        require(!session.locked, LOCKED)?;
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
        let at_work =
            |session: &Session| !session.locked && elapsed.saturating_sub(session.last_touch) <= session.idle_after;
        guard(&self.open).get(token).is_some_and(at_work)
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
            session.in_hand = thing;
        }
    }

    /// What the session has in hand, where it is of the kind asked for.
    pub fn in_hand<T: Send + Sync + 'static>(&self, caller: &Caller) -> Option<Arc<T>> {
        let Caller::Holder(token) = caller else { return None };
        guard(&self.open).get(token).and_then(|session| session.in_hand.clone())?.downcast().ok()
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
        let token = sessions.begin(noura(), Duration::from_secs(600), Duration::ZERO).unwrap();
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
        let token = sessions.begin(noura(), Duration::from_secs(600), Duration::ZERO).unwrap();
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
        let here = sessions.begin(noura(), idle, Duration::ZERO).unwrap();
        let there = sessions.begin(noura(), idle, Duration::ZERO).unwrap();
        sessions.end_of(noura().id, Some(&here));
        assert!(sessions.holder(&Caller::Holder(here.clone())).is_ok());
        assert!(sessions.holder(&Caller::Holder(there)).is_err());
        assert!(sessions.end(&here), "that was the last one");
    }
}
