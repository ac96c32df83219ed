//! An amount over a term against the family's month and the budget: `casework::capacity` says, and this says it on.

use crate::model::{
    ApplicationTerms, BudgetKind, BudgetLine, OfferedTerm, StudyRow, StudySide, TwoShares, TwoSums, Weighed,
    WeighedQuotes, WeighedRow,
};
use casework::capacity::{self, Application, Capacity, Household, Product, Project, Quote};
use kernel::{Day, Money, Result};
use loans::model::ProductTerms;
use std::num::NonZeroU16;

/// What is weighed.
#[derive(Debug, Clone, Copy)]
pub struct Load<'a> {
    pub product: &'a ProductTerms,
    pub amount: Money,
    pub instalments: NonZeroU16,
    pub rows: &'a [StudyRow],
    pub lines: &'a [BudgetLine],
    /// The day on which quotes must still stand.
    pub on: Day,
}

/// # Errors
/// A unit that is not above zero; a figure beyond what money can be.
pub fn weigh(load: &Load<'_>, terms: &ApplicationTerms) -> Result<Weighed> {
    let own = settings(load.product, terms);
    let found = capacity::look(&application(load, terms)?, &own)?;
    let sum = |side: StudySide| sum(load.rows, side);
    let of = |kind: BudgetKind| Money::sum(load.lines.iter().filter(|line| line.kind == kind).map(|line| line.amount));
    let cash = found.cash;
    let stressed = own.stress_sales_percent;
    let rows = load.rows.iter().map(|row| weighed_row(row, stressed)).collect::<Result<_>>()?;
    Ok(Weighed {
        amount: load.amount,
        instalments: load.instalments,
        rows,
        net: TwoSums { expected: found.net.expected, stressed: found.net.stressed },
        counted: TwoSums {
            expected: counted(found.surplus.expected, sum(StudySide::Income)?, sum(StudySide::Costs)?)?,
            stressed: counted(found.surplus.stressed, sum(StudySide::Income)?, sum(StudySide::Costs)?)?,
        },
        income: sum(StudySide::Income)?,
        costs: sum(StudySide::Costs)?,
        surplus: TwoSums { expected: found.surplus.expected, stressed: found.surplus.stressed },
        instalment: found.instalment,
        share_percent: TwoShares { expected: found.share_percent.expected, stressed: found.share_percent.stressed },
        lawful: found.lawful,
        term: found.term.map(|term| OfferedTerm { instalments: term.instalments, instalment: term.instalment }),
        largest_amount: found.largest_amount,
        break_even: found.break_even.map(|one| one.sales),
        break_even_percent: found.break_even.map(|one| one.percent),
        budget: Money::sum(load.lines.iter().map(|line| line.amount))?,
        in_kind: of(BudgetKind::InKind)?,
        cash: of(BudgetKind::Operating)?,
        cash_tenths: cash.and_then(|cash| cash.percent).map(casework::Tenths::tenths),
        cash_limit: cash.map(|cash| cash.limit).unwrap_or_default(),
        quotes: quotes(load, &found),
        missing: found.missing.codes().map(|code| code.to_string()).collect(),
        approver: found.approver,
    })
}

/// The settings of the rule, with the cash the product allows.
pub fn settings(product: &ProductTerms, terms: &ApplicationTerms) -> capacity::Settings {
    capacity::Settings { cash_percent: product.cash_percent.into(), ..terms.capacity.clone() }
}

/// An application as the rule takes it.
fn application(load: &Load<'_>, terms: &ApplicationTerms) -> Result<Application> {
    let product = load.product;
    let line = |line: &BudgetLine| capacity::BudgetLine {
        item: line.item.clone(),
        kind: line.kind.into(),
        amount: line.amount,
        quotes: line
            .quotes
            .iter()
            .map(|quote| Quote { supplier: quote.supplier.clone(), amount: quote.amount, until: quote.until })
            .collect(),
        chosen: (!line.chosen.is_empty()).then(|| line.chosen.clone()),
        reason: (!line.reason.is_empty()).then(|| line.reason.clone()),
    };
    Ok(Application {
        on: load.on,
        amount: load.amount,
        instalments: load.instalments,
        product: Product {
            min: product.least,
            max: product.most,
            longest: product.longest.get(),
            term_step: NonZeroU16::new(terms.term_step).unwrap_or(NonZeroU16::MIN),
            unit: product.unit,
            grace: product.grace,
        },
        household: Household { income: sum(load.rows, StudySide::Income)?, costs: sum(load.rows, StudySide::Costs)? },
        project: Project {
            sales: sum(load.rows, StudySide::Sales)?,
            variable: sum(load.rows, StudySide::Variable)?,
            fixed: sum(load.rows, StudySide::Fixed)?,
        },
        budget: Some(load.lines.iter().map(line).collect()),
    })
}

fn sum(rows: &[StudyRow], side: StudySide) -> Result<Money> {
    Money::sum(rows.iter().filter(|row| row.side == side).map(|row| row.amount))
}

/// What of the project counts for the family: the surplus without the family's own month.
fn counted(surplus: Money, income: Money, costs: Money) -> Result<Money> {
    surplus.minus(income)?.plus(costs)
}

/// A row in both scenarios: sales and what falls with them are fewer in the second, rounded to the halala.
fn weighed_row(row: &StudyRow, stress_percent: u16) -> Result<WeighedRow> {
    let falls = matches!(row.side, StudySide::Sales | StudySide::Variable);
    let left = i128::from(100_u16.saturating_sub(stress_percent));
    let fewer = (i128::from(row.amount.halalas()) * left + 50) / 100;
    let stressed = if falls { Money::from_halalas(i64::try_from(fewer).unwrap_or(i64::MAX))? } else { row.amount };
    Ok(WeighedRow { side: row.side, label: row.label.clone(), expected: row.amount, stressed })
}

/// The rule names lines by their item; both are in the order of the budget.
fn quotes(load: &Load<'_>, found: &Capacity) -> Vec<WeighedQuotes> {
    let mut named = found.quotes.iter().peekable();
    let mut quotes = Vec::new();
    for line in load.lines.iter().filter(|line| line.kind == BudgetKind::InKind) {
        if named.peek().is_some_and(|next| next.item == line.item)
            && let Some(next) = named.next()
        {
            quotes.push(WeighedQuotes { line: line.id, standing: next.standing as i64, needed: next.needed as i64 });
        }
    }
    quotes
}
