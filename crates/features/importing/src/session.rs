//! The file a session has in hand: the workbook, what the person decided about it, and how it is judged just now. Kept in
//! memory only; one per session, and gone with it.

use super::known::{self, Surroundings};
use super::model::{FileInHand, ImportPhase, ImportProgress, ImportReport, MapLine, RunLine, WhichImport};
use super::rules::{self, NOT_IN_HAND, SAVED_ALREADY, STOPPED};
use intake::{Draft, Subject, Validation};
use kernel::id::ImportId;
use kernel::{Day, Result, require};
use office::context::Who;
use office::session::sessions::Held;
use office::{Caller, Office, SystemCall, guard};
use sheets::Workbook;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

pub struct ImportSession {
    pub id: ImportId,
    pub subject: Subject,
    pub file: FileInHand,
    pub sha256: [u8; 32],
    pub book: Workbook,
    /// Held while the file is judged and while it is saved.
    work: Mutex<Work>,
    pub pace: Pace,
}

/// What changes while a person works on the file.
pub struct Work {
    pub draft: Draft,
    /// What the office held when the file was last judged.
    pub around: Surroundings,
    pub validation: Validation,
    /// Set by a person, in place of the day in the title.
    pub opening_day: Option<Day>,
    pub map: Option<MapLine>,
    pub imported_before: Option<RunLine>,
    pub saved: Option<ImportReport>,
    /// What a trial of the save gave, as the file is judged now.
    pub rehearsed: Option<ImportReport>,
}

impl Work {
    /// The first day of the books.
    pub fn opening_day(&self) -> Option<Day> {
        self.opening_day.or(self.validation.opening_day)
    }
}

impl ImportSession {
    pub fn new(id: ImportId, file: FileInHand, sha256: [u8; 32], book: Workbook, work: Work) -> Self {
        let subject = work.draft.subject;
        Self { id, subject, file, sha256, book, work: Mutex::new(work), pace: Pace::default() }
    }

    pub fn work(&self) -> MutexGuard<'_, Work> {
        guard(&self.work)
    }

    /// None while the file is judged or saved by another call.
    pub fn work_if_free(&self) -> Option<MutexGuard<'_, Work>> {
        self.work.try_lock().ok()
    }

    /// The file is judged as a whole, at first or because the office changed; ends early where `go_on` says no.
    pub fn judge(&self, work: &mut Work, go_on: &dyn Fn() -> bool) {
        work.rehearsed = None;
        work.validation = intake::validate_while(&self.book, &work.draft, &work.around.known, go_on);
    }

    /// The file is judged again after its draft changed; `before` is the draft that was judged last.
    fn judge_again(&self, work: &mut Work, before: &Draft, go_on: &dyn Fn() -> bool) {
        work.rehearsed = None;
        let last = std::mem::replace(&mut work.validation, Validation::nothing(self.subject));
        work.validation = intake::validate_again(&self.book, &work.draft, &work.around.known, (before, last), go_on);
    }

    /// Whether the session still has this file in hand: not when it ended, took up another one or laid this one down.
    pub fn is_in_hand(&self, office: &Office, caller: &Caller) -> bool {
        office.sessions.in_hand::<Self>(caller).is_some_and(|import| import.id == self.id)
    }

    pub fn why_not(&self, work: &Work) -> Vec<super::model::WhyNot> {
        rules::why_not(&work.validation, work.around.ground(), work.opening_day(), work.around.known.today)
    }
}

impl Held for ImportSession {
    fn let_go(&self) {
        self.pace.let_go.store(true, Ordering::Relaxed);
    }
}

/// The import a call names, and who calls: the one in the session's hand, of a kind this person may import.
///
/// # Errors
/// Signed out; another import is in hand, or none; the person may not keep such records.
pub fn in_hand(office: &Office, call: &SystemCall, named: WhichImport) -> Result<(Who, Arc<ImportSession>)> {
    let who = office.sessions.holder(&call.caller)?;
    let import = office
        .sessions
        .in_hand::<ImportSession>(&call.caller)
        .filter(|import| import.id == named.id)
        .ok_or(NOT_IN_HAND)?;
    who.needs(rules::permission(import.subject))?;
    Ok((who, import))
}

/// Changes the draft, judges the file again, and shows what became of it. A change that is refused leaves it as it was.
///
/// # Errors
/// As [`in_hand`]; it is saved already; what the change refuses.
pub fn changed(
    office: &Office,
    call: &SystemCall,
    named: WhichImport,
    change: impl FnOnce(&ImportSession, &mut Work) -> Result<()>,
) -> Result<super::model::ImportPreview> {
    let (_, import) = in_hand(office, call, named)?;
    let mut work = import.work();
    require(work.saved.is_none(), SAVED_ALREADY)?;
    let before = work.draft.clone();
    change(&import, &mut work)?;
    let in_hand = || import.is_in_hand(office, &call.caller);
    import.judge_again(&mut work, &before, &in_hand);
    require(in_hand(), NOT_IN_HAND)?;
    Ok(super::preview::preview(&import, &work))
}

/// What the office holds now.
///
/// # Errors
/// What the database refuses.
pub fn surroundings(office: &Office, subject: Subject) -> Result<Surroundings> {
    let today = Day::in_riyadh(office.now());
    office.unlocked()?.db.read(|db| known::load(db, subject, today))
}

/// How far judging or a save has come, and whether it shall stop; read and set beside it.
#[derive(Default)]
pub struct Pace {
    phase: AtomicU8,
    done: AtomicUsize,
    total: AtomicUsize,
    stop: AtomicBool,
    /// Nobody has the file in hand any more: nothing at work on it goes on, nor begins.
    let_go: AtomicBool,
}

const PHASES: [ImportPhase; 10] = [
    ImportPhase::Idle,
    ImportPhase::Judging,
    ImportPhase::People,
    ImportPhase::Funds,
    ImportPhase::Loans,
    ImportPhase::Payments,
    ImportPhase::FollowUp,
    ImportPhase::Cases,
    ImportPhase::Finishing,
    ImportPhase::Done,
];

impl Pace {
    /// Begins a phase of so many records. A new save forgets that an earlier one was stopped.
    pub fn begin(&self, phase: ImportPhase, total: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        let place = PHASES.iter().position(|known| *known == phase).unwrap_or_default();
        self.phase.store(u8::try_from(place).unwrap_or_default(), Ordering::Relaxed);
    }

    /// One record more.
    ///
    /// # Errors
    /// As [`go_on`](Self::go_on).
    pub fn step(&self) -> Result<()> {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.go_on()
    }

    /// # Errors
    /// The person stopped it, or their session has ended.
    pub fn go_on(&self) -> Result<()> {
        let stopped = self.stop.load(Ordering::Relaxed) || self.let_go.load(Ordering::Relaxed);
        require(!stopped, STOPPED)
    }

    /// Asks what is under way to stop; without anything nothing happens.
    pub fn stop(&self) {
        if self.phase() != ImportPhase::Idle {
            self.stop.store(true, Ordering::Relaxed);
        }
    }

    /// What was under way is over, one way or the other.
    pub fn end(&self, phase: ImportPhase) {
        self.begin(phase, 0);
        self.stop.store(false, Ordering::Relaxed);
    }

    fn phase(&self) -> ImportPhase {
        PHASES.get(usize::from(self.phase.load(Ordering::Relaxed))).copied().unwrap_or(ImportPhase::Idle)
    }

    pub fn progress(&self) -> ImportProgress {
        ImportProgress {
            phase: self.phase(),
            done: self.done.load(Ordering::Relaxed),
            total: self.total.load(Ordering::Relaxed),
        }
    }
}
