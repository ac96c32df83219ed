//! An event is entered: the loan's own row, its entries in the books and what is laid out from it, in one transaction.

use crate::borrower::{self, Borrower};
use crate::events::posting::{self, CounterLine, LoanRef, PlannedEntry, REALLOCATED};
use crate::events::recording;
use crate::events::replay::LoanReplay;
use crate::model::LoanHead;
use crate::repayments::repaying::with;
use crate::rules::PAYMENT_EXISTS;
use crate::store::{self, KeptEvent, NewEvent};
use crate::summary;
use kernel::id::{EntryId, LoanId, PersonId};
use kernel::{Day, Failure, Money, Result, require};
use ledger::{Fund, Method, NewEntry, Posted, VoucherKind, fund};
use lending::{Acceptance, Event, EventKind, Place};
use office::context::{Read, Write};
use office::words::{self, Language};
use std::collections::BTreeMap;

/// A loan opened to be written to.
pub struct Opened {
    pub head: LoanHead,
    pub events: Vec<KeptEvent>,
    pub replay: LoanReplay,
    pub fund: Fund,
    pub borrower: Borrower,
}

impl Opened {
    pub fn loan_ref(&self) -> LoanRef {
        LoanRef { loan: self.head.id, party: self.head.party, fund: self.head.fund }
    }

    /// An event after those there are.
    pub fn next(&self, on: Day, key: Option<String>, kind: EventKind) -> Event {
        Event { place: Place::next(&self.replay.events), on, key, kind }
    }

    /// Whether what was owed is given up for lost, as all that is known says.
    pub fn is_written_off(&self) -> bool {
        let undone = self.replay.undone();
        let stands = |event: &&Event| event.kind == EventKind::WriteOff && !undone.contains(&event.place);
        self.replay.events.iter().any(|event| stands(&event))
    }

    /// # Errors
    /// An event that was never written.
    pub fn kept(&self, place: Place) -> Result<&KeptEvent> {
        self.events.iter().find(|kept| kept.event.place == place).ok_or(Failure::not_found("loan_event"))
    }
}

/// # Errors
/// A loan that does not exist.
pub fn open(cx: &Read<'_>, loan: LoanId) -> Result<Opened> {
    let head = store::loan(cx, loan)?;
    let events = store::events(cx, loan)?;
    let replay = store::replay(&head, &events);
    let fund = fund::fund(cx, head.fund)?;
    let borrower = borrower::borrower(cx, head.party)?;
    Ok(Opened { head, events, replay, fund, borrower })
}

/// Who made and who approved an entry.
#[derive(Debug, Clone, Copy, Default)]
pub struct Approvers {
    /// Who wrote it; the one who enters the event, where none is named.
    pub made_by: Option<PersonId>,
    pub approved_by: Option<PersonId>,
    pub second_approved_by: Option<PersonId>,
}

impl Approvers {
    pub fn approved(by: Option<PersonId>) -> Self {
        Self { approved_by: by, ..Self::default() }
    }
}

/// How the books and the story tell an event.
pub struct PostingDetails<'a> {
    pub kind: VoucherKind,
    /// The event of the entry: `loan.repaid`, `loan.delivered` …
    pub event: &'static str,
    pub narration: String,
    /// Who paid or was paid.
    pub counterparty: &'a str,
    pub approvers: Approvers,
    /// The lines of the entry that are not the loan's; none where no money moves.
    pub counter_lines: Vec<CounterLine>,
    pub method: Option<Method>,
    pub reference: &'a str,
    /// Who brought the money, where it was not the borrower.
    pub payer: &'a str,
    pub note: &'a str,
}

/// An event that stands now.
pub struct Entered {
    pub place: Place,
    pub posted: Option<Posted>,
}

/// An event that stands now, and the loan with it.
pub struct Recorded {
    pub place: Place,
    pub posted: Option<Posted>,
    pub opened: Opened,
}

/// Enters an event with its entries; none where its key is recorded already with the same content.
///
/// # Errors
/// What the engine refuses, what the books refuse, a key that is recorded with other content.
pub fn record(cx: &Write<'_>, opened: &Opened, event: Event, details: &PostingDetails<'_>) -> Result<Option<Recorded>> {
    let Some((entered, after)) = enter(cx, opened, event, details, &OldBooks::default())? else { return Ok(None) };
    Ok(Some(Recorded { place: entered.place, posted: entered.posted, opened: summarise(cx, opened, after)? }))
}

/// What an event of the time before this program brings along.
#[derive(Debug, Clone, Copy, Default)]
pub struct OldBooks<'a> {
    /// Whether an earlier register tells of the event.
    pub imported: bool,
    /// The day the books of the fund were opened with balances: what lies before it stands in them and is not posted.
    pub opened_on: Option<Day>,
    /// The number on the receipt that was handed out.
    pub receipt: &'a str,
    /// Who brought it in, and who approved that it is posted.
    pub approvers: Approvers,
}

impl OldBooks<'_> {
    /// Whether the opening balances hold what happened on a day.
    pub fn hold(&self, day: Day) -> bool {
        self.opened_on.is_some_and(|opened| day < opened)
    }
}

/// Enters an event with its entries and gives the replay it leads to; no summary is written.
///
/// # Errors
/// As [`record`].
pub fn enter(
    cx: &Write<'_>,
    opened: &Opened,
    event: Event,
    details: &PostingDetails<'_>,
    old: &OldBooks<'_>,
) -> Result<Option<(Entered, LoanReplay)>> {
    if let Acceptance::Repeated(place) = recording::accept(&opened.replay, &event, cx.today())? {
        let recorded = &opened.kept(place)?.event;
        require(recorded.on == event.on && recorded.kind == event.kind, Failure::conflict(PAYMENT_EXISTS))?;
        return Ok(None);
    }
    let after = with(&opened.replay, event.clone());
    let moves = posting::moves(&opened.replay, &after, event.on)?;
    let entries = posting::entries(opened.loan_ref(), &moves, details.kind, details.event, &details.counter_lines)?;
    let mut posted = None;
    for planned in entries.iter().filter(|planned| !old.hold(planned.day)) {
        let entry = if planned.event == REALLOCATED {
            reallocation(cx, opened, planned)?
        } else {
            let reference = Some(details.reference.to_owned()).filter(|text| !text.is_empty());
            let mut entry =
                new_entry(cx, planned, &details.narration)?.with(details.counterparty, details.method, reference);
            entry.made_by = details.approvers.made_by.unwrap_or(cx.who.id);
            entry.approved_by = details.approvers.approved_by.filter(|person| *person != entry.made_by);
            entry.second_approved_by = details.approvers.second_approved_by;
            entry
        };
        let stands = ledger::post(cx.db(), &entry)?;
        if planned.event != REALLOCATED {
            posted = Some(stands);
        }
    }
    let place = event.place;
    let kept = NewEvent {
        event: &event,
        method: details.method,
        reference: details.reference,
        receipt: old.receipt,
        payer: details.payer,
        note: details.note,
        entry: posted.map(|posted| posted.entry),
        imported: old.imported,
    };
    store::insert_event(cx, opened.head.id, &kept)?;
    Ok(Some((Entered { place, posted }, after)))
}

/// Lays out the loan after an event was written, and gives it as it is now.
///
/// # Errors
/// What the database refuses.
pub fn summarise(cx: &Write<'_>, opened: &Opened, after: LoanReplay) -> Result<Opened> {
    let state = after.latest(cx.today())?;
    let events = store::events(cx, opened.head.id)?;
    summary::put(cx, &opened.head, &after, &events, state.as_ref())?;
    cx.record_changed(store::subject(opened.head.id))?;
    Ok(Opened {
        head: opened.head.clone(),
        events,
        replay: after,
        fund: opened.fund.clone(),
        borrower: opened.borrower.clone(),
    })
}

/// The entry of a move between rows and credit.
///
/// # Errors
/// Broken, when the machine has no random source.
pub fn reallocation(cx: &Write<'_>, opened: &Opened, planned: &PlannedEntry) -> Result<NewEntry> {
    let narration = narration("reallocated", opened, Money::ZERO);
    Ok(new_entry(cx, planned, &narration)?.with(&opened.borrower.name, None, None))
}

fn new_entry(cx: &Write<'_>, planned: &PlannedEntry, narration: &str) -> Result<NewEntry> {
    let id = new_entry_id(cx)?;
    let lines = planned.lines.clone();
    Ok(NewEntry::new(id, planned.kind, planned.day, planned.event, narration, lines, cx.who.id, cx.now))
}

/// # Errors
/// Broken, when the machine has no random source.
pub fn new_entry_id(cx: &Write<'_>) -> Result<EntryId> {
    Ok(EntryId::new(cx.now, office::random::bytes()?))
}

/// What an entry says it is for; the books are kept in Arabic.
pub fn narration(key: &str, opened: &Opened, amount: Money) -> String {
    let args = BTreeMap::from([
        ("loan_no", opened.head.loan_no.clone()),
        ("borrower", opened.borrower.name.clone()),
        ("amount", amount.to_string()),
    ]);
    words::fill(&format!("loans.narration.{key}"), Language::Ar, &args)
}
