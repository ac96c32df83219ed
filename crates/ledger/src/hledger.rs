//! The books as a journal of hledger, so that anybody can check our sums with a program that is not ours.
//!
//! Each entry becomes a transaction with the voucher's number as its code. An account is written as its code and name,
//! with the fund below it: `11101 نقدية:صندوق الشراكة`, so that depth 1 is the trial balance of all funds together. Each
//! pair that is posted to is declared, too, so that the strict check of hledger has nothing to say.

use crate::account::{Account, AccountCode, AccountType, accounts};
use crate::fund;
use crate::journal::voucher_of;
use database::{Read, values};
use kernel::id::{EntryId, FundId};
use kernel::{Failure, Money, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The whole of the books, oldest entry first.
///
/// # Errors
/// The engine's failure.
pub fn hledger_journal(tx: &Read<'_>) -> Result<String> {
    let chart: BTreeMap<AccountCode, Account> =
        accounts(tx)?.into_iter().map(|account| (account.code.clone(), account)).collect();
    let names: BTreeMap<AccountCode, String> =
        chart.iter().map(|(code, account)| (code.clone(), format!("{code} {}", plain(&account.name)))).collect();
    let funds: BTreeMap<FundId, String> =
        fund::ever(tx)?.into_iter().map(|fund| (fund.id, plain(&fund.name))).collect();
    let mut text = String::from("commodity 1000.00 SAR\n\n");
    for (code, account) in chart.iter().filter(|(_, account)| account.postable) {
        let _ = writeln!(text, "account {}  ; type:{}", names[code], letter(account.r#type));
    }
    let mut pairs: BTreeSet<(AccountCode, String)> = BTreeSet::new();
    let mut entries = String::new();
    let mut current: Option<EntryId> = None;
    tx.rows(include_str!("sql/hledger.sql"), values![], |row| {
        let id: EntryId = row.get("id")?;
        if current != Some(id) {
            current = Some(id);
            let (day, narration): (kernel::Day, String) = (row.get("day")?, row.get("narration")?);
            // Writing into a string cannot fail.
            let _ = writeln!(entries, "\n{day} * ({}) {}", voucher_of(row)?, plain(&narration));
        }
        let (code, fund): (AccountCode, FundId) = (row.get("account")?, row.get("fund")?);
        let lost = || Failure::broken("a line points at an account or a fund that is not there");
        let account = names.get(&code).ok_or_else(lost)?;
        let fund = funds.get(&fund).ok_or_else(lost)?;
        let amount: Money = row.get("amount")?;
        let _ = writeln!(entries, "    {account}:{fund}  {} SAR", decimal(amount));
        if !pairs.contains(&(code.clone(), fund.clone())) {
            pairs.insert((code, fund.clone()));
        }
        Ok(())
    })?;
    for (code, fund) in &pairs {
        let _ = writeln!(text, "account {}:{fund}", names[code]);
    }
    text.push_str(&entries);
    Ok(text)
}

/// A name hledger reads as one: a colon would make a level, a semicolon a comment, two spaces an end, an upright line
/// a payee.
fn plain(name: &str) -> String {
    let cleaned: String = name
        .chars()
        .map(|letter| match letter {
            ':' | ';' | '|' => '-',
            letter if letter.is_control() => ' ',
            letter => letter,
        })
        .collect();
    cleaned.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn decimal(amount: Money) -> String {
    let (riyals, halalas) = amount.riyals_and_halalas();
    let sign = if amount.is_negative() { "-" } else { "" };
    format!("{sign}{riyals}.{halalas:02}")
}

/// The letters hledger knows the types of accounts by.
fn letter(r#type: AccountType) -> char {
    match r#type {
        AccountType::Asset => 'A',
        AccountType::Liability => 'L',
        AccountType::NetAssets => 'E',
        AccountType::Income => 'R',
        AccountType::Expense => 'X',
    }
}
