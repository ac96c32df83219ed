//! The office: one folder, one encrypted file, the people signed in, and the one way in for every command.
//!
//! [`Office::call`] finds the command, asks who may, opens one transaction, runs one verb, writes one audit line and
//! commits. Commands of the system (signing in, backups, a saved import) open their own. Features are known only by their
//! manifests; hosts are not known at all.

use crate::clock::{Clock, MachineClock};
use crate::command::{Command, Kind, Verb, View};
use crate::context::{KeyChange, Read, Traces, Write};
use crate::feature::Features;
use crate::inbox::Bytes;
use crate::integrity::clock::Watch;
use crate::outbox::{self, Outgoing};
use crate::repeats::{Again, Repeats};
use crate::requests::Asked;
use crate::session::sessions::{Sessions, Token};
use crate::touched::Listeners;
use crate::tray::Tray;
use crate::{demo_mark, inbox, trail};
use database::{Cost, Database, Key, Keys, LoginAttempts, OfficeFolder, OfficeLock, RecoveryCode};
use kernel::id::{PersonId, RequestId};
use kernel::{Day, Failure, Moment, Result};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};
use std::time::Duration;

kernel::refusals! {
    SIGNED_OUT = "office.signed_out";
    LOCKED = "office.locked";
    REQUEST_REUSED = "office.request_reused";
    BUSY = "office.busy";
}

pub use crate::touched::Touched;

/// Who calls: nobody yet, or the holder of a session's token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caller {
    Nobody,
    Holder(Token),
}

/// What a host must do with the session after a call.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SessionChange {
    #[default]
    Unchanged,
    Begun(Token),
    Ended,
}

/// The answer of a command: its value and the views it touched.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    pub value: Value,
    pub touched: Vec<View>,
    #[serde(skip)]
    pub session: SessionChange,
}

/// What a command of the system may use beside the office: who calls, and what becomes of the session.
pub struct SystemCall {
    pub caller: Caller,
    pub change: SessionChange,
}

/// How an office is opened.
pub struct Options {
    pub clock: Arc<dyn Clock>,
    /// What guessing one password costs; tests take the cheapest.
    pub cost: Cost,
    /// A throw-away office for demonstrations, marked on every screen and paper.
    pub demo: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { clock: Arc::new(MachineClock::default()), cost: Cost::STRONG, demo: false }
    }
}

/// What is in reach while somebody is signed in: the open file, and the keys it was opened with.
pub struct UnlockedOffice {
    pub db: Database,
    pub keys: Mutex<Keys>,
    pub key: Key,
}

pub struct Office {
    features: Features,
    pub options: Options,
    /// Whether everything here is a demonstration: said by the options, the mark in the folder, or the open file.
    demo: AtomicBool,
    /// The folder, held as long as the office is; a second program is refused.
    pub lock: OfficeLock,
    pub unlocked: RwLock<Option<Arc<UnlockedOffice>>>,
    pub sessions: Sessions,
    pub attempts: Mutex<LoginAttempts>,
    /// The recovery code on the screen, until one of its groups is typed back. Never on the disk.
    pub shown_code: Mutex<Option<RecoveryCode>>,
    /// The day on which each daily job was last done.
    pub(crate) jobs_done: Mutex<BTreeMap<&'static str, Day>>,
    /// When the backup that was due failed last, on the clock that only goes forward.
    pub(crate) backup_failed_at: Mutex<Option<Duration>>,
    /// Two first runs at once would make two offices.
    pub setting_up: Mutex<()>,
    /// Held between opening the file and beginning the session it was opened for.
    pub entering: Mutex<()>,
    /// Where this machine keeps how far the trails of offices have come, outside their folders.
    marks: OnceLock<PathBuf>,
    /// What is known of the clock while the file is open.
    pub(crate) clock_watch: Mutex<Watch>,
    pub listeners: Listeners,
    /// What comes again and again, counted in place of a line each time.
    pub(crate) repeats: Mutex<Repeats>,
    /// Files that wait to be fetched.
    pub(crate) outbox: Tray<Outgoing>,
    /// Files that wait for the command that names them.
    pub(crate) inbox: Tray<Bytes>,
}

/// A lock whose holder panicked is still a lock: what it guards is swapped whole, never left half changed.
pub fn guard<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Office {
    /// Takes possession of an office folder, which may still be empty. Nothing is decrypted: that needs a person.
    ///
    /// # Errors
    /// Another program has the office open; the folder cannot be made or written.
    pub fn open(path: &Path, features: Features, options: Options) -> Result<Self> {
        let lock = OfficeFolder::at(path).lock()?;
        let attempts = LoginAttempts::load(&lock, options.clock.elapsed())?;
        let demo = AtomicBool::new(options.demo || demo_mark::marked(&lock).is_some());
        Ok(Self {
            features,
            options,
            demo,
            lock,
            unlocked: RwLock::new(None),
            sessions: Sessions::default(),
            attempts: Mutex::new(attempts),
            shown_code: Mutex::default(),
            jobs_done: Mutex::default(),
            backup_failed_at: Mutex::default(),
            setting_up: Mutex::default(),
            entering: Mutex::default(),
            marks: OnceLock::new(),
            clock_watch: Mutex::default(),
            listeners: Listeners::default(),
            repeats: Mutex::default(),
            outbox: Tray::new(outbox::LIMITS),
            inbox: Tray::new(inbox::LIMITS),
        })
    }

    /// Runs a command by its name.
    ///
    /// # Errors
    /// What the office, the rules or the database refuse.
    pub fn call(&self, caller: &Caller, name: &str, input: Value) -> Result<Answer> {
        self.call_once(caller, None, name, input)
    }

    /// Runs a command; a write sent again under the same request id gets the stored answer and changes nothing.
    ///
    /// # Errors
    /// As [`call`](Self::call); Conflict, when the same id comes with other content.
    pub fn call_once(&self, caller: &Caller, request: Option<RequestId>, name: &str, input: Value) -> Result<Answer> {
        let command = self.features.find(name).ok_or(Failure::not_found("command"))?;
        let _closing = ClosesBehind(self);
        let outcome = self.require_clock(command).and_then(|()| match command.verb {
            Verb::System(verb) => self.run_system(caller, command, verb, input),
            Verb::Read(verb) => self.run_read(caller, command, verb, input),
            Verb::Write(verb) => self.run_write(caller, command, request, verb, input),
        });
        match &outcome {
            Ok(answer) => self.listeners.tell(&answer.touched, request),
            Err(failure) => self.note_failure(caller, command, failure),
        }
        outcome
    }

    /// Keeps a mark of how far the trail has come in a folder outside the office, too. Said once, before anybody signs in.
    pub fn keep_marks_in(&self, folder: PathBuf) {
        self.marks.get_or_init(|| folder);
    }

    pub(crate) fn marks(&self) -> Option<&Path> {
        self.marks.get().map(PathBuf::as_path)
    }

    /// Tells `listener` of every write from now on, after it is committed, on the thread that wrote. It must be quick and
    /// call no command.
    pub fn subscribe(&self, listener: impl Fn(&Touched) + Send + Sync + 'static) {
        self.listeners.add(Box::new(listener));
    }

    /// Whether a caller's session is open and unlocked. Asking is no touch: a screen that only listens locks itself.
    pub fn hears(&self, caller: &Caller) -> bool {
        self.sessions.is_open(caller, self.options.clock.elapsed())
    }

    fn run_system(
        &self,
        caller: &Caller,
        command: &Command,
        verb: fn(&Self, &mut SystemCall, Value) -> Result<Value>,
        input: Value,
    ) -> Result<Answer> {
        self.may_call(caller, command)?;
        let mut call = SystemCall { caller: caller.clone(), change: SessionChange::Unchanged };
        let value = verb(self, &mut call, input)?;
        let touched = if command.touches { command.views.to_vec() } else { Vec::new() };
        Ok(Answer { value, touched, session: call.change })
    }

    fn run_read(
        &self,
        caller: &Caller,
        command: &'static Command,
        verb: fn(&Read<'_>, Value) -> Result<Value>,
        input: Value,
    ) -> Result<Answer> {
        let who = self.admit_to(caller, command)?;
        let now = self.now();
        let unlocked = self.unlocked()?;
        let (value, Traces { seen, looked_for, handed }) = unlocked.db.read(|db| {
            // A look names a file and does not use it up: the change that follows names it again.
            let cx = Read::new(db, self.features, &who, now, self.is_demo()).with_arrivals(self.arrivals(caller));
            let value = verb(&cx, input)?;
            Ok((value, cx.into_traces()))
        })?;
        if command.kind != Kind::Read {
            unlocked.db.write(|db| trail::done(db, &who, now, command, &seen))?;
        }
        for number in looked_for {
            // A list is asked for again whenever somebody writes; that is no new search.
            let again = Again { who: &who, command, outcome: trail::DONE.to_owned(), about: &number };
            self.tell_once(&unlocked, again, |db| trail::searched(db, &who, now, command, &number))?;
        }
        // Nothing goes out before its line stands in the trail.
        handed.into_iter().for_each(|file| drop(self.hand(caller, file)));
        Ok(Answer { value, touched: Vec::new(), session: SessionChange::Unchanged })
    }

    fn run_write(
        &self,
        caller: &Caller,
        command: &Command,
        request: Option<RequestId>,
        verb: fn(&Write<'_>, Value) -> Result<Value>,
        input: Value,
    ) -> Result<Answer> {
        let who = self.admit_to(caller, command)?;
        let now = self.now();
        let unlocked = self.unlocked()?;
        let mut keys = guard(&unlocked.keys);
        let before = keys.clone();
        let mut removals = Vec::new();
        let mut renewed = Vec::new();
        let mut keys_saved = false;
        let mut files = Default::default();
        let mut touched = command.views.to_vec();
        let outcome = unlocked.db.write(|db| {
            let asked = request.map(|id| Asked::new(&unlocked.key, &who, id, command.name, &input));
            if let Some(stored) = asked.as_ref().map(|asked| asked.stored(db)).transpose()?.flatten() {
                return Ok(stored);
            }
            let cx = Write::new(db, self.features, &who, now, self.is_demo()).with_arrivals(self.arrivals(caller));
            let value = verb(&cx, input)?;
            if !cx.is_quiet() {
                let changes = cx.take_changes();
                let in_a_line = if cx.has_line_each() { 1 } else { changes.len() };
                trail::many_done(db, self.features, &who, now, command, &changes, in_a_line)?;
            }
            if let Some(asked) = &asked {
                asked.remember(db, now, &value)?;
            }
            let changes = cx.take_keys();
            renewed = changes.iter().filter_map(KeyChange::renewed_password).collect::<Vec<_>>();
            (removals, keys_saved) = self.apply_keys(&unlocked.key, &mut keys, changes)?;
            for view in cx.take_touched() {
                if !touched.contains(&view) {
                    touched.push(view);
                }
            }
            files = cx.into_files();
            Ok(value)
        });
        match outcome {
            Ok(value) => {
                let (named, handed): (Vec<String>, Vec<Outgoing>) = files;
                self.use_up(caller, &named);
                handed.into_iter().for_each(|file| drop(self.hand(caller, file)));
                if !removals.is_empty() {
                    removals.into_iter().for_each(|person| keys.remove(person));
                    keys.save(&self.lock, &unlocked.key)?;
                }
                // Who got a first password sits nowhere with the one before.
                renewed.into_iter().for_each(|person| self.sessions.end_of(person, None));
                if command.views.iter().any(|view| matches!(view.0, "staff" | "association")) {
                    self.refresh_sessions(&unlocked)?;
                }
                Ok(Answer { value, touched, session: SessionChange::Unchanged })
            }
            Err(failure) => {
                if keys_saved {
                    *keys = before;
                    keys.save(&self.lock, &unlocked.key)?;
                }
                Err(failure)
            }
        }
    }

    /// Adds and replaces keys before the transaction commits; answers whose keys go after it, and whether the slots
    /// on the disk are others now.
    fn apply_keys(&self, key: &Key, keys: &mut Keys, changes: Vec<KeyChange>) -> Result<(Vec<PersonId>, bool)> {
        let mut removals = Vec::new();
        let mut changed = false;
        for change in changes {
            match change {
                KeyChange::Add { person, login, password } => keys.add_slot(key, person, &login, &password)?,
                KeyChange::Replace { person, login, password } => keys.replace(key, person, &login, &password)?,
                KeyChange::Remove { person } => {
                    removals.push(person);
                    continue;
                }
            }
            changed = true;
        }
        if changed {
            keys.save(&self.lock, key)?;
        }
        Ok((removals, changed))
    }

    /// A new role or name holds from the next call on, a removed person is signed out, and the screen locks after the
    /// time the association wishes now.
    fn refresh_sessions(&self, unlocked: &UnlockedOffice) -> Result<()> {
        let (people, profile) =
            unlocked.db.read(|db| Ok((crate::staff::people(db)?, crate::association::profile(db)?)))?;
        for person in people {
            if person.active {
                self.sessions.refresh(&crate::session::who(&person));
            } else {
                self.sessions.end_of(person.id, None);
            }
        }
        self.sessions.set_idle(std::time::Duration::from_secs(u64::from(profile.idle_minutes) * 60));
        Ok(())
    }

    /// Everything that lives in this office.
    pub const fn features(&self) -> Features {
        self.features
    }

    pub fn now(&self) -> Moment {
        self.options.clock.now()
    }

    pub fn is_demo(&self) -> bool {
        self.demo.load(Ordering::Relaxed)
    }

    /// What the open file says of itself is what counts, and the mark in the folder follows it.
    ///
    /// # Errors
    /// What the disk says.
    pub fn set_demo(&self, demo: bool) -> Result<()> {
        self.demo.store(demo || self.options.demo, Ordering::Relaxed);
        match (demo, demo_mark::marked(&self.lock)) {
            (true, None) => demo_mark::mark(&self.lock, &[]),
            (false, Some(_)) => demo_mark::unmark(&self.lock),
            _ => Ok(()),
        }
    }

    /// The open office.
    ///
    /// # Errors
    /// Nobody is signed in, so nothing is open.
    pub fn unlocked(&self) -> Result<Arc<UnlockedOffice>> {
        self.unlocked.read().unwrap_or_else(PoisonError::into_inner).clone().ok_or(SIGNED_OUT.into())
    }

    pub fn set_unlocked(&self, unlocked: Option<Arc<UnlockedOffice>>) {
        *self.unlocked.write().unwrap_or_else(PoisonError::into_inner) = unlocked;
    }

    /// Closes the file and wipes its key; the folder stays ours.
    ///
    /// # Errors
    /// What the disk says; everything acknowledged is safe even then.
    pub fn shut(&self) -> Result<()> {
        let unlocked = self.unlocked.write().unwrap_or_else(PoisonError::into_inner).take();
        *guard(&self.shown_code) = None;
        self.outbox.clear();
        self.inbox.clear();
        match unlocked.map(Arc::try_unwrap) {
            Some(Ok(unlocked)) => unlocked.db.close(),
            // A call is still at work on another thread; the file closes when it is done.
            Some(Err(_)) | None => Ok(()),
        }
    }

    /// Ends every session and closes the file, waiting for calls that are still at work: the file is about to be moved.
    ///
    /// # Errors
    /// A call that does not come to an end.
    pub fn shut_for_good(&self) -> Result<()> {
        self.sessions.end_all();
        self.tell_repeats(true);
        *guard(&self.shown_code) = None;
        self.outbox.clear();
        self.inbox.clear();
        let Some(mut unlocked) = self.unlocked.write().unwrap_or_else(PoisonError::into_inner).take() else {
            return Ok(());
        };
        for _ in 0..500 {
            match Arc::try_unwrap(unlocked) {
                Ok(unlocked) => return unlocked.db.close(),
                Err(still_used) => unlocked = still_used,
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        self.set_unlocked(Some(unlocked));
        Err(BUSY.into())
    }

    /// Closes the file where nobody is signed in: whichever way the last session ended, and whatever failed between opening
    /// the file and beginning a session.
    pub fn shut_if_nobody(&self) {
        let _entering = guard(&self.entering);
        if !self.sessions.is_empty() || self.unlocked().is_err() {
            return;
        }
        self.tell_repeats(true);
        if let Err(failure) = self.shut() {
            eprintln!("sharaka: the office was not closed cleanly: {failure}");
        }
    }

    /// Ends every session and closes the file: the program ends.
    pub fn close(&self) {
        self.sessions.end_all();
        self.tell_repeats(true);
        if let Err(failure) = self.shut() {
            eprintln!("sharaka: the office was not closed cleanly: {failure}");
        }
    }
}

/// Looks after every call, also one that panicked, whether anybody is still there.
pub(crate) struct ClosesBehind<'a>(pub &'a Office);

impl Drop for ClosesBehind<'_> {
    fn drop(&mut self) {
        self.0.shut_if_nobody();
    }
}
