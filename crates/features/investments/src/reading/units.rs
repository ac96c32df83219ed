//! Units as lists show them: who lives there, what is late, what they return; and who may be a tenant.

use super::list::year_before;
use crate::books;
use crate::estate::leases::{self, Lease};
use crate::estate::units::UNIT;
use crate::inputs::{FindTenants, ListUnits};
use crate::model::{
    KnownTenant, KnownTenants, RentStanding, UnitFacts, UnitLine, UnitPage, UnitStanding, UnitStandingCount,
};
use crate::rents::list as rents;
use crate::rules::ENDING_DAYS;
use database::values;
use investing::percent_of;
use kernel::arabic::{Reading, fold};
use kernel::id::{InvestmentId, UnitId};
use kernel::{Day, Money, Result};
use office::context::Read;
use office::order::{Rank, in_order};
use office::page::{as_meant, page_of};
use std::collections::BTreeMap;

pub fn units(cx: &Read<'_>, input: ListUnits) -> Result<UnitPage> {
    let all = all(cx)?;
    as_meant(cx, &input.text, |page: &UnitPage| page.total == 0, |reading| Ok(page(&input, &all, reading)))
}

/// What of rents is told of a unit.
#[derive(Default)]
struct Owed {
    late: Money,
    since: Option<Day>,
    next: Option<Day>,
}

/// # Errors
/// What the database refuses.
pub fn all(cx: &Read<'_>) -> Result<Vec<UnitLine>> {
    let today = cx.today();
    let sums = books::sums(cx, year_before(today)?, today)?;
    let versions = cx.versions(UNIT)?;
    let mut owed: BTreeMap<UnitId, Owed> = BTreeMap::new();
    for found in rents::all(cx, today)? {
        let one = found.line;
        let unit = owed.entry(one.unit).or_default();
        match one.standing {
            RentStanding::Late | RentStanding::Unposted => {
                unit.late = unit.late.plus(one.left)?;
                unit.since = [unit.since, Some(one.due)].into_iter().flatten().min();
            }
            RentStanding::Due | RentStanding::Coming => {
                unit.next = [unit.next, Some(one.due)].into_iter().flatten().min();
            }
            RentStanding::Paid => {}
        }
    }
    let mut of_unit: BTreeMap<UnitId, Vec<Lease>> = BTreeMap::new();
    for lease in leases::all(cx)? {
        of_unit.entry(lease.unit).or_default().push(lease);
    }
    let sql = "SELECT u.id, u.investment, i.name AS investment_name, u.added_on FROM unit u JOIN investment i ON i.id = u.investment \
               ORDER BY i.name, u.name";
    let rows: Vec<(UnitId, InvestmentId, String, Day)> = cx.rows(sql, values![], |row| {
        Ok((row.get("id")?, row.get("investment")?, row.get("investment_name")?, row.get("added_on")?))
    })?;
    let mut lines = Vec::new();
    for (unit, investment, investment_name, added_on) in rows {
        let facts: UnitFacts = cx.record(unit)?.unwrap_or_default();
        let own = of_unit.remove(&unit).unwrap_or_default();
        let lease = own.iter().find(|lease| lease.start <= today && today <= lease.last_day);
        let standing = match (lease, facts.closed_on) {
            (Some(_), _) => UnitStanding::Let,
            (None, Some(_)) => UnitStanding::Closed,
            (None, None) => UnitStanding::Vacant,
        };
        let ended = own.iter().map(|lease| lease.last_day).filter(|day| *day < today).max();
        let vacant_since = match standing {
            UnitStanding::Vacant => Some(ended.map_or(Ok(added_on), |day| day.plus_days(1))?),
            UnitStanding::Let | UnitStanding::Closed => None,
        };
        let owed = owed.remove(&unit).unwrap_or_default();
        let received = sums.of_units.get(&unit).copied().unwrap_or_default();
        lines.push(UnitLine {
            unit,
            version: versions.get(&unit.to_string()).map_or(0, |version| version.number),
            investment,
            investment_name,
            standing,
            lease: lease.map(|lease| lease.id),
            lease_no: lease.map(|lease| lease.lease_no.clone()).unwrap_or_default(),
            tenant: lease.map(|lease| lease.tenant),
            tenant_name: lease.map(|lease| lease.tenant_name.clone()).unwrap_or_default(),
            rent: lease.map(|lease| lease.monthly(today)).transpose()?,
            lease_ends: lease.map(|lease| lease.last_day),
            left: lease.map(|lease| lease.last_day.days_since(today)),
            next_due: owed.next,
            late: owed.late,
            late_since: owed.since,
            vacant_since,
            received,
            yield_points: percent_of(received.halalas(), facts.cost.halalas()),
            facts,
        });
    }
    Ok(lines)
}

fn page(input: &ListUnits, all: &[UnitLine], reading: Option<&Reading>) -> UnitPage {
    let words: Vec<&str> = reading.map(|reading| reading.text.split(' ').collect()).unwrap_or_default();
    let says = |one: &UnitLine| {
        let text =
            [&one.facts.name, &one.investment_name, &one.tenant_name, &one.lease_no].map(|text| fold(text)).join(" ");
        words.iter().all(|word| text.contains(word))
    };
    let found: Vec<&UnitLine> = all
        .iter()
        .filter(|one| says(one))
        .filter(|one| input.investment.is_none_or(|id| one.investment == id))
        .filter(|one| !input.ending || one.left.is_some_and(|left| left <= ENDING_DAYS))
        .collect();
    let count = |standing| i64::try_from(found.iter().filter(|one| one.standing == standing).count()).unwrap_or(0);
    let standings = UnitStanding::ALL
        .iter()
        .map(|standing| UnitStandingCount { standing: *standing, count: count(*standing) })
        .collect();
    let wanted = |one: &&&UnitLine| input.standing.is_empty() || input.standing.contains(&one.standing);
    let mut chosen: Vec<UnitLine> = found.iter().filter(wanted).map(|one| (*one).clone()).collect();
    in_order(&mut chosen, input.order.as_ref(), |one, key| {
        Some(match key {
            "name" => Rank::from(&one.facts.name),
            "building" => (&one.investment_name).into(),
            "usage" => one.facts.usage.name().into(),
            "standing" => one.standing.name().into(),
            "tenant" => (&one.tenant_name).into(),
            "cost" => one.facts.cost.into(),
            "rent" => one.rent.into(),
            "lease_ends" => one.lease_ends.map_or(Rank::Empty, Rank::from),
            "next_due" => one.next_due.map_or(Rank::Empty, Rank::from),
            "late" => one.late.into(),
            "vacant_since" => one.vacant_since.map_or(Rank::Empty, Rank::from),
            "received" => one.received.into(),
            "yield" => one.yield_points.into(),
            _ => return None,
        })
    });
    let total = i64::try_from(chosen.len()).unwrap_or(0);
    UnitPage { lines: page_of(chosen, input.offset, input.limit), total, standings }
}

/// People the office knows, by name or mobile; those with a file are named with it.
pub fn tenants(cx: &Read<'_>, input: FindTenants) -> Result<KnownTenants> {
    let words = fold(&input.text);
    if words.trim().chars().count() < 2 {
        return Ok(KnownTenants { people: Vec::new() });
    }
    let sql = "SELECT p.id, p.name, p.mobile, COALESCE(f.file_no, '') AS file_no FROM party_card p \
               LEFT JOIN file_number f ON f.party = p.id WHERE p.kind = 'person' AND p.merged_into IS NULL ORDER BY p.name";
    let all = cx.rows(sql, values![], |row| {
        Ok(KnownTenant {
            party: row.get("id")?,
            name: row.get("name")?,
            mobile: row.get("mobile")?,
            file_no: row.get("file_no")?,
        })
    })?;
    let fits = |one: &KnownTenant| {
        let text = [&one.name, &one.mobile, &one.file_no].map(|text| fold(text)).join(" ");
        words.split(' ').all(|word| text.contains(word))
    };
    Ok(KnownTenants { people: all.into_iter().filter(fits).take(20).collect() })
}
