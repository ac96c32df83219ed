//! Entries as they stand in the books, to be read.

use crate::account::AccountCode;
use crate::entry::{Method, VoucherKind, VoucherNumber};
use crate::seal::BEGINNING;
use database::{Read, Row, Value, values};
use kernel::id::{EntryId, FundId, LoanId, PartyId, PersonId};
use kernel::{Day, Failure, Moment, Money, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line of a posted entry, with the names a reader needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryLine {
    pub no: i64,
    pub account: AccountCode,
    pub account_name: String,
    pub fund: FundId,
    pub fund_name: String,
    /// Debit above zero, credit below.
    pub amount: Money,
    pub party: Option<PartyId>,
    pub loan: Option<LoanId>,
    pub memo: String,
}

/// A posted entry with its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LedgerEntry")]
pub struct Entry {
    pub id: EntryId,
    pub seq: i64,
    pub voucher: VoucherNumber,
    pub day: Day,
    pub event: String,
    pub narration: String,
    /// The sum of the debits; what only passes through the accounts between funds is counted once.
    pub amount: Money,
    pub counterparty: Option<String>,
    pub method: Option<Method>,
    pub reference: Option<String>,
    pub reverses: Option<EntryId>,
    pub reversed_by: Option<EntryId>,
    pub made_by: PersonId,
    pub made_by_name: String,
    pub approved_by: Option<PersonId>,
    pub approved_by_name: Option<String>,
    pub second_approved_by: Option<PersonId>,
    pub second_approved_by_name: Option<String>,
    pub recorded_at: Moment,
    pub lines: Vec<EntryLine>,
}

/// A row of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JournalRow {
    pub id: EntryId,
    pub seq: i64,
    pub voucher: VoucherNumber,
    pub day: Day,
    pub event: String,
    pub narration: String,
    pub counterparty: Option<String>,
    /// The sum of the debits; what only passes through the accounts between funds is counted once.
    pub amount: Money,
    /// The first debit, the first credit and the first fund; `funds` says how many funds there are.
    pub debit_name: String,
    pub credit_name: String,
    pub fund_name: String,
    pub funds: i64,
    pub reversed: bool,
    pub reverses: Option<EntryId>,
    pub made_by_name: String,
}

/// Which entries a journal shows; newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct JournalFilter {
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub kind: Option<VoucherKind>,
    pub fund: Option<FundId>,
    pub account: Option<AccountCode>,
    pub loan: Option<LoanId>,
    /// Words of the narration, the counterparty or the reference; or the number of a voucher.
    pub text: Option<String>,
    /// Only entries before this place in the books.
    pub before: Option<i64>,
    /// Only entries after this place in the books; for searches that look at the newest only.
    #[serde(skip)]
    #[ts(skip)]
    pub after: Option<i64>,
}

/// The newest seal: its place and its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    pub seq: i64,
    pub hash: [u8; 32],
}

impl Head {
    /// The seal as it is printed: 64 hexadecimal letters.
    pub fn printed(&self) -> String {
        self.hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The newest seal; the beginning, where nothing is posted.
///
/// # Errors
/// The engine's failure.
pub fn head(tx: &Read<'_>) -> Result<Head> {
    let newest = tx.row("SELECT seq, hash FROM entry_seal ORDER BY seq DESC LIMIT 1", values![], |row| {
        Ok(Head { seq: row.get("seq")?, hash: row.get("hash")? })
    })?;
    Ok(newest.unwrap_or(Head { seq: 0, hash: BEGINNING }))
}

/// The entries posted after a place in the books, in their order.
///
/// # Errors
/// The engine's failure.
pub fn posted_after(tx: &Read<'_>, seq: i64) -> Result<Vec<EntryId>> {
    tx.rows("SELECT entry FROM entry_seal WHERE seq > $1 ORDER BY seq", values![seq], |row| row.get("entry"))
}

/// The seal of the entry at a place, as it is printed.
///
/// # Errors
/// The engine's failure.
pub fn seal_of(tx: &Read<'_>, seq: i64) -> Result<Option<String>> {
    tx.row("SELECT hash FROM entry_seal WHERE seq = $1", values![seq], |row| {
        Ok(Head { seq, hash: row.get("hash")? }.printed())
    })
}

/// # Errors
/// [`Failure::NotFound`].
pub fn entry(tx: &Read<'_>, id: EntryId) -> Result<Entry> {
    let mut found =
        tx.row(include_str!("sql/entry.sql"), values![id], entry_row)?.ok_or_else(|| Failure::not_found("entry"))?;
    found.lines = tx.rows(include_str!("sql/entry_lines.sql"), values![id], line_row)?;
    Ok(found)
}

/// A page of the journal, newest first.
///
/// # Errors
/// The engine's failure.
pub fn journal(tx: &Read<'_>, filter: &JournalFilter, limit: i64) -> Result<Vec<JournalRow>> {
    let text = filter.text.as_deref().map(kernel::arabic::fold).filter(|text| !text.is_empty());
    let number = filter.text.as_deref().and_then(voucher_number);
    tx.rows(
        include_str!("sql/journal.sql"),
        values![
            filter.before.unwrap_or(i64::MAX),
            filter.from,
            filter.until,
            filter.kind,
            text,
            number.map(|number| number.kind),
            number.map(|number| number.year),
            number.map(|number| number.no),
            filter.account.as_ref().map_or(Value::Null, Value::from),
            filter.fund,
            filter.loan,
            filter.after.unwrap_or(0),
            limit
        ],
        journal_row,
    )
}

/// The place in the books of the voucher whose printed number this is; none where there is no such voucher.
///
/// # Errors
/// The engine's failure.
pub fn place_of(tx: &Read<'_>, number: &str) -> Result<Option<i64>> {
    let Some(VoucherNumber { kind, year, no }) = voucher_number(number) else { return Ok(None) };
    let sql = "SELECT seal.seq FROM entry JOIN entry_seal seal ON seal.entry = entry.id \
               WHERE entry.year = $1 AND entry.kind = $2 AND entry.voucher_no = $3";
    tx.row(sql, values![year, kind, no], |row| row.get("seq"))
}

/// Reads `RV-2026-000123` as it is printed.
fn voucher_number(text: &str) -> Option<VoucherNumber> {
    let upper = text.trim().to_uppercase();
    let mut parts = upper.split('-');
    let kind = VoucherKind::from_word(parts.next()?)?;
    let year = parts.next()?.parse().ok()?;
    let no = parts.next()?.parse().ok()?;
    parts.next().is_none().then_some(VoucherNumber { kind, year, no })
}

pub(crate) fn voucher_of(row: &Row<'_>) -> Result<VoucherNumber> {
    Ok(VoucherNumber { kind: row.get("kind")?, year: row.get("year")?, no: row.get("voucher_no")? })
}

fn entry_row(row: &Row<'_>) -> Result<Entry> {
    Ok(Entry {
        id: row.get("id")?,
        seq: row.get("seq")?,
        voucher: voucher_of(row)?,
        day: row.get("day")?,
        event: row.get("event")?,
        narration: row.get("narration")?,
        amount: row.get("amount")?,
        counterparty: row.get("counterparty")?,
        method: row.get("method")?,
        reference: row.get("reference")?,
        reverses: row.get("reverses")?,
        reversed_by: row.get("reversed_by")?,
        made_by: row.get("made_by")?,
        made_by_name: row.get("made_by_name")?,
        approved_by: row.get("approved_by")?,
        approved_by_name: row.get("approved_by_name")?,
        second_approved_by: row.get("second_approved_by")?,
        second_approved_by_name: row.get("second_approved_by_name")?,
        recorded_at: row.get("recorded_at")?,
        lines: Vec::new(),
    })
}

fn line_row(row: &Row<'_>) -> Result<EntryLine> {
    Ok(EntryLine {
        no: row.get("no")?,
        account: row.get("account")?,
        account_name: row.get("account_name")?,
        fund: row.get("fund")?,
        fund_name: row.get("fund_name")?,
        amount: row.get("amount")?,
        party: row.get("party")?,
        loan: row.get("loan")?,
        memo: row.get("memo")?,
    })
}

fn journal_row(row: &Row<'_>) -> Result<JournalRow> {
    Ok(JournalRow {
        id: row.get("id")?,
        seq: row.get("seq")?,
        voucher: voucher_of(row)?,
        day: row.get("day")?,
        event: row.get("event")?,
        narration: row.get("narration")?,
        counterparty: row.get("counterparty")?,
        amount: row.get("amount")?,
        debit_name: row.get("debit_name")?,
        credit_name: row.get("credit_name")?,
        fund_name: row.get("fund_name")?,
        funds: row.get("funds")?,
        reversed: row.get("reversed")?,
        reverses: row.get("reverses")?,
        made_by_name: row.get("made_by_name")?,
    })
}
