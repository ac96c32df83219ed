//! `capacity.yml`: what a family can repay.

use super::change;
use super::found::{Found, amount, codes, items, mapping, maybe, word};
use super::words::{decision_limit, role_name};
use crate::reader::{self, Fields, Problem, Read, day, money, number, positive, text};
use casework::capacity::{
    Application, BudgetLine, Capacity, Household, LineKind, Product, Project, Quote, Scenarios, Settings, look,
};
use kernel::{Day, Money};
use serde_norway::Value;

pub(super) fn run(fields: &mut Fields<'_>, settings: Option<Fields<'_>>) -> Read<Found> {
    let settings = read_settings(settings)?;
    let missing = |key| Problem::unreadable(format!("case: the key {key} is missing"));
    let application = Application {
        // Without a day looked at, every quote stands.
        on: fields.maybe("on", day)?.unwrap_or(Day::FIRST),
        amount: fields.read_wanted("amount", money)?,
        instalments: fields.read_wanted("instalments", positive)?,
        product: fields.within("product", product)?.ok_or_else(|| missing("product"))?,
        household: fields.within("household", household)?.ok_or_else(|| missing("household"))?,
        project: fields.within("project", project)?.unwrap_or_default(),
        budget: budget(fields)?,
    };
    Ok(shown(&look(&application, &settings)?))
}

fn shown(capacity: &Capacity) -> Found {
    let mut found = Found::default();
    found.key("net", both(capacity.net, amount));
    found.key("surplus", both(capacity.surplus, amount));
    found.key("share_percent", both(capacity.share_percent, maybe));
    found.key("instalment", amount(capacity.instalment));
    found.key("lawful", word(capacity.lawful));
    found.key("term", maybe(capacity.term.map(|term| term.instalments)));
    found.key("term_instalment", capacity.term.map_or_else(|| word("none"), |term| amount(term.instalment)));
    found.key("largest_amount", amount(capacity.largest_amount));
    found.key("break_even", capacity.break_even.map_or_else(|| word("none"), |even| amount(even.sales)));
    found.key("break_even_percent", maybe(capacity.break_even.map(|even| even.percent)));
    found.key("cash_percent", maybe(capacity.cash.and_then(|cash| cash.percent)));
    found.key("cash_limit", capacity.cash.map_or_else(|| word("none"), |cash| amount(cash.limit)));
    let quotes = capacity.quotes.iter().map(|line| (&line.item, items([line.standing, line.needed])));
    found.key("quotes", mapping(quotes));
    found.key("missing", items(codes(&capacity.missing)));
    found.key("approver", word(role_name(capacity.approver)));
    found
}

fn both<T>(scenarios: Scenarios<T>, shown: impl Fn(T) -> Value) -> Value {
    mapping([("expected", shown(scenarios.expected)), ("stressed", shown(scenarios.stressed))])
}

fn product(fields: &mut Fields<'_>) -> Read<Product> {
    Ok(Product {
        min: fields.read_wanted("min", money)?,
        max: fields.read_wanted("max", money)?,
        longest: fields.read_wanted("longest", number)?,
        term_step: fields.read_wanted("term_step", positive)?,
        unit: fields.read_wanted("unit", money)?,
        grace: fields.maybe("grace", number)?.unwrap_or(0),
    })
}

fn household(fields: &mut Fields<'_>) -> Read<Household> {
    Ok(Household { income: fields.read_wanted("income", money)?, costs: fields.read_wanted("costs", money)? })
}

fn project(fields: &mut Fields<'_>) -> Read<Project> {
    Ok(Project {
        sales: fields.read_wanted("sales", money)?,
        variable: sum(fields, "variable")?,
        fixed: sum(fields, "fixed")?,
    })
}

/// The sum of named amounts; nothing of none.
fn sum(fields: &mut Fields<'_>, key: &str) -> Read<Money> {
    let Some(named) = fields.get(key) else { return Ok(Money::ZERO) };
    let amounts = Fields::of(key, named)?.rest().into_values().map(money).collect::<Read<Vec<_>>>()?;
    Ok(Money::sum(amounts)?)
}

fn budget(fields: &mut Fields<'_>) -> Read<Option<Vec<BudgetLine>>> {
    let kinds = [("in_kind", LineKind::InKind), ("operating", LineKind::Operating)];
    let line = |fields: &mut Fields<'_>| {
        Ok(BudgetLine {
            item: fields.read_wanted("item", text)?,
            kind: fields.read_wanted("kind", |value| reader::word(value, &kinds))?,
            amount: fields.read_wanted("amount", money)?,
            quotes: fields.many("quotes", quote)?,
            chosen: fields.maybe("chosen", text)?,
            reason: fields.maybe("reason", text)?,
        })
    };
    if fields.has("budget") { fields.many("budget", line).map(Some) } else { Ok(None) }
}

fn quote(fields: &mut Fields<'_>) -> Read<Quote> {
    Ok(Quote {
        supplier: fields.read_wanted("supplier", text)?,
        amount: fields.read_wanted("amount", money)?,
        until: fields.maybe("until", day)?,
    })
}

fn read_settings(changed: Option<Fields<'_>>) -> Read<Settings> {
    let mut settings = Settings::default();
    change(changed, |fields| {
        let own = &mut settings;
        fields.set("instalment_percent", &mut own.instalment_percent, number)?;
        fields.set("project_share_percent", &mut own.project_share_percent, number)?;
        fields.set("stress_sales_percent", &mut own.stress_sales_percent, number)?;
        fields.set("cash_percent", &mut own.cash_percent, number)?;
        fields.set("quotes_from", &mut own.quotes_from, money)?;
        fields.set("quotes_needed", &mut own.quotes_needed, number)?;
        decision_limit(fields, &mut own.decision_limit)
    })?;
    Ok(settings)
}
