//! Balances as of a day, read from the maintained ones; lines are read for the one month the day cuts.

use crate::account::{Account, AccountCode, AccountType, ControlOf, accounts};
use crate::entry::VoucherNumber;
use crate::journal::voucher_of;
use crate::period::PeriodId;
use database::{Read, Row, values};
use kernel::id::{EntryId, FundId, LoanId};
use kernel::{Day, Money, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What a fund holds on an account at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Balance {
    pub fund: FundId,
    pub account: AccountCode,
    /// Sums of the lines to that day.
    pub debit: Money,
    pub credit: Money,
    /// Debit less credit.
    pub amount: Money,
}

/// Balances of every fund and account that ever had a line, at the end of a day.
///
/// # Errors
/// The engine's failure.
pub fn balances(tx: &Read<'_>, day: Day) -> Result<Vec<Balance>> {
    let period = PeriodId::of(day);
    // A month with nothing after the day is whole, and its maintained balances say it all.
    let cut = tx.row(
        "SELECT 1 AS later FROM entry WHERE period = $1 AND day > $2 LIMIT 1",
        values![period, day],
        |_| Ok(()),
    )?;
    let mut sums: BTreeMap<(FundId, AccountCode), (Money, Money)> = BTreeMap::new();
    let mut take = |row: &Row<'_>| -> Result<()> {
        let sum = sums.entry((row.get("fund")?, row.get("account")?)).or_default();
        *sum = (sum.0.plus(row.get("debit")?)?, sum.1.plus(row.get("credit")?)?);
        Ok(())
    };
    if cut.is_some() {
        tx.rows(include_str!("sql/balances_before.sql"), values![period], &mut take)?;
        tx.rows(include_str!("sql/month_to_day.sql"), values![period, day], &mut take)?;
    } else {
        tx.rows(include_str!("sql/balances_through.sql"), values![period], &mut take)?;
    }
    let balance = |((fund, account), (debit, credit)): ((FundId, AccountCode), (Money, Money))| {
        Ok(Balance { fund, account, debit, credit, amount: debit.minus(credit)? })
    };
    sums.into_iter().map(balance).collect()
}

/// A row of the trial balance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TrialRow {
    pub account: AccountCode,
    pub name: String,
    pub r#type: AccountType,
    /// Sums of the lines to the day.
    pub debit: Money,
    pub credit: Money,
    /// What remains, on the side where it stands; the other one is zero.
    pub debit_balance: Money,
    pub credit_balance: Money,
}

/// The trial balance at the end of a day: of one fund, or of all together. Accounts without a line are left out.
///
/// # Errors
/// The engine's failure.
pub fn trial_balance(tx: &Read<'_>, day: Day, fund: Option<FundId>) -> Result<Vec<TrialRow>> {
    let mut sums: BTreeMap<AccountCode, (Money, Money)> = BTreeMap::new();
    for balance in balances(tx, day)? {
        if fund.is_none_or(|fund| fund == balance.fund) {
            let sum = sums.entry(balance.account).or_default();
            *sum = (sum.0.plus(balance.debit)?, sum.1.plus(balance.credit)?);
        }
    }
    let row = |account: Account| {
        let (debit, credit) = sums.get(&account.code).copied()?;
        Some(debit.minus(credit).map(|left| TrialRow {
            account: account.code,
            name: account.name,
            r#type: account.r#type,
            debit,
            credit,
            debit_balance: if left.is_positive() { left } else { Money::ZERO },
            credit_balance: if left.is_negative() { left.negated() } else { Money::ZERO },
        }))
    };
    accounts(tx)?.into_iter().filter_map(row).collect()
}

/// Where a fund stands at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FundTotals {
    pub fund: FundId,
    pub cash: Money,
    /// Loans outstanding, before any allowance.
    pub loans: Money,
    /// Investments at cost.
    pub investments: Money,
    /// Everything else it owns, less allowances and depreciation kept among the assets.
    pub other_assets: Money,
    /// What it owes, above zero.
    pub liabilities: Money,
    /// What it owns less what it owes.
    pub net_assets: Money,
}

impl FundTotals {
    /// A fund without a line.
    pub const fn nothing(fund: FundId) -> Self {
        let none = Money::ZERO;
        Self {
            fund,
            cash: none,
            loans: none,
            investments: none,
            other_assets: none,
            liabilities: none,
            net_assets: none,
        }
    }
}

/// The totals of every fund that ever had a line.
///
/// # Errors
/// The engine's failure.
pub fn fund_totals(tx: &Read<'_>, day: Day) -> Result<Vec<FundTotals>> {
    let chart: BTreeMap<AccountCode, Account> =
        accounts(tx)?.into_iter().map(|account| (account.code.clone(), account)).collect();
    let mut totals: BTreeMap<FundId, FundTotals> = BTreeMap::new();
    for balance in balances(tx, day)? {
        let Some(account) = chart.get(&balance.account) else { continue };
        let total = totals.entry(balance.fund).or_insert_with(|| FundTotals::nothing(balance.fund));
        match account.r#type {
            AccountType::Asset if account.cash_kind.is_some() => total.cash = total.cash.plus(balance.amount)?,
            AccountType::Asset => {
                let place = match account.control_of {
                    Some(ControlOf::Loan) => &mut total.loans,
                    Some(ControlOf::Investment) => &mut total.investments,
                    _ => &mut total.other_assets,
                };
                *place = place.plus(balance.amount)?;
            }
            AccountType::Liability => total.liabilities = total.liabilities.minus(balance.amount)?,
            AccountType::NetAssets | AccountType::Income | AccountType::Expense => {
                total.net_assets = total.net_assets.minus(balance.amount)?;
            }
        }
    }
    Ok(totals.into_values().collect())
}

/// What a fund holds on one account at the end of a day; debit above zero.
///
/// # Errors
/// The engine's failure.
pub fn control_balance(tx: &Read<'_>, fund: FundId, account: &AccountCode, day: Day) -> Result<Money> {
    let found = balances(tx, day)?.into_iter().find(|held| held.fund == fund && held.account == *account);
    Ok(found.map_or(Money::ZERO, |held| held.amount))
}

/// The cash a fund has now: what it could pay with.
///
/// # Errors
/// The engine's failure.
pub fn cash_of(tx: &Read<'_>, fund: FundId) -> Result<Money> {
    tx.one(include_str!("sql/cash_of.sql"), values![fund], |row| row.get("cash"))
}

/// What stands on one account for each loan at the end of a day; loans at zero are left out.
///
/// # Errors
/// The engine's failure.
pub fn loan_balances(tx: &Read<'_>, account: &AccountCode, day: Day) -> Result<BTreeMap<LoanId, Money>> {
    let rows = tx.rows(include_str!("sql/loan_balances.sql"), values![account, day], |row| {
        Ok((row.get("loan")?, row.get("amount")?))
    })?;
    Ok(rows.into_iter().collect())
}

/// A line of an account's ledger, with the balance after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AccountLine {
    pub entry: EntryId,
    pub voucher: VoucherNumber,
    pub day: Day,
    pub narration: String,
    pub fund: FundId,
    pub amount: Money,
    pub balance: Money,
    pub memo: String,
}

/// The lines of an account between two days, oldest first, from its balance before them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AccountLedger {
    pub opening: Money,
    pub lines: Vec<AccountLine>,
    pub closing: Money,
}

/// # Errors
/// The engine's failure.
pub fn account_lines(
    tx: &Read<'_>,
    account: &AccountCode,
    fund: Option<FundId>,
    from: Day,
    until: Day,
) -> Result<AccountLedger> {
    let wanted = |held: &Balance| held.account == *account && fund.is_none_or(|fund| fund == held.fund);
    let before = if from > Day::FIRST { balances(tx, from.plus_days(-1)?)? } else { Vec::new() };
    let opening = Money::sum(before.into_iter().filter(wanted).map(|held| held.amount))?;
    let mut running = opening;
    let lines = tx.rows(include_str!("sql/account_lines.sql"), values![account, from, until, fund], |row| {
        let amount: Money = row.get("amount")?;
        running = running.plus(amount)?;
        Ok(AccountLine {
            entry: row.get("entry")?,
            voucher: voucher_of(row)?,
            day: row.get("day")?,
            narration: row.get("narration")?,
            fund: row.get("fund")?,
            amount,
            balance: running,
            memo: row.get("memo")?,
        })
    })?;
    Ok(AccountLedger { opening, lines, closing: running })
}
