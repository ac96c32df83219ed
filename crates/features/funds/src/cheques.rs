//! The register of cheques: received, under collection, then paid by the bank or taken back.

use super::model::{Cheque, ChequeState};
use super::rules::CHEQUE_CLEARED;
use database::{Read, Row, values};
use kernel::id::{EntryId, FundId};
use kernel::{Money, Result, require};
use ledger::VoucherNumber;
use office::context::Write;

/// Cheques that wait stand first, then the newest ones.
const SHOWN: i64 = 500;

pub(super) fn receive(cx: &Write<'_>, entry: EntryId, fund: FundId, amount: Money) -> Result<()> {
    cx.run("INSERT INTO cheque (received, fund, amount) VALUES ($1, $2, $3)", values![entry, fund, amount])?;
    Ok(())
}

pub(super) fn cleared(cx: &Write<'_>, received: EntryId, cleared: EntryId) -> Result<()> {
    cx.run("UPDATE cheque SET cleared = $1 WHERE received = $2", values![cleared, received])?;
    Ok(())
}

pub(super) fn all(db: &Read<'_>) -> Result<Vec<Cheque>> {
    db.rows(include_str!("sql/cheques.sql"), values![None::<EntryId>, SHOWN], cheque_row)
}

pub(super) fn cheque(db: &Read<'_>, received: EntryId) -> Result<Option<Cheque>> {
    db.row(include_str!("sql/cheques.sql"), values![Some(received), 1], cheque_row)
}

/// Taking back the receipt of a cheque that stands in the bank would leave less than nothing under collection.
///
/// # Errors
/// `funds.cheque_cleared`
pub(super) fn require_under_collection(db: &Read<'_>, entry: EntryId) -> Result<()> {
    let cleared = cheque(db, entry)?.is_some_and(|cheque| cheque.state == ChequeState::Cleared);
    require(!cleared, CHEQUE_CLEARED)
}

fn cheque_row(row: &Row<'_>) -> Result<Cheque> {
    let voucher = VoucherNumber { kind: row.get("kind")?, year: row.get("year")?, no: row.get("voucher_no")? };
    let cleared: Option<EntryId> = row.get("cleared")?;
    Ok(Cheque {
        id: row.get("received")?,
        voucher: voucher.to_string(),
        day: row.get("day")?,
        donor: row.get::<Option<String>>("counterparty")?.unwrap_or_default(),
        reference: row.get::<Option<String>>("reference")?.unwrap_or_default(),
        fund: row.get("fund")?,
        fund_name: row.get("fund_name")?,
        amount: row.get("amount")?,
        state: match (row.get("bounced")?, cleared) {
            (true, _) => ChequeState::Bounced,
            (false, Some(_)) => ChequeState::Cleared,
            (false, None) => ChequeState::Waiting,
        },
        cleared,
        cleared_on: row.get("cleared_on")?,
    })
}
