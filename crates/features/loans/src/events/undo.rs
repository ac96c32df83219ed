//! An event is taken back, with a reason: its entry is reversed exactly, on the day of the undo, and what that leaves
//! between rows and credit is moved as the new replay says.

use crate::events::posting::{self, CounterLine, Move};
use crate::events::record::{self, Approvers, OldBooks, Opened};
use crate::events::recording;
use crate::events::replay::LoanReplay;
use crate::model::{Tranche, TrancheState};
use crate::repayments::repaying::{money_account, with};
use crate::store::{self, KeptEvent, NewEvent, NewStep, TAKEN_BACK};
use kernel::id::EntryId;
use kernel::{Day, Money, Result};
use ledger::{NewEntry, NewReversal, VoucherKind, chart, journal};
use lending::{Event, EventKind, Place};
use office::context::Write;
use office::permission::Permission;

/// An event that is to be taken back.
#[derive(Debug, Clone, Copy)]
pub struct Undoing<'a> {
    pub target: Place,
    pub day: Day,
    pub reason: &'a str,
    /// Who asked for it, and who approved it.
    pub approvers: Approvers,
}

/// Whether an event can be taken back on a day: the event of the undo.
///
/// # Errors
/// An event that was never written; what the engine refuses.
pub fn check(cx: &Write<'_>, opened: &Opened, target: Place, day: Day) -> Result<Event> {
    opened.kept(target)?;
    let event = opened.next(day, None, EventKind::Undo { target });
    recording::accept(&opened.replay, &event, cx.today())?;
    Ok(event)
}

/// Takes an event back that two people agree on.
///
/// # Errors
/// As [`check`]; what the books refuse.
pub fn carry_out(cx: &Write<'_>, opened: &Opened, undoing: &Undoing<'_>) -> Result<()> {
    let (day, reason) = (undoing.day, undoing.reason);
    let event = check(cx, opened, undoing.target, day)?;
    let target = opened.kept(undoing.target)?;
    let after = with(&opened.replay, event.clone());
    let old = OldBooks { approvers: undoing.approvers, ..OldBooks::default() };
    let entry = post(cx, opened, target, &after, day, reason, &old)?;
    let kept = NewEvent {
        event: &event,
        method: None,
        reference: "",
        receipt: "",
        payer: "",
        note: reason,
        entry,
        imported: false,
    };
    let loan = opened.head.id;
    store::insert_event(cx, loan, &kept)?;
    let tranche = store::tranches(cx, loan)?.into_iter().find(|one| one.event == Some(undoing.target.0));
    if let Some(tranche) = tranche {
        take_back(cx, &tranche, undoing)?;
    }
    record::summarise(cx, opened, after)?;
    Ok(())
}

/// Who may record an event, or decide about it, may ask that it be taken back.
///
/// # Errors
/// Forbidden.
pub fn may_ask(cx: &Write<'_>, kind: &EventKind) -> Result<()> {
    cx.who.needs(asked_by(kind))
}

/// The right to ask that an event be taken back.
pub const fn asked_by(kind: &EventKind) -> Permission {
    match kind {
        EventKind::Repay { .. } | EventKind::Recover { .. } | EventKind::Undo { .. } => crate::LOANS_COLLECT,
        EventKind::Tranche { .. } | EventKind::Refund { .. } => crate::LOANS_PAY,
        EventKind::Forgive { .. } | EventKind::WriteOff => crate::LOANS_FORGIVE,
        EventKind::Fee { .. }
        | EventKind::WaiveFee { .. }
        | EventKind::Shift { .. }
        | EventKind::Extend { .. }
        | EventKind::Defer { .. }
        | EventKind::ReAmortise
        | EventKind::ReAge { .. }
        | EventKind::Pause { .. }
        | EventKind::Resume => crate::LOANS_KEEP,
    }
}

/// Reverses the entry of the event and moves what the reversal alone does not put right.
///
/// # Errors
/// What the books refuse.
pub fn post(
    cx: &Write<'_>,
    opened: &Opened,
    target: &KeptEvent,
    after: &LoanReplay,
    day: Day,
    reason: &str,
    old: &OldBooks<'_>,
) -> Result<Option<EntryId>> {
    let mut moves = posting::moves(&opened.replay, after, day)?;
    let Some(own) = moves.first_mut() else { return Ok(None) };
    let entry = match target.entry {
        _ if old.hold(day) => None,
        Some(entry) => {
            let reversed = effect_of(cx, opened, entry)?;
            let id = reverse(cx, entry, day, reason, &old.approvers)?;
            own.principal = own.principal.plus(reversed.principal)?;
            own.fee = own.fee.plus(reversed.fee)?;
            own.credit = own.credit.plus(reversed.credit)?;
            Some(id)
        }
        None => {
            let id = unposted(cx, opened, target, own, &old.approvers)?;
            if id.is_some() {
                (own.principal, own.fee, own.credit) = (Money::ZERO, Money::ZERO, Money::ZERO);
            }
            id
        }
    };
    moves.retain(|step| !old.hold(step.day));
    for planned in posting::reallocations(opened.loan_ref(), &moves)? {
        ledger::post(cx.db(), &record::reallocation(cx, opened, &planned)?)?;
    }
    Ok(entry)
}

/// What an entry did to the loan; its reversal does the opposite.
fn effect_of(cx: &Write<'_>, opened: &Opened, entry: EntryId) -> Result<Move> {
    let entry = journal::entry(cx, entry)?;
    let on = |account: &ledger::AccountCode| {
        let own = entry.lines.iter().filter(|line| line.loan == Some(opened.head.id) && line.account == *account);
        Money::sum(own.map(|line| line.amount))
    };
    Ok(Move {
        day: entry.day,
        principal: on(&chart::LOANS)?,
        fee: on(&chart::OTHER_RECEIVABLES)?,
        credit: on(&chart::BORROWER_CREDITS)?.negated(),
    })
}

fn reverse(cx: &Write<'_>, entry: EntryId, day: Day, reason: &str, approvers: &Approvers) -> Result<EntryId> {
    let id = record::new_entry_id(cx)?;
    let reversal = NewReversal {
        id,
        entry,
        day,
        reason: reason.to_owned(),
        made_by: approvers.made_by.unwrap_or(cx.who.id),
        approved_by: approvers.approved_by,
        recorded_at: cx.now,
    };
    ledger::reverse(cx.db(), &reversal)?;
    Ok(id)
}

/// The event lies before the opening day, inside the opening balances: what they held too much is put right where the
/// money was thought to be.
fn unposted(
    cx: &Write<'_>,
    opened: &Opened,
    target: &KeptEvent,
    own: &Move,
    approvers: &Approvers,
) -> Result<Option<EntryId>> {
    let amount = own.other_side()?;
    if amount.is_zero() {
        return Ok(None);
    }
    let account = match target.event.kind {
        EventKind::Forgive { .. } => chart::FORGIVENESS,
        EventKind::WriteOff => chart::IMPAIRMENT,
        EventKind::Fee { .. } | EventKind::WaiveFee { .. } => chart::BANK_CHARGES,
        _ => money_account(&opened.fund, target.method),
    };
    let counter_line = CounterLine { account, amount, memo: String::new() };
    let planned = posting::entries(opened.loan_ref(), &[*own], VoucherKind::Journal, "loan.undone", &[counter_line])?
        .into_iter()
        .next();
    let Some(planned) = planned else { return Ok(None) };
    let id = record::new_entry_id(cx)?;
    let narration = record::narration("undone", opened, amount.magnitude());
    let made_by = approvers.made_by.unwrap_or(cx.who.id);
    let mut entry =
        NewEntry::new(id, planned.kind, planned.day, planned.event, &narration, planned.lines, made_by, cx.now);
    entry.approved_by = approvers.approved_by;
    ledger::post(cx.db(), &entry.with(&opened.borrower.name, None, None))?;
    Ok(Some(id))
}

/// A tranche whose payout was undone is approved as before; a supplier's payment is taken back with it.
fn take_back(cx: &Write<'_>, tranche: &Tranche, undoing: &Undoing<'_>) -> Result<()> {
    let (day, reason) = (undoing.day, undoing.reason);
    let is_settled = matches!(tranche.state, TrancheState::Paid | TrancheState::Verified);
    let paid = tranche.steps.iter().rev().find(|step| step.step == TrancheState::Paid.name() && step.entry.is_some());
    let entry = match paid.filter(|_| is_settled && tranche.kind == crate::model::TrancheKind::InKind) {
        Some(step) => step.entry.map(|entry| reverse(cx, entry, day, reason, &undoing.approvers)).transpose()?,
        None => None,
    };
    store::update_tranche(cx, &Tranche { state: TrancheState::Approved, event: None, ..tranche.clone() })?;
    store::add_step(cx, tranche.id, TAKEN_BACK, day, &NewStep { note: reason, entry, ..NewStep::default() })
}
