//! Units of a building, rows in and out.

use crate::books;
use crate::estate::leases;
use crate::inputs::{AddUnit, ChangeUnit};
use crate::model::{InvestmentKind, UnitFacts};
use crate::rules::{self, ADDED_ALREADY, NAME_TAKEN, NOT_PROPERTY, OTHER_UNIT, UNIT_COSTS, UNIT_LET};
use crate::store::{self, Investment};
use database::{Read, Value, values};
use kernel::arabic::fold;
use kernel::id::{InvestmentId, UnitId};
use kernel::{Failure, Money, Refusal, Result, require};
use office::context::Write;
use office::feature::Subject;
use office::input::Nothing;
use serde::Serialize;

/// The kind of record a unit is.
pub const UNIT: &str = "unit";

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unit {
    pub id: UnitId,
    pub investment: InvestmentId,
    pub facts: UnitFacts,
}

pub const fn subject(id: UnitId) -> Subject {
    Subject { kind: UNIT, id: *id.as_bytes() }
}

/// # Errors
/// What the database refuses.
pub fn find(db: &Read<'_>, id: UnitId) -> Result<Option<Unit>> {
    let found: Option<(UnitFacts, InvestmentId)> = db.record_and(id, &["investment"], |row| row.get("investment"))?;
    Ok(found.map(|(facts, investment)| Unit { id, investment, facts }))
}

/// # Errors
/// Not found.
pub fn unit(db: &Read<'_>, id: UnitId) -> Result<Unit> {
    find(db, id)?.ok_or(Failure::not_found(UNIT))
}

/// A unit that something of an investment names is one of its own.
///
/// # Errors
/// Not found; of another investment.
pub fn of(db: &Read<'_>, investment: InvestmentId, id: Option<UnitId>) -> Result<()> {
    let Some(id) = id else { return Ok(()) };
    require(unit(db, id)?.investment == investment, Refusal::new(OTHER_UNIT).at("unit"))
}

pub fn add_unit(cx: &Write<'_>, input: AddUnit) -> Result<Nothing> {
    require(find(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    let one = store::investment(cx, input.investment)?;
    require(one.facts.kind == InvestmentKind::Property, NOT_PROPERTY)?;
    let facts = lawful(cx, &one, input.id, &input.facts)?;
    let beside: Vec<(&str, Value)> = vec![
        ("investment", one.id.into()),
        ("name_fold", fold(&facts.name).into()),
        ("added_on", cx.today().into()),
        ("added_by", cx.who.id.into()),
    ];
    cx.db().insert_record(input.id, &facts, &beside)?;
    cx.passed(UNIT, input.id)?;
    told(cx, None, input.id)
}

pub fn change_unit(cx: &Write<'_>, input: ChangeUnit) -> Result<Nothing> {
    let before = unit(cx, input.id)?;
    let one = store::investment(cx, before.investment)?;
    let facts = lawful(cx, &one, input.id, &input.facts)?;
    if let Some(closed) = facts.closed_on {
        rules::happened("closed_on", closed, cx.today())?;
        require(!leases::unit_let_after(cx, input.id, closed)?, Refusal::new(UNIT_LET).at("closed_on"))?;
    }
    cx.claim(UNIT, input.id, input.version)?;
    let beside: Vec<(&str, Value)> = vec![("name_fold", fold(&facts.name).into())];
    cx.db().update_record(input.id, &facts, &beside)?;
    for lease in leases::of_unit(cx, input.id)? {
        leases::refresh(cx, &lease)?;
    }
    told(cx, Some(&before), input.id)
}

/// The costs of the units make no more than the building cost, or was decided to cost.
fn lawful(cx: &Write<'_>, one: &Investment, id: UnitId, typed: &UnitFacts) -> Result<UnitFacts> {
    let facts = rules::unit(typed)?;
    let sql = "SELECT 1 AS taken FROM unit WHERE investment = $1 AND name_fold = $2 AND id <> $3";
    let taken = cx.row(sql, values![one.id, fold(&facts.name), id], |_| Ok(()))?.is_some();
    require(!taken, Refusal::new(NAME_TAKEN).with("name", &facts.name).at("name"))?;
    let sql = "SELECT COALESCE(sum(cost), 0) AS cost FROM unit WHERE investment = $1 AND id <> $2";
    let others: Money = cx.one(sql, values![one.id, id], |row| row.get("cost"))?;
    let whole = books::cost(cx, one)?;
    let decided = one.approved_cost.or(one.facts.expected_cost).or(one.facts.opened_cost).unwrap_or_default();
    let most = whole.max(decided);
    let left = most.minus(others)?;
    let fits = facts.cost.is_zero() || facts.cost <= left;
    require(fits, Refusal::new(UNIT_COSTS).with("left", left.max(Money::ZERO)).at("cost"))?;
    Ok(facts)
}

fn told(cx: &Write<'_>, before: Option<&Unit>, id: UnitId) -> Result<Nothing> {
    let after = unit(cx, id)?;
    match before {
        Some(before) => cx.changed(UNIT, id, &after.facts.name, before, &after)?,
        None => cx.changed(UNIT, id, &after.facts.name, &(), &after)?,
    }
    cx.record_changed(subject(id))?;
    Ok(Nothing {})
}
