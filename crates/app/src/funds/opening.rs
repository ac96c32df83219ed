//! The books begin: funds and what each holds on the opening day, in one entry that the importer hands over.

use super::rules::{OPENED_ALREADY, OPENING_EMPTY};
use crate::context::Write;
use crate::words::{self, Language};
use database::values;
use kernel::id::{EntryId, FundId};
use kernel::{Day, Money, Refusal, Result, require};
use ledger::{AccountCode, Fund, Line, NewEntry, NewFund, Posted, VoucherKind, fund, journal};
use serde::Serialize;

/// A line of the opening balances; debit above zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningLine {
    pub fund: FundId,
    pub account: AccountCode,
    pub amount: Money,
    pub memo: String,
}

/// Funds to be made and balances to be opened. A line may belong to a fund made here or to one the office has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    pub id: EntryId,
    pub day: Day,
    pub funds: Vec<NewFund>,
    pub lines: Vec<OpeningLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Opened {
    pub funds: Vec<Fund>,
    /// None where only funds were made.
    pub entry: Option<Posted>,
}

/// Makes the funds and posts their opening balances as one voucher on the opening day: one entry, because what one fund
/// is owed by another must be what that one owes. Each fund is opened once.
///
/// # Errors
/// Nothing to open; a fund that was opened before; what the ledger refuses, such as a fund that does not balance.
pub fn open_from(cx: &Write<'_>, opening: &Opening) -> Result<Opened> {
    require(!opening.funds.is_empty() || !opening.lines.is_empty(), OPENING_EMPTY)?;
    let funds = opening.funds.iter().map(|new| fund::add(cx.db(), new, cx.now)).collect::<Result<Vec<_>>>()?;
    for fund in &funds {
        cx.changed("fund", fund.id, &fund.name, &(), fund)?;
    }
    if opening.lines.is_empty() {
        return Ok(Opened { funds, entry: None });
    }
    for line in &opening.lines {
        let fund = fund::fund(cx, line.fund)?;
        let opened = cx.row(include_str!("sql/is_opened.sql"), values![fund.id], |_| Ok(()))?.is_some();
        require(!opened, Refusal::new(OPENED_ALREADY).with("name", &fund.name))?;
    }
    let lines = opening
        .lines
        .iter()
        .map(|line| Line::debit(line.account.clone(), line.fund, line.amount).memo(line.memo.clone()))
        .collect();
    let narration = words::word("funds.opening", Language::Ar);
    let kind = VoucherKind::Opening;
    let entry = NewEntry::new(opening.id, kind, opening.day, "opening", &narration, lines, cx.who.id, cx.now);
    let posted = ledger::post(cx.db(), &entry)?;
    let written = journal::entry(cx, posted.entry)?;
    cx.changed("entry", posted.entry, &posted.voucher.to_string(), &(), &written)?;
    Ok(Opened { funds, entry: Some(posted) })
}
