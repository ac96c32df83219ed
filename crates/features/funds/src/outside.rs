//! What features above ask of the books: that a voucher of their register waits for others, that money which came is received,
//! that what moves no money is entered. Who may is decided by their commands.

use super::draft::{NewDraft, keep};
use super::model::{Draft, DraftContent, DraftKind, DraftLine, DraftState, PostedVoucher};
use super::steps::VOUCHER;
use super::{cheques, queries, rules, store};
use kernel::id::{EntryId, FundId};
use kernel::{Day, Failure, Money, Result};
use ledger::{AccountCode, FundClass, Line, Method, NewEntry, NewReversal, VoucherKind, chart};
use office::context::{Read, Write};

/// A voucher that a register writes, and that others approve where all vouchers are approved.
#[derive(Debug, Clone)]
pub struct Proposal {
    pub id: EntryId,
    pub kind: DraftKind,
    pub day: Day,
    pub narration: String,
    pub counterparty: String,
    pub method: Option<Method>,
    pub reference: String,
    pub lines: Vec<DraftLine>,
}

/// Keeps a voucher of a register until it is approved; nobody changes it by hand.
///
/// # Errors
/// What could not be posted.
pub fn propose(cx: &Write<'_>, asked: Proposal) -> Result<Draft> {
    let content = DraftContent {
        kind: asked.kind,
        counterparty: asked.counterparty,
        method: asked.method,
        reference: asked.reference,
        lines: asked.lines,
        reverses: None,
        registered: true,
    };
    keep(cx, &NewDraft { id: asked.id, day: asked.day, narration: asked.narration, content })
}

/// How money came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    pub method: Method,
    /// The account of the bank of the fund, or that of cheques under collection.
    pub cheque: bool,
}

impl Way {
    fn held_as(self, class: FundClass) -> AccountCode {
        if self.cheque { chart::CHEQUES_UNDER_COLLECTION } else { class.bank() }
    }
}

/// Money that came, and what it is against.
#[derive(Debug, Clone)]
pub struct Came<'a> {
    pub id: EntryId,
    pub day: Day,
    pub fund: FundId,
    pub from: &'a str,
    pub way: Way,
    pub reference: String,
    pub event: &'a str,
    pub narration: String,
    /// Accounts and amounts above zero, credited.
    pub against: Vec<(AccountCode, Money)>,
}

/// Receives money: a receipt voucher, and the cheque in the register of cheques where it is one.
///
/// # Errors
/// What the books refuse.
pub fn receive(cx: &Write<'_>, came: Came<'_>) -> Result<PostedVoucher> {
    let class = ledger::fund::fund(cx, came.fund)?.class;
    let amount = Money::sum(came.against.iter().map(|(_, amount)| *amount))?;
    rules::positive(amount)?;
    let mut lines = vec![Line::debit(came.way.held_as(class), came.fund, amount)];
    let against = came.against.into_iter().filter(|(_, amount)| !amount.is_zero());
    lines.extend(against.map(|(account, amount)| Line::credit(account, came.fund, amount)));
    let reference = Some(came.reference).filter(|text| !text.is_empty());
    let kind = VoucherKind::Receipt;
    let entry = NewEntry::new(came.id, kind, came.day, came.event, &came.narration, lines, cx.who.id, cx.now).with(
        came.from,
        Some(came.way.method),
        reference,
    );
    let posted = post(cx, &entry)?;
    if came.way.cheque {
        cheques::receive(cx, posted.id, came.fund, amount)?;
    }
    Ok(posted)
}

/// Enters what moves no money: what is due, what was paid ahead and is used.
///
/// # Errors
/// What the books refuse.
pub fn journal(
    cx: &Write<'_>,
    id: EntryId,
    day: Day,
    event: &str,
    narration: &str,
    counterparty: &str,
    lines: Vec<Line>,
) -> Result<PostedVoucher> {
    let kind = VoucherKind::Journal;
    let entry = NewEntry::new(id, kind, day, event, narration, lines, cx.who.id, cx.now).with(counterparty, None, None);
    post(cx, &entry)
}

fn post(cx: &Write<'_>, entry: &NewEntry) -> Result<PostedVoucher> {
    let posted = ledger::post(cx.db(), entry)?;
    let sheet = queries::voucher_sheet(cx, posted.entry)?;
    cx.changed("entry", posted.entry, &sheet.number, &(), &sheet.entry)?;
    Ok(PostedVoucher { id: posted.entry, number: sheet.number })
}

/// An entry that another one brought about goes with it: its draft is taken away, or the entry is taken back by the reversal of
/// the other, on its day and by the same people.
///
/// # Errors
/// What the books refuse.
pub fn take_along(cx: &Write<'_>, id: EntryId, reversal: EntryId) -> Result<()> {
    if draft_state(cx, id)?.is_some_and(|state| state != DraftState::Posted) {
        let before = store::draft(cx, id)?;
        approvals::lapse(cx, &VOUCHER, *id.as_bytes(), "")?;
        store::remove(cx, id)?;
        return cx.changed("draft", id, &before.narration, &before, &());
    }
    let posted = match ledger::journal::entry(cx, id) {
        Ok(posted) => posted,
        Err(Failure::NotFound { .. }) => return Ok(()),
        Err(failure) => return Err(failure),
    };
    if posted.reversed_by.is_some() {
        return Ok(());
    }
    let of = ledger::journal::entry(cx, reversal)?;
    let back = NewReversal {
        id: EntryId::new(cx.now, office::random::bytes()?),
        entry: id,
        day: of.day.max(posted.day),
        reason: of.narration.clone(),
        made_by: of.made_by,
        approved_by: of.approved_by,
        recorded_at: cx.now,
    };
    let undone = ledger::reverse(cx.db(), &back)?;
    let sheet = queries::voucher_sheet(cx, undone.entry)?;
    cx.changed("entry", undone.entry, &sheet.number, &(), &sheet.entry)
}

/// How a draft stands; nothing where it was taken away, or never was one.
///
/// # Errors
/// What the database refuses.
pub fn draft_state(cx: &Read<'_>, id: EntryId) -> Result<Option<DraftState>> {
    match store::draft(cx, id) {
        Ok(draft) => Ok(Some(draft.state)),
        Err(Failure::NotFound { .. }) => Ok(None),
        Err(failure) => Err(failure),
    }
}
