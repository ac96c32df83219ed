//! The budget of an application: how much of it is cash, and whether what is bought has enough quotes.

use super::Settings;
use crate::exact::{Tenths, halalas};
use crate::is_written;
use crate::refusals::{
    CAPACITY_BUDGET, CAPACITY_CASH, CAPACITY_QUOTE_AMOUNT, CAPACITY_QUOTE_REASON, CAPACITY_QUOTES, Refusals,
};
use kernel::{Day, Money, Refusal, Result};
use lending::Fraction;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whether the association buys it, or the money is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "BudgetLineKind")]
pub enum LineKind {
    InKind,
    /// Cash for running the project.
    Operating,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetLine {
    pub item: String,
    pub kind: LineKind,
    pub amount: Money,
    pub quotes: Vec<Quote>,
    /// The supplier chosen, once there is one.
    pub chosen: Option<String>,
    /// Why it is not the cheapest.
    pub reason: Option<String>,
}

/// What a supplier asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    pub supplier: String,
    pub amount: Money,
    /// The last day on which it stands; none for one without an end.
    pub until: Option<Day>,
}

/// The cash of the budget against the amount of the loan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "BudgetCashShare")]
pub struct CashShare {
    pub cash: Money,
    /// Of the amount, one decimal; none of no amount.
    pub percent: Option<Tenths>,
    /// The most that may be cash, rounded down to the halala.
    pub limit: Money,
}

impl CashShare {
    pub(super) fn of(lines: &[BudgetLine], amount: Money, settings: &Settings) -> Result<Self> {
        let cash = lines.iter().filter(|line| line.kind == LineKind::Operating).map(|line| line.amount);
        let cash = Money::sum(cash)?;
        let limit = i128::from(amount.halalas()) * i128::from(settings.cash_percent);
        let limit = halalas(Fraction::new(limit, 100).floor())?;
        Ok(Self { cash, percent: Tenths::of(cash, amount), limit })
    }
}

/// The quotes of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "BudgetLineQuotes")]
pub struct LineQuotes {
    pub item: String,
    /// Suppliers whose quote still stands.
    pub standing: usize,
    pub needed: usize,
}

/// Whether the lines are the amount, and the cash is within its limit. Whole halalas are above a limit exactly when they
/// are above it rounded down.
pub(super) fn covers(lines: &[BudgetLine], amount: Money, cash: &CashShare, missing: &mut Refusals) -> Result<()> {
    let sum = Money::sum(lines.iter().map(|line| line.amount))?;
    missing.unless(sum == amount, Refusal::new(CAPACITY_BUDGET).with("sum", sum).with("amount", amount).at("budget"));
    let too_much = Refusal::new(CAPACITY_CASH).with("cash", cash.cash).with("limit", cash.limit);
    missing.unless(cash.cash <= cash.limit, too_much.at("budget"));
    Ok(())
}

/// The lines that need quotes, and what they lack: each lack is named once, with the first line that has it.
pub(super) fn quotes(lines: &[BudgetLine], on: Day, settings: &Settings, missing: &mut Refusals) -> Vec<LineQuotes> {
    let needed = usize::from(settings.quotes_needed);
    let looked_at: Vec<(&BudgetLine, BTreeMap<&str, Money>)> = lines
        .iter()
        .filter(|line| line.kind == LineKind::InKind && line.amount >= settings.quotes_from)
        .map(|line| (line, standing(line, on)))
        .collect();

    let too_few = looked_at.iter().find(|(_, quotes)| quotes.len() < needed);
    if let Some((line, quotes)) = too_few {
        let found = quotes.len();
        let refusal = Refusal::new(CAPACITY_QUOTES).with("item", &line.item).with("found", found);
        missing.add(refusal.with("needed", needed).at("quotes"));
    }
    let another_amount = looked_at.iter().find(|(line, quotes)| {
        line.chosen.as_ref().is_some_and(|chosen| quotes.get(chosen.as_str()) != Some(&line.amount))
    });
    if let Some((line, _)) = another_amount {
        let refusal = Refusal::new(CAPACITY_QUOTE_AMOUNT).with("item", &line.item).with("amount", line.amount);
        missing.add(refusal.at("chosen"));
    }
    let dearer = looked_at.iter().find(|(line, quotes)| {
        let (chosen, cheapest) = (line.chosen.as_ref(), quotes.values().min());
        let is_cheapest = chosen.is_none_or(|chosen| cheapest.is_none() || quotes.get(chosen.as_str()) == cheapest);
        !is_cheapest && !is_written(line.reason.as_deref())
    });
    if let Some((line, _)) = dearer {
        missing.add(Refusal::new(CAPACITY_QUOTE_REASON).with("item", &line.item).at("reason"));
    }
    let shown = looked_at.into_iter();
    shown.map(|(line, quotes)| LineQuotes { item: line.item.clone(), standing: quotes.len(), needed }).collect()
}

/// The lowest quote of each supplier that still stands.
fn standing(line: &BudgetLine, on: Day) -> BTreeMap<&str, Money> {
    let mut lowest: BTreeMap<&str, Money> = BTreeMap::new();
    for quote in line.quotes.iter().filter(|quote| quote.until.is_none_or(|until| until >= on)) {
        let own = lowest.entry(&quote.supplier).or_insert(quote.amount);
        *own = (*own).min(quote.amount);
    }
    lowest
}
