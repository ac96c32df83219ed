//! Verification: every seal is made again, every sum taken again, and compared with what the books say.

use crate::account::AccountCode;
use crate::entry::VoucherNumber;
use crate::journal::{Head, voucher_of};
use crate::seal::{BEGINNING, Content, LineContent, seal};
use database::{Read, Write, values};
use kernel::id::{EntryId, FundId, LoanId, PartyId};
use kernel::{Money, Result};
use serde::Serialize;
use ts_rs::TS;

/// What verification found. The books are as they were written when every list is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LedgerFindings")]
pub struct Findings {
    pub entries: i64,
    pub lines: i64,
    /// The newest seal, as it is printed.
    pub head: String,
    /// The first entry, by its place, that does not fit its seal.
    pub broken_at: Option<i64>,
    /// Entries without a seal, or with lines that do not balance within a fund.
    pub unbalanced: i64,
    /// Balances that differ from the sum of their lines.
    pub balances_off: i64,
    /// Voucher counters that differ from their vouchers.
    pub counters_off: i64,
}

impl Findings {
    pub fn is_intact(&self) -> bool {
        self.broken_at.is_none() && self.unbalanced == 0 && self.balances_off == 0 && self.counters_off == 0
    }
}

struct StoredLine {
    entry: EntryId,
    account: AccountCode,
    fund: FundId,
    amount: Money,
    party: Option<PartyId>,
    loan: Option<LoanId>,
    memo: String,
}

/// Goes through the whole of the books.
///
/// # Errors
/// The engine's failure; books that are not as they were written are an answer, not a failure.
pub fn verify(tx: &Read<'_>) -> Result<Findings> {
    let lines = tx.rows(include_str!("sql/all_lines.sql"), values![], |row| {
        Ok(StoredLine {
            entry: row.get("entry")?,
            account: row.get("account")?,
            fund: row.get("fund")?,
            amount: row.get("amount")?,
            party: row.get("party")?,
            loan: row.get("loan")?,
            memo: row.get("memo")?,
        })
    })?;
    let (mut rest, mut broken_at, mut head) = (lines.as_slice(), None, Head { seq: 0, hash: BEGINNING });
    let mut entries = 0;
    tx.rows(include_str!("sql/all_entries.sql"), values![], |row| {
        let id: EntryId = row.get("id")?;
        let voucher: VoucherNumber = voucher_of(row)?;
        let own = rest.iter().take_while(|line| line.entry == id).count();
        let (mine, others) = rest.split_at(own);
        rest = others;
        let (event, narration): (String, String) = (row.get("event")?, row.get("narration")?);
        let (counterparty, method): (Option<String>, Option<String>) = (row.get("counterparty")?, row.get("method")?);
        let reference: Option<String> = row.get("reference")?;
        let content = Content {
            id,
            voucher,
            day: row.get("day")?,
            event: &event,
            rule_version: row.get("rule_version")?,
            narration: &narration,
            counterparty: counterparty.as_deref(),
            method: method.as_deref(),
            reference: reference.as_deref(),
            reverses: row.get("reverses")?,
            made_by: row.get("made_by")?,
            approved_by: row.get("approved_by")?,
            second_approved_by: row.get("second_approved_by")?,
            recorded_at: row.get("recorded_at")?,
        };
        let found = Head { seq: row.get("seq")?, hash: row.get("hash")? };
        let contents = mine.iter().map(|line| LineContent {
            account: &line.account,
            fund: line.fund,
            amount: line.amount,
            party: line.party,
            loan: line.loan,
            memo: &line.memo,
        });
        let fits = found.seq == head.seq + 1
            && row.get::<[u8; 32]>("prev_hash")? == head.hash
            && seal(&head.hash, found.seq, &content, contents) == found.hash;
        if !fits && broken_at.is_none() {
            broken_at = Some(found.seq);
        }
        head = found;
        entries += 1;
        Ok(())
    })?;
    let count = |sql: &str| tx.one(sql, values![], |row| row.get::<i64>("found"));
    Ok(Findings {
        entries,
        lines: i64::try_from(lines.len()).unwrap_or(i64::MAX),
        head: head.printed(),
        broken_at,
        unbalanced: count(include_str!("sql/unbalanced.sql"))?,
        balances_off: count(include_str!("sql/balances_off.sql"))?,
        counters_off: count(include_str!("sql/counters_off.sql"))?,
    })
}

const READ_ONLY_KEY: &str = "ledger.read_only";

/// Verifies, and closes the books to every posting while they are not as they were written; opens them again when
/// they are.
///
/// # Errors
/// The engine's failure.
pub fn verify_and_guard(tx: &Write<'_>) -> Result<Findings> {
    let found = verify(tx)?;
    tx.remember(READ_ONLY_KEY, (!found.is_intact()).then_some("1"))?;
    Ok(found)
}

/// Whether verification has closed the books.
///
/// # Errors
/// The engine's failure.
pub fn is_read_only(tx: &Read<'_>) -> Result<bool> {
    Ok(tx.setting(READ_ONLY_KEY)?.is_some())
}
