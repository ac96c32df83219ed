//! Posting: an entry gets its voucher number, its lines and its seal, in the transaction of whoever posts it.

use crate::entry::{Line, NewEntry, Posted, REVERSAL, RULE_VERSION, VoucherKind, VoucherNumber, search_text};
use crate::journal::{self, Entry};
use crate::opening;
use crate::period::{self, PeriodId};
use crate::refusals::{
    ACCOUNT_UNKNOWN, DAY_TOO_OLD, FUTURE_DAY, REVERSAL_BEFORE_ENTRY, REVERSAL_OF_REVERSAL, REVERSED_ALREADY,
};
use crate::seal::{Content, LineContent, seal};
use database::{Write, values};
use kernel::id::{EntryId, PersonId};
use kernel::{Day, Failure, Moment, Refusal, Result, require};

/// How long records of an association are kept; nobody enters what is older.
const YEARS_KEPT: i32 = 10;

/// Posts an entry: it stands in the books when the transaction commits, whole and sealed, or not at all.
///
/// # Errors
/// A refusal of [`refusals`](crate::refusals): the lines do not balance, the month is closed, the fund would be
/// overdrawn … [`Failure::NotFound`] for a fund or person that does not exist.
pub fn post(tx: &Write<'_>, entry: &NewEntry) -> Result<Posted> {
    entry.check()?;
    put(tx, entry, None)
}

/// What a correction by reversal is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReversal {
    /// The identifier of the reversal, made by the client.
    pub id: EntryId,
    pub entry: EntryId,
    /// A day in an open month, not before the day of the entry.
    pub day: Day,
    /// Why, in the words of the office.
    pub reason: String,
    pub made_by: PersonId,
    /// Another person; only what belongs to a loan is taken back without one, by the rules of loans.
    pub approved_by: Option<PersonId>,
    pub recorded_at: Moment,
}

/// Takes an entry back by one that holds its stored lines with the other sign, and points at it.
///
/// # Errors
/// An entry that was reversed already or is a reversal itself; what [`post`] refuses.
pub fn reverse(tx: &Write<'_>, reversal: &NewReversal) -> Result<Posted> {
    let target = journal::entry(tx, reversal.entry)?;
    require(target.reverses.is_none(), REVERSAL_OF_REVERSAL)?;
    require(target.reversed_by.is_none(), Refusal::new(REVERSED_ALREADY).with("voucher", target.voucher))?;
    let early = Refusal::new(REVERSAL_BEFORE_ENTRY).with("day", target.day).at("day");
    require(reversal.day >= target.day, early)?;
    let entry = opposite(&target, reversal, REVERSAL);
    entry.check()?;
    put(tx, &entry, Some(reversal.entry))
}

/// Posts the lines of an entry with the other sign and an event of its own: of one that is a reversal, or has one, and
/// that is nevertheless to stand for nothing. It points at no entry but by its reference.
///
/// # Errors
/// What [`post`] refuses.
pub fn counter(tx: &Write<'_>, counter: &NewReversal, event: &str) -> Result<Posted> {
    let target = journal::entry(tx, counter.entry)?;
    post(tx, &opposite(&target, counter, event))
}

fn opposite(target: &Entry, reversal: &NewReversal, event: &str) -> NewEntry {
    NewEntry {
        counterparty: target.counterparty.clone(),
        reference: Some(target.voucher.to_string()),
        approved_by: reversal.approved_by,
        ..NewEntry::new(
            reversal.id,
            VoucherKind::Journal,
            reversal.day,
            event,
            &reversal.reason,
            negated(target),
            reversal.made_by,
            reversal.recorded_at,
        )
    }
}

fn negated(target: &Entry) -> Vec<Line> {
    let line = |line: &journal::EntryLine| Line {
        account: line.account.clone(),
        fund: line.fund,
        amount: line.amount.negated(),
        party: line.party,
        loan: line.loan,
        memo: line.memo.clone(),
    };
    target.lines.iter().map(line).collect()
}

fn put(tx: &Write<'_>, entry: &NewEntry, reverses: Option<EntryId>) -> Result<Posted> {
    let today = Day::in_riyadh(entry.recorded_at);
    require(entry.day <= today, Refusal::new(FUTURE_DAY).with("day", entry.day).at("day"))?;
    let too_old = Refusal::new(DAY_TOO_OLD).with("day", entry.day).at("day");
    require(entry.day.year() + YEARS_KEPT >= today.year(), too_old)?;
    require_known(tx, entry)?;
    opening::require_room(tx, entry)?;
    period::open_year_of(tx, entry.day)?;
    let voucher = next_voucher(tx, entry)?;
    insert_entry(tx, entry, voucher, reverses)?;
    for (no, line) in (1_i64..).zip(&entry.lines) {
        tx.run(
            "INSERT INTO line (entry, no, account, fund, amount, party, loan, memo) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            values![entry.id, no, &line.account, line.fund, line.amount, line.party, line.loan, line.memo.as_str()],
        )?;
    }
    let seq = close(tx, entry, voucher, reverses)?;
    Ok(Posted { entry: entry.id, voucher, seq })
}

/// A code or an identifier that leads nowhere is told by name, before the links of the tables refuse it without one.
fn require_known(tx: &Write<'_>, entry: &NewEntry) -> Result<()> {
    for line in &entry.lines {
        let known = tx.row("SELECT 1 AS known FROM account WHERE code = $1", values![&line.account], |_| Ok(()))?;
        require(known.is_some(), Refusal::new(ACCOUNT_UNKNOWN).with("code", &line.account).at("account"))?;
        let known = tx.row("SELECT 1 AS known FROM fund WHERE id = $1", values![line.fund], |_| Ok(()))?;
        require(known.is_some(), Failure::not_found("fund"))?;
    }
    Ok(())
}

fn next_voucher(tx: &Write<'_>, entry: &NewEntry) -> Result<VoucherNumber> {
    let year = entry.day.year();
    let last: Option<i64> =
        tx.row("SELECT last FROM voucher_counter WHERE year = $1 AND kind = $2", values![year, entry.kind], |row| {
            row.get("last")
        })?;
    Ok(VoucherNumber { kind: entry.kind, year, no: last.unwrap_or(0) + 1 })
}

fn insert_entry(tx: &Write<'_>, entry: &NewEntry, voucher: VoucherNumber, reverses: Option<EntryId>) -> Result<()> {
    tx.run(
        "INSERT INTO entry (id, period, year, kind, voucher_no, day, event, rule_version, narration, search_fold, \
         counterparty, method, reference, reverses, made_by, approved_by, second_approved_by, recorded_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        values![
            entry.id,
            PeriodId::of(entry.day),
            voucher.year,
            voucher.kind,
            voucher.no,
            entry.day,
            entry.event.as_str(),
            RULE_VERSION,
            entry.narration.as_str(),
            search_text(&entry.narration, entry.counterparty.as_deref(), entry.reference.as_deref()),
            entry.counterparty.clone(),
            entry.method,
            entry.reference.clone(),
            reverses,
            entry.made_by,
            entry.approved_by,
            entry.second_approved_by,
            entry.recorded_at
        ],
    )?;
    Ok(())
}

fn close(tx: &Write<'_>, entry: &NewEntry, voucher: VoucherNumber, reverses: Option<EntryId>) -> Result<i64> {
    let before = journal::head(tx)?;
    let seq = before.seq + 1;
    let content = Content {
        id: entry.id,
        voucher,
        day: entry.day,
        event: &entry.event,
        rule_version: RULE_VERSION,
        narration: &entry.narration,
        counterparty: entry.counterparty.as_deref(),
        method: entry.method.map(crate::Method::word),
        reference: entry.reference.as_deref(),
        reverses,
        made_by: entry.made_by,
        approved_by: entry.approved_by,
        second_approved_by: entry.second_approved_by,
        recorded_at: entry.recorded_at,
    };
    let lines = entry.lines.iter().map(|line| LineContent {
        account: &line.account,
        fund: line.fund,
        amount: line.amount,
        party: line.party,
        loan: line.loan,
        memo: &line.memo,
    });
    let hash = seal(&before.hash, seq, &content, lines);
    tx.run(
        "INSERT INTO entry_seal (seq, entry, prev_hash, hash) VALUES ($1, $2, $3, $4)",
        values![seq, entry.id, before.hash, hash],
    )?;
    Ok(seq)
}
