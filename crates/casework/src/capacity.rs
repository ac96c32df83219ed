//! What a family can repay: the surplus of its month in two scenarios, the lawful term, the cash and the quotes of the
//! budget, and who approves.
//!
//! The instalment is the largest row of the plan the loan engine would make. It is lawful when in **both** scenarios, with
//! the sales hoped for and with fewer, it takes no more than a set part of what is left over in the month.

mod budget;

pub use budget::{BudgetLine, CashShare, LineKind, LineQuotes, Quote};

use crate::exact::{halalas, percent};
use crate::people::{DecisionLimit, Role};
use crate::refusals::{CAPACITY_AMOUNT, CAPACITY_CAPACITY, CAPACITY_TERM, Refusals};
use kernel::{Day, Money, Refusal, Result, require};
use lending::{Fraction, Split, split};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU16;

/// An application for a loan, as far as the family's means go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// The day on which quotes must still stand.
    pub on: Day,
    pub amount: Money,
    /// Rows of the plan asked for, without grace.
    pub instalments: NonZeroU16,
    pub product: Product,
    pub household: Household,
    /// All zero where no project earns yet.
    pub project: Project,
    /// None while no budget is made; then neither cash nor quotes are looked at.
    pub budget: Option<Vec<BudgetLine>>,
}

/// The product's limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Product {
    pub min: Money,
    pub max: Money,
    /// Instalments and grace together, at most.
    pub longest: u16,
    /// Terms are offered in multiples of this.
    pub term_step: NonZeroU16,
    /// Instalments are rounded to this unit, a halala or more.
    pub unit: Money,
    /// Rows of zero before the first instalment.
    pub grace: u16,
}

/// The family's month without the project.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Household {
    pub income: Money,
    pub costs: Money,
}

/// The project's month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Project {
    pub sales: Money,
    /// Costs that fall with the sales, together.
    pub variable: Money,
    /// Costs that stay whatever is sold, together.
    pub fixed: Money,
}

/// What an association may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "CapacitySettings")]
pub struct Settings {
    /// Most of the family's surplus that an instalment may take, in per cent.
    pub instalment_percent: u16,
    /// How much of the project's gain counts for the family, in per cent; a loss counts whole.
    pub project_share_percent: u16,
    /// By how many per cent sales fall in the second scenario.
    pub stress_sales_percent: u16,
    /// Most of the amount that may be cash, in per cent.
    pub cash_percent: u16,
    /// Lines in kind of this amount and more need quotes.
    pub quotes_from: Money,
    /// Quotes of different suppliers.
    pub quotes_needed: u16,
    pub decision_limit: DecisionLimit,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            instalment_percent: 50,
            project_share_percent: 50,
            stress_sales_percent: 20,
            cash_percent: 20,
            quotes_from: Money::from(200_000),
            quotes_needed: 3,
            decision_limit: DecisionLimit::default(),
        }
    }
}

/// The same figure with the sales hoped for, and with fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CapacityScenarios")]
pub struct Scenarios<T> {
    pub expected: T,
    pub stressed: T,
}

impl<T: Copy> Scenarios<T> {
    fn map<U>(self, of: impl Fn(T) -> U) -> Scenarios<U> {
        Scenarios { expected: of(self.expected), stressed: of(self.stressed) }
    }

    fn all(self, holds: impl Fn(T) -> bool) -> bool {
        holds(self.expected) && holds(self.stressed)
    }
}

impl<T> Scenarios<Result<T>> {
    fn both(self) -> Result<Scenarios<T>> {
        Ok(Scenarios { expected: self.expected?, stressed: self.stressed? })
    }
}

/// A number of instalments with the largest of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CapacityTerm")]
pub struct Term {
    pub instalments: NonZeroU16,
    pub instalment: Money,
}

/// The sales of a month at which the project bears its fixed costs and the instalment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CapacityBreakEven")]
pub struct BreakEven {
    /// Up to whole tens of riyals.
    pub sales: Money,
    /// In per cent of the sales hoped for, from the exact figure.
    pub percent: i64,
}

/// What the application amounts to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Capacity {
    /// Net income of the project in a month, rounded to the halala.
    pub net: Scenarios<Money>,
    /// What the family has left in a month, rounded to the halala.
    pub surplus: Scenarios<Money>,
    /// The largest row of the plan asked for.
    pub instalment: Money,
    /// The instalment in per cent of the surplus; none where nothing is left over.
    pub share_percent: Scenarios<Option<i64>>,
    /// Whether what is asked for may be lent: it is bearable in both scenarios and not longer than the product's longest.
    pub lawful: bool,
    /// The term asked for if lawful; else the shortest that is, or the longest one where too long a term was asked for.
    pub term: Option<Term>,
    /// The largest amount the longest term would carry.
    pub largest_amount: Money,
    /// None where each sale costs as much as it brings, or nothing is sold.
    pub break_even: Option<BreakEven>,
    /// None without a budget.
    pub cash: Option<CashShare>,
    /// The lines that need quotes, in the order of the budget.
    pub quotes: Vec<LineQuotes>,
    /// What is in the way of approval, in order: amount, budget, cash, capacity, term, quotes, amount and reason of the
    /// chosen quote.
    pub missing: Refusals,
    /// The lowest role that may approve the amount.
    pub approver: Role,
}

/// Surplus in ten-thousandths of a halala, so that two per cents in a row stay exact.
const FINE: i128 = 10_000;

/// The instalments that may be lent for.
struct Limits<'a> {
    application: &'a Application,
    settings: &'a Settings,
    /// In ten-thousandths of a halala.
    surplus: Scenarios<i128>,
}

/// Looks at an application.
///
/// # Errors
/// Refused when the unit of the product is not above zero, or a figure is beyond what money can be.
pub fn look(application: &Application, settings: &Settings) -> Result<Capacity> {
    let product = &application.product;
    require(product.unit.is_positive(), Refusal::new(lending::refusals::UNIT_MISSING).at("unit"))?;
    let net = net(&application.project, settings);
    let surplus = net.map(|net| surplus(net, &application.household, settings));
    let limits = Limits { application, settings, surplus };

    let asked = application.instalments;
    let instalment = largest_row(application.amount, asked, product.unit)?;
    let bearable = limits.bears(instalment);
    let fits = limits.fits(asked);
    let lawful = bearable && fits;
    let term = if lawful { Some(Term { instalments: asked, instalment }) } else { limits.term(!fits)? };

    let mut missing = Refusals::default();
    let range = Refusal::new(CAPACITY_AMOUNT).with("min", product.min).with("max", product.max).at("amount");
    missing.unless((product.min..=product.max).contains(&application.amount), range);
    let budget = application.budget.as_deref();
    let cash = budget.map(|lines| CashShare::of(lines, application.amount, settings)).transpose()?;
    if let (Some(lines), Some(cash)) = (budget, &cash) {
        budget::covers(lines, application.amount, cash, &mut missing)?;
    }
    let part = Refusal::new(CAPACITY_CAPACITY).with("percent", settings.instalment_percent).at("instalments");
    missing.unless(bearable, part);
    let longest = Refusal::new(CAPACITY_TERM).with("longest", product.longest).with("grace", product.grace);
    missing.unless(fits, longest.at("instalments"));
    let quotes = budget.map(|lines| budget::quotes(lines, application.on, settings, &mut missing)).unwrap_or_default();

    Ok(Capacity {
        net: net.map(|net| halalas(Fraction::new(net, FINE).half_away())).both()?,
        surplus: surplus.map(|surplus| halalas(Fraction::new(surplus, FINE).half_away())).both()?,
        instalment,
        share_percent: surplus.map(|surplus| percent(i128::from(instalment.halalas()) * FINE, surplus)),
        lawful,
        term,
        largest_amount: limits.largest_amount()?,
        break_even: break_even(&application.project, instalment)?,
        cash,
        quotes,
        missing,
        approver: settings.decision_limit.approver(application.amount),
    })
}

/// Net income of the project, in ten-thousandths of a halala.
fn net(project: &Project, settings: &Settings) -> Scenarios<i128> {
    let [sales, variable, fixed] =
        [project.sales, project.variable, project.fixed].map(|amount| i128::from(amount.halalas()));
    let kept = |percent: i128| (sales - variable) * percent * (FINE / 100) - fixed * FINE;
    Scenarios { expected: kept(100), stressed: kept(100 - i128::from(settings.stress_sales_percent)) }
}

/// What the family has left, in ten-thousandths of a halala. A gain counts by its share, a loss whole.
fn surplus(net: i128, household: &Household, settings: &Settings) -> i128 {
    // `net` is a multiple of a hundred, so its hundredth part is exact.
    let counted = if net > 0 { net / 100 * i128::from(settings.project_share_percent) } else { net };
    (i128::from(household.income.halalas()) - i128::from(household.costs.halalas())) * FINE + counted
}

/// The largest row of the engine's plan.
fn largest_row(amount: Money, rows: NonZeroU16, unit: Money) -> Result<Money> {
    let rows = split(&Split::EqualThenLast, amount, rows.get().into(), unit)?;
    Ok(rows.into_iter().max().unwrap_or(amount))
}

impl Limits<'_> {
    /// Whether both scenarios bear an instalment.
    fn bears(&self, instalment: Money) -> bool {
        let wanted = i128::from(instalment.halalas()) * FINE * 100;
        let percent = i128::from(self.settings.instalment_percent);
        self.surplus.all(|surplus| surplus > 0 && wanted <= surplus * percent)
    }

    /// Whether so many instalments and the grace are within the product's longest.
    fn fits(&self, instalments: NonZeroU16) -> bool {
        let product = &self.application.product;
        u32::from(instalments.get()) + u32::from(product.grace) <= u32::from(product.longest)
    }

    /// The terms the product offers, shortest first.
    fn offered(&self) -> impl DoubleEndedIterator<Item = NonZeroU16> {
        let product = &self.application.product;
        let step = product.term_step.get();
        let most = product.longest.saturating_sub(product.grace) / step;
        (1..=most).filter_map(move |count| NonZeroU16::new(count * step))
    }

    /// The shortest offered term that is bearable, or the longest.
    fn term(&self, longest: bool) -> Result<Option<Term>> {
        let bearable = |instalments: NonZeroU16| {
            let instalment = largest_row(self.application.amount, instalments, self.application.product.unit)?;
            Ok(self.bears(instalment).then_some(Term { instalments, instalment }))
        };
        let mut offered = self.offered();
        let found = if longest {
            offered.rev().find_map(|term| bearable(term).transpose())
        } else {
            offered.find_map(|term| bearable(term).transpose())
        };
        found.transpose()
    }

    /// What the longest offered term carries in whole units of instalment, at most the product's most.
    fn largest_amount(&self) -> Result<Money> {
        let product = &self.application.product;
        let worse = self.surplus.expected.min(self.surplus.stressed).max(0);
        let unit = i128::from(product.unit.halalas());
        let limit = worse * i128::from(self.settings.instalment_percent);
        let units = Fraction::new(limit, FINE * 100 * unit).floor();
        let rows = self.offered().next_back().map_or(0, |top| i128::from(top.get()));
        Ok(halalas(rows * unit * units).unwrap_or(Money::MAX).min(product.max))
    }
}

fn break_even(project: &Project, instalment: Money) -> Result<Option<BreakEven>> {
    const TEN_RIYALS: i128 = 1_000;
    let [sales, variable, fixed, instalment] =
        [project.sales, project.variable, project.fixed, instalment].map(|amount| i128::from(amount.halalas()));
    let margin = sales - variable;
    if sales <= 0 || margin <= 0 {
        return Ok(None);
    }
    let borne = fixed + instalment;
    let tens = Fraction::new(borne * sales, margin * TEN_RIYALS).ceiling();
    let percent = percent(borne, margin).unwrap_or_default();
    Ok(Some(BreakEven { sales: halalas(tens * TEN_RIYALS)?, percent }))
}
