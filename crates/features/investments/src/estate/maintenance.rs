//! The work that keeps a building: planned, done with what it cost, coming again.

use crate::estate::units;
use crate::inputs::{DropMaintenance, FinishMaintenance, PayCost, PlanMaintenance};
use crate::model::{InvestmentKind, MaintenanceLine};
use crate::money::paid;
use crate::rules::{self, ADDED_ALREADY, NOT_PROPERTY, REASON_MISSING, SETTLED_ALREADY, WORDS_MISSING};
use crate::store;
use database::{Read, Row, values};
use kernel::id::{InvestmentId, MaintenanceId};
use kernel::{Day, Failure, Result, require};
use office::context::{self, Write};
use office::input::Nothing;

/// The kind of record a maintenance is.
pub const MAINTENANCE: &str = "maintenance";

const SELECT: &str = "SELECT m.id, m.investment, i.name AS investment_name, m.unit, COALESCE(u.name, '') AS unit_name, m.work, \
                      m.planned_on, m.every_months, m.done_on, m.outcome, m.dropped_on, m.dropped_reason, e.amount AS cost \
                      FROM maintenance m JOIN investment i ON i.id = m.investment LEFT JOIN unit u ON u.id = m.unit \
                      LEFT JOIN investment_entry e ON e.entry = m.entry";

fn line(row: &Row<'_>, today: Day) -> Result<MaintenanceLine> {
    let planned_on: Day = row.get("planned_on")?;
    let done_on: Option<Day> = row.get("done_on")?;
    let dropped: Option<Day> = row.get("dropped_on")?;
    Ok(MaintenanceLine {
        maintenance: row.get("id")?,
        investment: row.get("investment")?,
        investment_name: row.get("investment_name")?,
        unit: row.get("unit")?,
        unit_name: row.get("unit_name")?,
        work: row.get("work")?,
        planned_on,
        every_months: row.get("every_months")?,
        standing: rules::maintenance_standing(planned_on, done_on.is_some(), dropped.is_some(), today),
        done_on,
        outcome: row.get("outcome")?,
        dropped_reason: row.get("dropped_reason")?,
        cost: row.get("cost")?,
        version: 0,
    })
}

/// # Errors
/// What the database refuses.
pub fn of(cx: &context::Read<'_>, id: InvestmentId) -> Result<Vec<MaintenanceLine>> {
    let sql = format!("{SELECT} WHERE m.investment = $1 ORDER BY m.done_on IS NOT NULL, m.planned_on, m.id");
    let today = cx.today();
    let mut found = cx.rows(&sql, values![id], |row| line(row, today))?;
    let versions = cx.versions(MAINTENANCE)?;
    for one in &mut found {
        one.version = versions.get(&one.maintenance.to_string()).map_or(0, |version| version.number);
    }
    Ok(found)
}

/// What is open until a day, the oldest first.
///
/// # Errors
/// What the database refuses.
pub fn open_until(cx: &context::Read<'_>, day: Day, most: i64) -> Result<Vec<MaintenanceLine>> {
    let sql = format!(
        "{SELECT} WHERE m.done_on IS NULL AND m.dropped_on IS NULL AND m.planned_on <= $1 ORDER BY m.planned_on LIMIT $2"
    );
    let today = cx.today();
    cx.rows(&sql, values![day, most], |row| line(row, today))
}

fn find(db: &Read<'_>, id: MaintenanceId, today: Day) -> Result<Option<MaintenanceLine>> {
    db.row(&format!("{SELECT} WHERE m.id = $1"), values![id], |row| line(row, today))
}

fn open(cx: &Write<'_>, id: MaintenanceId) -> Result<MaintenanceLine> {
    let found = find(cx, id, cx.today())?.ok_or(Failure::not_found(MAINTENANCE))?;
    require(found.done_on.is_none() && found.dropped_reason.is_empty(), SETTLED_ALREADY)?;
    Ok(found)
}

pub fn plan_maintenance(cx: &Write<'_>, input: PlanMaintenance) -> Result<Nothing> {
    require(find(cx, input.id, cx.today())?.is_none(), ADDED_ALREADY)?;
    let one = store::investment(cx, input.investment)?;
    require(one.facts.kind == InvestmentKind::Property, NOT_PROPERTY)?;
    units::of(cx, one.id, input.unit)?;
    let work = rules::said("work", &input.work, WORDS_MISSING)?;
    rules::planned(input.planned_on, input.every_months, cx.today())?;
    insert(cx, &PlanMaintenance { work, ..input.clone() })?;
    told(cx, None, input.id)
}

fn insert(cx: &Write<'_>, new: &PlanMaintenance) -> Result<()> {
    cx.run(
        "INSERT INTO maintenance (id, investment, unit, work, planned_on, every_months, made_on, made_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            new.id,
            new.investment,
            new.unit,
            new.work.as_str(),
            new.planned_on,
            new.every_months.map(i64::from),
            cx.today(),
            cx.who.id
        ],
    )?;
    cx.passed(MAINTENANCE, new.id)
}

/// It is done; what it cost waits as a voucher, and what comes again is planned anew.
pub fn finish_maintenance(cx: &Write<'_>, input: FinishMaintenance) -> Result<Nothing> {
    let before = open(cx, input.id)?;
    rules::happened("done_on", input.done_on, cx.today())?;
    let outcome = rules::said("outcome", &input.outcome, WORDS_MISSING)?;
    cx.claim(MAINTENANCE, input.id, input.version)?;
    let entry = input.cost.as_ref().map(|cost| cost.id);
    if let Some(cost) = input.cost {
        let paid = PayCost {
            id: cost.id,
            investment: before.investment,
            unit: before.unit,
            day: input.done_on,
            amount: cost.amount,
            payee: cost.payee,
            what: before.work.clone(),
            reference: cost.reference,
        };
        paid::pay_cost(cx, paid)?;
    }
    cx.run(
        "UPDATE maintenance SET done_on = $1, outcome = $2, entry = $3, settled_by = $4 WHERE id = $5",
        values![input.done_on, outcome, entry, cx.who.id, input.id],
    )?;
    if let (Some(months), Some(next)) = (before.every_months, input.next) {
        require(find(cx, next, cx.today())?.is_none(), ADDED_ALREADY)?;
        let planned_on = input.done_on.plus_months(i32::try_from(months).unwrap_or(i32::MAX))?;
        let again = PlanMaintenance {
            id: next,
            investment: before.investment,
            unit: before.unit,
            work: before.work.clone(),
            planned_on,
            every_months: before.every_months,
        };
        insert(cx, &again)?;
    }
    told(cx, Some(&before), input.id)
}

pub fn drop_maintenance(cx: &Write<'_>, input: DropMaintenance) -> Result<Nothing> {
    let before = open(cx, input.id)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    cx.claim(MAINTENANCE, input.id, input.version)?;
    cx.run(
        "UPDATE maintenance SET dropped_on = $1, dropped_reason = $2, settled_by = $3 WHERE id = $4",
        values![cx.today(), reason, cx.who.id, input.id],
    )?;
    told(cx, Some(&before), input.id)
}

fn told(cx: &Write<'_>, before: Option<&MaintenanceLine>, id: MaintenanceId) -> Result<Nothing> {
    let after = find(cx, id, cx.today())?.ok_or(Failure::not_found(MAINTENANCE))?;
    match before {
        Some(before) => cx.changed(MAINTENANCE, id, &after.work, before, &after)?,
        None => cx.changed(MAINTENANCE, id, &after.work, &(), &after)?,
    }
    cx.record_changed(store::subject(after.investment))?;
    Ok(Nothing {})
}
