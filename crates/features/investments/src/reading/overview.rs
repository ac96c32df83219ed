//! The whole of investments at one glance.

use super::list::{self, year_before};
use crate::allocation;
use crate::books;
use crate::estate::leases;
use crate::model::{InvestmentKind, InvestmentStanding, InvestmentsOverview, KindSum, RentStanding};
use crate::rents::list as rents;
use database::values;
use investing::{Let, Owned, let_on, occupancy, percent_of};
use kernel::id::{InvestmentId, LeaseId, UnitId};
use kernel::{Day, Money, Result};
use office::context::Read;
use office::input::Nothing;
use std::collections::{BTreeMap, BTreeSet};

pub fn overview(cx: &Read<'_>, _: Nothing) -> Result<InvestmentsOverview> {
    let today = cx.today();
    let from = year_before(today)?;
    let all: Vec<_> = list::all(cx)?.into_iter().map(|found| found.line).collect();
    let cost = Money::sum(all.iter().map(|one| one.cost))?;
    let received = Money::sum(all.iter().map(|one| one.received))?;
    let mut kinds = Vec::new();
    for kind in InvestmentKind::ALL {
        let own: Vec<_> = all.iter().filter(|one| one.kind == *kind).collect();
        let held = own.iter().filter(|one| one.standing == InvestmentStanding::Owned).count();
        let cost = Money::sum(own.iter().map(|one| one.cost))?;
        let received = Money::sum(own.iter().map(|one| one.received))?;
        kinds.push(KindSum {
            kind: *kind,
            count: i64::try_from(held).unwrap_or(0),
            cost,
            received,
            yield_points: percent_of(received.halalas(), cost.halalas()),
        });
    }
    let (mut late, mut late_since, mut unposted) = (Money::ZERO, None, 0);
    let mut late_leases: BTreeSet<LeaseId> = BTreeSet::new();
    for found in rents::all(cx, today)? {
        let line = found.line;
        match line.standing {
            RentStanding::Late => {
                late = late.plus(line.left)?;
                late_since = [late_since, Some(line.due)].into_iter().flatten().min();
                late_leases.insert(line.lease);
            }
            RentStanding::Unposted => unposted += 1,
            RentStanding::Paid | RentStanding::Due | RentStanding::Coming => {}
        }
    }
    let (owned, lets) = held(cx)?;
    let (units_let, units) = let_on(&owned, &lets, today);
    let (decided, transferred) = allocation::shares::decided_and_moved(cx, from, today)?;
    Ok(InvestmentsOverview {
        today,
        from,
        cost,
        received,
        yield_points: percent_of(received.halalas(), cost.halalas()),
        kinds,
        late,
        late_leases: i64::try_from(late_leases.len()).unwrap_or(0),
        late_since,
        units: i64::try_from(units).unwrap_or(0),
        units_let: i64::try_from(units_let).unwrap_or(0),
        occupancy_points: occupancy(&owned, &lets, from, today)?.percent(),
        unposted,
        decided,
        transferred,
    })
}

/// The units that are or were owned with their days, and the days on which they are let.
///
/// # Errors
/// What the database refuses.
pub fn held(cx: &Read<'_>) -> Result<(Vec<Owned<UnitId>>, Vec<Let<UnitId>>)> {
    let mut bought: BTreeMap<InvestmentId, Day> = cx
        .rows(
            "SELECT investment, min(day) AS day FROM investment_posting WHERE kind = 'bought' GROUP BY investment",
            values![],
            |row| Ok((row.get("investment")?, row.get("day")?)),
        )?
        .into_iter()
        .collect();
    let opened = "SELECT id, fund, decided_on FROM investment WHERE opened_cost IS NOT NULL AND state = 'approved'";
    let opened: Vec<(InvestmentId, kernel::id::FundId, Day)> =
        cx.rows(opened, values![], |row| Ok((row.get("id")?, row.get("fund")?, row.get("decided_on")?)))?;
    for (id, fund, decided) in opened {
        bought.insert(id, books::opening_day(cx, fund)?.unwrap_or(decided));
    }
    let sold: BTreeMap<InvestmentId, Day> = cx
        .rows(
            "SELECT e.investment, max(v.day) AS day FROM investment_entry e JOIN voucher v ON v.id = e.entry \
             WHERE e.kind = 'sold' AND e.share_points = 10000 \
             AND NOT EXISTS (SELECT 1 FROM voucher u WHERE u.reverses = v.id) GROUP BY e.investment",
            values![],
            |row| Ok((row.get("investment")?, row.get("day")?)),
        )?
        .into_iter()
        .collect();
    let units: Vec<(UnitId, InvestmentId, Option<Day>)> =
        cx.rows("SELECT id, investment, closed_on FROM unit", values![], |row| {
            Ok((row.get("id")?, row.get("investment")?, row.get("closed_on")?))
        })?;
    let owned = units
        .into_iter()
        .filter_map(|(unit, investment, closed)| {
            let from = bought.get(&investment).copied()?;
            let closed = closed.and_then(|day| day.plus_days(1).ok());
            let gone = [sold.get(&investment).copied(), closed].into_iter().flatten().min();
            Some(Owned { unit, from, sold: gone })
        })
        .collect();
    let lets = leases::all(cx)?
        .into_iter()
        .map(|lease| Let { unit: lease.unit, first: lease.start, last: lease.last_day })
        .collect();
    Ok((owned, lets))
}
