//! Loans, their tranches and their events, rows in and out.

use crate::changes::ChangeCause;
use crate::events::replay::LoanReplay;
use crate::model::{Guarantee, GuaranteeKind, LoanDecision, LoanHead, Tranche, TrancheState, TrancheStep};
use database::{Read, Row, values};
use kernel::id::{EntryId, LoanId, PaymentId, PersonId, TrancheId};
use kernel::{Day, Failure, Hijri, Moment, Money, Result};
use ledger::{Method, VoucherKind, VoucherNumber};
use lending::{Event, EventKind, Place};
use office::context::Write;
use office::feature::Subject;
use office::integrity::Standing;
use std::collections::BTreeMap;

/// The kind of record of a loan: others follow what changes one.
pub const RECORD: &str = "loan";

/// A loan as others name it.
pub const fn subject(loan: LoanId) -> Subject {
    Subject { kind: RECORD, id: *loan.as_bytes() }
}

/// The kind of record a tranche is, for documents, approvals and whoever follows it.
pub const TRANCHE_RECORD: &str = "tranche";

/// A tranche as others name it.
pub const fn tranche_subject(tranche: TrancheId) -> Subject {
    Subject { kind: TRANCHE_RECORD, id: *tranche.as_bytes() }
}

pub fn loan(db: &Read<'_>, id: LoanId) -> Result<LoanHead> {
    db.row(include_str!("sql/loan.sql"), values![id], head_row)?.ok_or(Failure::not_found("loan"))
}

/// What verification compares of loans with what the audit trail last told: what was decided.
///
/// # Errors
/// What the database refuses.
pub fn stand(db: &Read<'_>, id: Option<&str>) -> Result<Vec<Standing>> {
    let Some(loan) = id.map(str::parse::<LoanId>).transpose().ok() else { return Ok(Vec::new()) };
    db.rows("SELECT id, loan_no, decision FROM loan WHERE $1 IS NULL OR id = $1", values![loan], |row| {
        Ok(Standing {
            subject: row.get::<LoanId>("id")?.to_string(),
            label: row.get("loan_no")?,
            fields: BTreeMap::from([("decision", row.get("decision")?)]),
        })
    })
}

fn head_row(row: &Row<'_>) -> Result<LoanHead> {
    let terms: String = row.get("terms")?;
    Ok(LoanHead {
        id: row.get("id")?,
        loan_no: row.get("loan_no")?,
        project: row.get("project")?,
        party: row.get("party")?,
        product: row.get("product")?,
        product_version: row.get("product_version")?,
        fund: row.get("fund")?,
        amount: row.get("amount")?,
        terms: serde_json::from_str(&terms).map_err(Failure::broken)?,
        purpose: row.get("purpose")?,
        guarantee: Guarantee {
            kind: row.get("guarantee_kind")?,
            text: row.get("guarantee")?,
            until: row.get("guarantee_until")?,
        },
        asked_by: row.get("asked_by")?,
        asked_by_name: row.get("asked_by_name")?,
        asked_at: row.get("asked_at")?,
        decision: row.get("decision")?,
        decided_by: row.get("decided_by")?,
        decided_by_name: row.get("decided_by_name")?,
        decided_at: row.get("decided_at")?,
        decision_note: row.get("decision_note")?,
        imported: row.get("imported")?,
    })
}

/// The number of a new loan: its Hijri year and a figure within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoanNumber {
    pub year: u16,
    pub figure: i64,
}

/// `L-1448-0086`
impl std::fmt::Display for LoanNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&format!("L-{}-{:04}", self.year, self.figure))
    }
}

/// Takes the number for the next loan of this day's Hijri year; numbers an import brought are passed by.
pub fn next_number(cx: &Write<'_>, day: Day) -> Result<LoanNumber> {
    let year = Hijri::from_day(day).ok_or(kernel::refusals::HIJRI_RANGE)?.year();
    loop {
        let next = LoanNumber { year, figure: cx.next_number("loan", i64::from(year))? };
        if !number_taken(cx, &next.to_string())? {
            return Ok(next);
        }
    }
}

pub fn number_taken(db: &Read<'_>, loan_no: &str) -> Result<bool> {
    let sql = "SELECT 1 AS one FROM loan WHERE loan_no = $1";
    Ok(db.row(sql, values![loan_no], |_| Ok(()))?.is_some())
}

pub fn insert_loan(cx: &Write<'_>, loan: &LoanHead, number: Option<LoanNumber>) -> Result<()> {
    cx.run(
        include_str!("sql/insert_loan.sql"),
        values![
            loan.id,
            loan.loan_no.as_str(),
            number.map(|number| i64::from(number.year)),
            number.map(|number| number.figure),
            loan.project,
            loan.party,
            loan.product,
            loan.product_version,
            loan.fund,
            loan.amount,
            serde_json::to_string(&loan.terms).map_err(Failure::broken)?,
            loan.purpose.as_str(),
            loan.guarantee.kind.map(GuaranteeKind::name),
            loan.guarantee.text.as_str(),
            loan.guarantee.until,
            loan.asked_by,
            loan.asked_at,
            loan.decision.name(),
            loan.decided_by,
            loan.decided_at,
            loan.decision_note.as_str(),
            loan.imported
        ],
    )?;
    Ok(())
}

pub fn decide(cx: &Write<'_>, loan: LoanId, decision: LoanDecision, note: &str) -> Result<()> {
    cx.run(
        "UPDATE loan SET decision = $1, decided_by = $2, decided_at = $3, decision_note = $4 WHERE id = $5",
        values![decision.name(), cx.who.id, cx.now, note, loan],
    )?;
    Ok(())
}

/// The tranches of a loan with their steps, in their order.
pub fn tranches(db: &Read<'_>, loan: LoanId) -> Result<Vec<Tranche>> {
    let mut tranches = db.rows(include_str!("sql/tranches.sql"), values![loan], tranche_row)?;
    let steps = db.rows(include_str!("sql/tranche_steps.sql"), values![loan], |row| {
        let tranche: TrancheId = row.get("tranche")?;
        Ok((tranche, step_row(row)?))
    })?;
    for (id, step) in steps {
        if let Some(tranche) = tranches.iter_mut().find(|tranche| tranche.id == id) {
            tranche.steps.push(step);
        }
    }
    Ok(tranches)
}

fn tranche_row(row: &Row<'_>) -> Result<Tranche> {
    Ok(Tranche {
        id: row.get("id")?,
        loan: row.get("loan")?,
        no: row.get("no")?,
        amount: row.get("amount")?,
        kind: row.get("kind")?,
        supplier: row.get("supplier")?,
        item: row.get("item")?,
        invoice: row.get("invoice")?,
        state: row.get("state")?,
        event: row.get("event")?,
        steps: Vec::new(),
    })
}

fn step_row(row: &Row<'_>) -> Result<TrancheStep> {
    Ok(TrancheStep {
        step: row.get("step")?,
        on: row.get("on_day")?,
        by: row.get("made_by")?,
        by_name: row.get("made_by_name")?,
        at: row.get("recorded_at")?,
        method: row.get("method")?,
        reference: row.get("reference")?,
        note: row.get("note")?,
        imported: row.get("imported")?,
        entry: row.get("entry")?,
        voucher: voucher(row)?.map(|voucher| voucher.to_string()),
    })
}

/// The voucher of a joined entry; none where there is no entry.
fn voucher(row: &Row<'_>) -> Result<Option<VoucherNumber>> {
    let kind: Option<VoucherKind> = row.get("voucher_kind")?;
    let Some(kind) = kind else { return Ok(None) };
    Ok(Some(VoucherNumber { kind, year: row.get("voucher_year")?, no: row.get("voucher_no")? }))
}

/// The number of its loan, and its own.
pub fn tranche_label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT l.loan_no, t.no FROM tranche t JOIN loan l ON l.id = t.loan WHERE t.id = $1";
    let found =
        db.row(sql, values![id], |row| Ok(format!("{} / {}", row.get::<String>("loan_no")?, row.get::<i64>("no")?)))?;
    found.ok_or(Failure::not_found("tranche"))
}

/// The loan a tranche belongs to.
///
/// # Errors
/// Not found.
pub fn loan_of_tranche(db: &Read<'_>, tranche: TrancheId) -> Result<LoanId> {
    let found = db.row("SELECT loan FROM tranche WHERE id = $1", values![tranche], |row| row.get("loan"))?;
    found.ok_or(Failure::not_found("tranche"))
}

/// Writes a new tranche; its steps are written one by one.
pub fn insert_tranche(cx: &Write<'_>, tranche: &Tranche) -> Result<()> {
    cx.run(
        "INSERT INTO tranche (id, loan, no, amount, kind, supplier, item, invoice, state, event) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        values![
            tranche.id,
            tranche.loan,
            tranche.no,
            tranche.amount,
            tranche.kind.name(),
            tranche.supplier.as_str(),
            tranche.item.as_str(),
            tranche.invoice.as_str(),
            tranche.state.name(),
            tranche.event
        ],
    )?;
    Ok(())
}

/// Writes a tranche over what stood there.
pub fn update_tranche(cx: &Write<'_>, tranche: &Tranche) -> Result<()> {
    cx.run(
        "UPDATE tranche SET amount = $1, kind = $2, supplier = $3, item = $4, invoice = $5, state = $6, event = $7 \
         WHERE id = $8",
        values![
            tranche.amount,
            tranche.kind.name(),
            tranche.supplier.as_str(),
            tranche.item.as_str(),
            tranche.invoice.as_str(),
            tranche.state.name(),
            tranche.event,
            tranche.id
        ],
    )?;
    Ok(())
}

/// A step of a tranche to be written.
#[derive(Debug, Clone, Default)]
pub struct NewStep<'a> {
    pub method: Option<Method>,
    pub reference: &'a str,
    pub note: &'a str,
    pub entry: Option<EntryId>,
    /// Whether an earlier register tells of it: whoever writes it down has not done it.
    pub imported: bool,
}

/// The name of the step that is no state: a payout was undone.
pub const TAKEN_BACK: &str = "taken_back";

pub fn add_step(cx: &Write<'_>, tranche: TrancheId, step: &str, on: Day, more: &NewStep<'_>) -> Result<()> {
    let sql = "SELECT COALESCE(max(place), 0) + 1 AS next FROM tranche_step WHERE tranche = $1";
    let place: i64 = cx.one(sql, values![tranche], |row| row.get("next"))?;
    cx.run(
        "INSERT INTO tranche_step (tranche, place, step, on_day, made_by, recorded_at, method, reference, note, entry, \
         imported) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        values![
            tranche,
            place,
            step,
            on,
            cx.who.id,
            cx.now,
            more.method,
            more.reference,
            more.note,
            more.entry,
            more.imported
        ],
    )?;
    Ok(())
}

/// Writes a state and the step that led to it.
pub fn step_to(cx: &Write<'_>, tranche: &Tranche, state: TrancheState, on: Day, more: &NewStep<'_>) -> Result<()> {
    update_tranche(cx, &Tranche { state, ..tranche.clone() })?;
    add_step(cx, tranche.id, state.name(), on, more)?;
    cx.record_changed(tranche_subject(tranche.id))
}

/// An event with what the office knows of it beyond what the engine needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptEvent {
    pub event: Event,
    pub amount: Money,
    pub made_by: PersonId,
    pub recorded_at: Moment,
    pub method: Option<Method>,
    pub reference: String,
    pub receipt: String,
    pub payer: String,
    pub note: String,
    /// Whether an earlier register told of it; `made_by` then only brought it in.
    pub imported: bool,
    pub entry: Option<EntryId>,
    pub undone_by: Option<Place>,
}

/// The events of a loan, in the order of entry.
pub fn events(db: &Read<'_>, loan: LoanId) -> Result<Vec<KeptEvent>> {
    db.rows(include_str!("sql/events.sql"), values![loan], |row| {
        let content: String = row.get("content")?;
        Ok(KeptEvent {
            event: serde_json::from_str(&content).map_err(Failure::broken)?,
            amount: row.get("amount")?,
            made_by: row.get("made_by")?,
            recorded_at: row.get("recorded_at")?,
            method: row.get("method")?,
            reference: row.get("reference")?,
            receipt: row.get("receipt")?,
            payer: row.get("payer")?,
            note: row.get("note")?,
            imported: row.get("imported")?,
            entry: row.get("entry")?,
            undone_by: row.get::<Option<u32>>("undone_by")?.map(Place),
        })
    })
}

/// What is shown of events beyond what they are. Whoever writes to a loan does not read it: the entries of its events lie
/// far apart in the books.
pub struct Shown {
    vouchers: BTreeMap<Place, VoucherNumber>,
    names: BTreeMap<PersonId, String>,
    changes: BTreeMap<String, DecidedChange>,
}

impl Shown {
    pub fn voucher(&self, kept: &KeptEvent) -> Option<VoucherNumber> {
        self.vouchers.get(&kept.event.place).copied()
    }

    /// The change of terms that was asked for, where it is the event of one.
    pub fn change(&self, kept: &KeptEvent) -> Option<&DecidedChange> {
        kept.event.key.as_ref().and_then(|key| self.changes.get(key))
    }

    /// Who entered it.
    pub fn name(&self, kept: &KeptEvent) -> &str {
        self.names.get(&kept.made_by).map_or("", String::as_str)
    }
}

/// A change of terms that was asked for, by the key its event has.
pub struct DecidedChange {
    pub cause: ChangeCause,
    /// What is given up by it.
    pub amount: Money,
    pub released: bool,
}

/// # Errors
/// What the database refuses.
fn decided_changes(db: &Read<'_>, loan: LoanId) -> Result<BTreeMap<String, DecidedChange>> {
    let found = db.rows(include_str!("sql/decided_changes.sql"), values![loan], |row| {
        let cause: ChangeCause = row.get("cause")?;
        let change = DecidedChange { cause, amount: row.get("amount")?, released: cause.releases() };
        Ok((row.get::<PaymentId>("id")?.to_string(), change))
    })?;
    Ok(found.into_iter().collect())
}

/// # Errors
/// What the database refuses.
pub fn shown(db: &Read<'_>, loan: LoanId) -> Result<Shown> {
    let vouchers = db.rows(include_str!("sql/event_vouchers.sql"), values![loan], |row| {
        let number = VoucherNumber { kind: row.get("kind")?, year: row.get("year")?, no: row.get("voucher_no")? };
        Ok((Place(row.get("place")?), number))
    })?;
    let people = "SELECT id, name FROM user_name";
    let names = db.rows(people, values![], |row| Ok((row.get("id")?, row.get("name")?)))?;
    Ok(Shown {
        vouchers: vouchers.into_iter().collect(),
        names: names.into_iter().collect(),
        changes: decided_changes(db, loan)?,
    })
}

/// The replay of a loan out of its rows.
pub fn replay(head: &LoanHead, events: &[KeptEvent]) -> LoanReplay {
    LoanReplay { decided: head.terms.clone(), events: events.iter().map(|kept| kept.event.clone()).collect() }
}

/// An event to be written.
#[derive(Debug, Clone)]
pub struct NewEvent<'a> {
    pub event: &'a Event,
    pub method: Option<Method>,
    pub reference: &'a str,
    /// The number on a receipt handed out before this program.
    pub receipt: &'a str,
    pub payer: &'a str,
    pub note: &'a str,
    pub entry: Option<EntryId>,
    /// Whether an earlier register tells of it.
    pub imported: bool,
}

/// Writes an event; an undo also marks its target.
pub fn insert_event(cx: &Write<'_>, loan: LoanId, new: &NewEvent<'_>) -> Result<()> {
    let event = new.event;
    let (kind, amount) = kind_and_amount(&event.kind);
    cx.run(
        include_str!("sql/insert_event.sql"),
        values![
            loan,
            event.place.0,
            event.on,
            kind,
            amount,
            event.key.clone(),
            serde_json::to_string(event).map_err(Failure::broken)?,
            cx.who.id,
            cx.now,
            new.method,
            new.reference,
            new.receipt,
            new.payer,
            new.note,
            new.entry,
            new.imported
        ],
    )?;
    if let EventKind::Undo { target } = event.kind {
        cx.run(
            "UPDATE loan_event SET undone_by = $1 WHERE loan = $2 AND place = $3",
            values![event.place.0, loan, target.0],
        )?;
    }
    Ok(())
}

/// The name of an event's kind in the database and in the words, and its amount where it has one.
pub const fn kind_and_amount(kind: &EventKind) -> (&'static str, Money) {
    match kind {
        EventKind::Repay { amount, .. } => ("repay", *amount),
        EventKind::Refund { amount } => ("refund", *amount),
        EventKind::Undo { .. } => ("undo", Money::ZERO),
        EventKind::Fee { amount, .. } => ("fee", *amount),
        EventKind::WaiveFee { amount } => ("waive_fee", *amount),
        EventKind::Tranche { amount, .. } => ("tranche", *amount),
        EventKind::Shift { .. } => ("shift", Money::ZERO),
        EventKind::Extend { .. } => ("extend", Money::ZERO),
        EventKind::Defer { .. } => ("defer", Money::ZERO),
        EventKind::ReAmortise => ("re_amortise", Money::ZERO),
        EventKind::ReAge { .. } => ("re_age", Money::ZERO),
        EventKind::Pause { .. } => ("pause", Money::ZERO),
        EventKind::Resume => ("resume", Money::ZERO),
        EventKind::WriteOff => ("write_off", Money::ZERO),
        EventKind::Recover { amount } => ("recover", *amount),
        EventKind::Forgive { amount } => ("forgive", *amount),
    }
}
