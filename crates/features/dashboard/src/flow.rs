//! The vouchers behind one of the sources and uses: each with what it brought to the figure.

use super::cash;
use super::model::{AskFlow, FlowKind, FlowLine, FlowPage};
use database::{Row, values};
use kernel::arabic::{fold, searched};
use kernel::id::{EntryId, FundId};
use kernel::{Day, Money, Result};
use ledger::account::accounts;
use ledger::{Account, AccountCode, VoucherNumber};
use loans::REALLOCATED;
use office::context::Read;
use office::order::{Rank, in_order};
use office::page::page_of;
use std::collections::BTreeMap;

/// # Errors
/// A day that has not come; what the database refuses.
pub fn flow(cx: &Read<'_>, input: AskFlow) -> Result<FlowPage> {
    office::input::has_come(input.until, cx.today())?;
    let positions = cash::positions(cx, input.until)?;
    let funds: BTreeMap<FundId, String> =
        cash::lending(&positions).map(|(fund, _)| (fund.id, fund.name.clone())).collect();
    let accounts: BTreeMap<AccountCode, Account> = accounts(cx)?
        .into_iter()
        .filter(|account| cash::kinds(account).is_some_and(|(came, went)| [came, went].contains(&input.kind)))
        .map(|account| (account.code.clone(), account))
        .collect();
    let mut found: Vec<FlowLine> = Vec::new();
    let span = values![input.from, input.until];
    cx.rows(include_str!("sql/flow.sql"), span, |row| {
        let (fund, code): (FundId, AccountCode) = (row.get("fund")?, row.get("account")?);
        let (Some(fund_name), Some(account)) = (funds.get(&fund), accounts.get(&code)) else { return Ok(()) };
        let amount = brought(account, input.kind, row)?;
        let entry: EntryId = row.get("entry")?;
        // The lines of an entry come one after the other.
        match found.last_mut().filter(|line| line.entry == entry && line.fund == fund) {
            Some(line) => line.amount = line.amount.plus(amount)?,
            None => found.push(line(row, entry, fund, fund_name, amount)?),
        }
        Ok(())
    })?;
    // What one account of an entry brought and another took was never cash.
    found.retain(|line| !line.amount.is_zero());
    let words = fold(&input.text);
    found.retain(|line| {
        let text = searched([line.narration.as_str(), &line.counterparty, &line.number]);
        words.split(' ').all(|word| text.contains(word))
    });
    in_order(&mut found, input.order.as_ref(), |line, key| {
        Some(match key {
            "number" => Rank::from(&line.number),
            "day" => line.day.into(),
            "narration" => (&line.narration).into(),
            "counterparty" => (&line.counterparty).into(),
            "fund" => (&line.fund_name).into(),
            "amount" => line.amount.into(),
            _ => return None,
        })
    });
    Ok(FlowPage {
        total: i64::try_from(found.len()).unwrap_or(i64::MAX),
        amount: Money::sum(found.iter().map(|line| line.amount))?,
        lines: page_of(found, input.offset, input.limit),
    })
}

/// What a line adds to a kind, by the same rules as the sums of the board.
fn brought(account: &Account, kind: FlowKind, row: &Row<'_>) -> Result<Money> {
    let Some((came, went)) = cash::kinds(account) else { return Ok(Money::ZERO) };
    let amount: Money = row.get("amount")?;
    let (debit, credit) = if amount.is_positive() { (amount, Money::ZERO) } else { (Money::ZERO, amount.negated()) };
    let reallocates = row.get::<String>("event")? == REALLOCATED;
    let moved = cash::moved(debit, credit, row.get("takes_back")?, reallocates)?;
    let mut sum = Money::ZERO;
    if came == kind {
        sum = sum.plus(credit)?.minus(moved)?;
    }
    if went == kind {
        sum = sum.minus(debit)?.plus(moved)?;
    }
    Ok(sum)
}

fn line(row: &Row<'_>, entry: EntryId, fund: FundId, fund_name: &str, amount: Money) -> Result<FlowLine> {
    let number = VoucherNumber { kind: row.get("kind")?, year: row.get("year")?, no: row.get("voucher_no")? };
    Ok(FlowLine {
        entry,
        number: number.to_string(),
        day: row.get::<Day>("day")?,
        narration: row.get("narration")?,
        counterparty: row.get::<Option<String>>("counterparty")?.unwrap_or_default(),
        fund,
        fund_name: fund_name.to_owned(),
        amount,
    })
}
