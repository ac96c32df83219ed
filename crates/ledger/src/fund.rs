//! Funds: each one a set of books that balances by itself.

use crate::account::{AccountCode, chart};
use crate::entry::VoucherNumber;
use crate::journal::voucher_of;
use crate::named::named;
use crate::refusals::{FUND_DATES, FUND_IN_USE, FUND_NAME_TAKEN, NAME_MISSING};
use database::{Read, Row, Write, values};
use kernel::arabic::fold;
use kernel::id::{EntryId, FundId};
use kernel::{Day, Failure, Moment, Refusal, Result, require};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

named! {
    /// What the givers allow: anything the association does, one purpose, or the fruit only.
    FundClass { Unrestricted = "unrestricted", Restricted = "restricted", Endowment = "endowment" }
}

impl FundClass {
    /// The account of net assets of this class.
    pub const fn net_assets(self) -> AccountCode {
        match self {
            Self::Unrestricted => chart::NET_ASSETS_UNRESTRICTED,
            Self::Restricted => chart::NET_ASSETS_RESTRICTED,
            Self::Endowment => chart::NET_ASSETS_ENDOWMENT,
        }
    }

    /// The bank account of the chart that money of this class stands on.
    pub const fn bank(self) -> AccountCode {
        match self {
            Self::Unrestricted | Self::Restricted => chart::BANK,
            Self::Endowment => chart::ENDOWMENT_BANK,
        }
    }
}

named! {
    FundKind {
        Operating = "operating",
        LoanPool = "loan_pool",
        InvestmentPool = "investment_pool",
        Grant = "grant",
        Waqf = "waqf",
        Zakat = "zakat",
    }
}

/// What a person sets on a fund. The client makes the identifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewFund {
    pub id: FundId,
    pub name: String,
    pub class: FundClass,
    pub kind: FundKind,
    /// The first and last day lines may bear, where the giver set them.
    pub opens_on: Option<Day>,
    pub closes_on: Option<Day>,
    /// Whether the cash of the fund may go below zero; false unless the committee decided otherwise.
    #[serde(default)]
    pub may_overdraw: bool,
    /// IBAN of the bank account that holds the fund's money.
    pub bank_account: Option<String>,
    #[serde(default)]
    pub notes: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Fund {
    pub id: FundId,
    pub name: String,
    pub class: FundClass,
    pub kind: FundKind,
    pub opens_on: Option<Day>,
    pub closes_on: Option<Day>,
    pub may_overdraw: bool,
    pub bank_account: Option<String>,
    pub notes: String,
}

/// Every fund that was not withdrawn, in the order they were made.
///
/// # Errors
/// The engine's failure.
pub fn funds(tx: &Read<'_>) -> Result<Vec<Fund>> {
    tx.rows(&format!("{SELECT} WHERE withdrawn_at IS NULL ORDER BY created_at, id"), values![], fund_row)
}

/// Every fund the books have ever named.
///
/// # Errors
/// The engine's failure.
pub(crate) fn ever(tx: &Read<'_>) -> Result<Vec<Fund>> {
    tx.rows(&format!("{SELECT} ORDER BY created_at, id"), values![], fund_row)
}

/// # Errors
/// [`Failure::NotFound`].
pub fn fund(tx: &Read<'_>, id: FundId) -> Result<Fund> {
    tx.row(&format!("{SELECT} WHERE id = $1"), values![id], fund_row)?.ok_or_else(|| Failure::not_found("fund"))
}

/// # Errors
/// A name that is taken or says nothing; days in the wrong order.
pub fn add(tx: &Write<'_>, new: &NewFund, now: Moment) -> Result<Fund> {
    let known = tx.row("SELECT 1 AS known FROM fund WHERE id = $1", values![new.id], |_| Ok(()))?;
    require(known.is_none(), database::RECORDED_ALREADY)?;
    let name = lawful(tx, new)?;
    tx.run(
        "INSERT INTO fund (id, name, name_fold, class, kind, opens_on, closes_on, may_overdraw, bank_account, notes, \
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        values![
            new.id,
            name.as_str(),
            fold(&name),
            new.class,
            new.kind,
            new.opens_on,
            new.closes_on,
            new.may_overdraw,
            new.bank_account.clone(),
            new.notes.as_str(),
            now
        ],
    )?;
    fund(tx, new.id)
}

/// # Errors
/// As [`add`]; `ledger.fund_in_use`, when the class of a fund with lines should change.
pub fn change(tx: &Write<'_>, new: &NewFund) -> Result<Fund> {
    let before = fund(tx, new.id)?;
    let name = lawful(tx, new)?;
    let used = tx.row("SELECT 1 AS used FROM line WHERE fund = $1 LIMIT 1", values![new.id], |_| Ok(()))?.is_some();
    require(before.class == new.class || !used, Refusal::new(FUND_IN_USE).at("class"))?;
    tx.run(
        "UPDATE fund SET name = $1, name_fold = $2, class = $3, kind = $4, opens_on = $5, closes_on = $6, \
         may_overdraw = $7, bank_account = $8, notes = $9 WHERE id = $10",
        values![
            name.as_str(),
            fold(&name),
            new.class,
            new.kind,
            new.opens_on,
            new.closes_on,
            new.may_overdraw,
            new.bank_account.clone(),
            new.notes.as_str(),
            new.id
        ],
    )?;
    fund(tx, new.id)
}

/// Takes a fund back that was made by mistake. One that nothing was ever posted to goes; of another the entries stand,
/// reversed, so that it stays as what they name, is shown nowhere else, takes nothing any more, and leaves its name to
/// another. Gives whether it is gone.
///
/// # Errors
/// `ledger.fund_in_use`, while it holds something.
pub fn withdraw(tx: &Write<'_>, id: FundId, now: Moment) -> Result<bool> {
    let known = fund(tx, id)?;
    let used = tx.row("SELECT 1 AS used FROM line WHERE fund = $1 LIMIT 1", values![id], |_| Ok(()))?.is_some();
    if used {
        let sql = "UPDATE fund SET withdrawn_at = $1, name_fold = $2 WHERE id = $3";
        tx.run(sql, values![now, format!("{} {id}", fold(&known.name)), id])?;
    } else {
        tx.run("DELETE FROM fund WHERE id = $1", values![id])?;
    }
    Ok(!used)
}

/// Whether entries beside those of a list were posted to a fund: the voucher of one of them.
///
/// # Errors
/// The engine's failure.
pub fn posted_beside(tx: &Read<'_>, id: FundId, own: &BTreeSet<EntryId>) -> Result<Option<VoucherNumber>> {
    let sql = "SELECT DISTINCT entry.id AS id, entry.kind AS kind, entry.year AS year, entry.voucher_no AS voucher_no \
               FROM line JOIN entry ON entry.id = line.entry WHERE line.fund = $1";
    let posted = tx.rows(sql, values![id], |row| Ok((row.get::<EntryId>("id")?, voucher_of(row)?)))?;
    Ok(posted.into_iter().find(|(entry, _)| !own.contains(entry)).map(|(_, voucher)| voucher))
}

fn lawful(tx: &Read<'_>, new: &NewFund) -> Result<String> {
    let name = kernel::arabic::tidy_line(&new.name);
    require(!name.is_empty(), Refusal::new(NAME_MISSING).at("name"))?;
    let folded = fold(&name);
    let same = |fund: &Fund| fund.id != new.id && fold(&fund.name) == folded;
    let taken = funds(tx)?.iter().any(same);
    require(!taken, Refusal::new(FUND_NAME_TAKEN).with("name", &name).at("name"))?;
    let ordered = !matches!((new.opens_on, new.closes_on), (Some(first), Some(last)) if last < first);
    require(ordered, Refusal::new(FUND_DATES).at("closes_on"))?;
    Ok(name)
}

const SELECT: &str = "SELECT id, name, class, kind, opens_on, closes_on, may_overdraw, bank_account, notes FROM fund";

fn fund_row(row: &Row<'_>) -> Result<Fund> {
    Ok(Fund {
        id: row.get("id")?,
        name: row.get("name")?,
        class: row.get("class")?,
        kind: row.get("kind")?,
        opens_on: row.get("opens_on")?,
        closes_on: row.get("closes_on")?,
        may_overdraw: row.get("may_overdraw")?,
        bank_account: row.get("bank_account")?,
        notes: row.get("notes")?,
    })
}
