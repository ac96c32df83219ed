//! What waits at investments beyond an approval: rents that are due and not in the books, or late; leases that end; cheques whose
//! day has come; work that is due.

use crate::estate::{leases, maintenance};
use crate::inputs::{ListRents, WhichInvestment, WhichLease};
use crate::model::{LeaseStanding, RentLine, RentStanding};
use crate::rents::{cheques, list as rents};
use crate::rules::{ENDING_DAYS, lease_standing};
use crate::{INVESTMENT, INVESTMENTS_KEEP, INVESTMENTS_POST, LEASE, RENTS};
use kernel::id::LeaseId;
use kernel::{Day, Money, Result};
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};
use std::collections::BTreeMap;

/// Days before a maintenance from which on it is told.
const SOON: i32 = 7;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    let (posts, keeps) = (cx.who.role.may(INVESTMENTS_POST), cx.who.role.may(INVESTMENTS_KEEP));
    if !posts && !keeps {
        return Ok(tasks);
    }
    let lines: Vec<RentLine> = rents::all(cx, cx.today())?.into_iter().map(|found| found.line).collect();
    if posts {
        tasks.extend(unposted(&lines)?);
        tasks.extend(to_present(cx)?);
    }
    if keeps {
        tasks.extend(late(&lines)?);
        tasks.extend(ending(cx)?);
        tasks.extend(work(cx)?);
    }
    Ok(tasks)
}

fn with(mut task: Task, due: Option<Day>, args: &[(&str, String)]) -> Task {
    task.due = due;
    for (name, value) in args {
        task.args.insert((*name).to_owned(), value.clone());
    }
    task
}

/// Dues that have come and are not in the books, counted.
fn unposted(lines: &[RentLine]) -> Result<Option<Task>> {
    let open: Vec<&RentLine> = lines.iter().filter(|line| line.standing == RentStanding::Unposted).collect();
    let Some(first) = open.iter().map(|line| line.due).min() else { return Ok(None) };
    let asks = ListRents { standing: vec![RentStanding::Unposted], ..ListRents::default() };
    let task = Task::new("rents_unposted", RENTS.asking(&asks)?, Severity::Soon);
    Ok(Some(with(task, Some(first), &[("n", open.len().to_string())])))
}

/// Leases with rent that is late, each once, the longest late first.
fn late(lines: &[RentLine]) -> Result<Vec<Task>> {
    let mut by_lease: BTreeMap<LeaseId, (&RentLine, Money)> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.standing == RentStanding::Late) {
        let found = by_lease.entry(line.lease).or_insert((line, Money::ZERO));
        found.1 = found.1.plus(line.left)?;
        if line.due < found.0.due {
            found.0 = line;
        }
    }
    let mut found: Vec<(&RentLine, Money)> = by_lease.into_values().collect();
    found.sort_by_key(|(line, _)| line.due);
    found
        .into_iter()
        .take(usize::try_from(NAMED).unwrap_or(usize::MAX))
        .map(|(line, left)| {
            let target = LEASE.asking(&WhichLease { lease: line.lease })?;
            let args = [
                ("name", line.tenant_name.clone()),
                ("unit", line.unit_name.clone()),
                ("amount", left.halalas().to_string()),
            ];
            Ok(with(Task::new("rent_late", target, Severity::Late), Some(line.due), &args))
        })
        .collect()
}

fn ending(cx: &Read<'_>) -> Result<Vec<Task>> {
    let today = cx.today();
    let mut tasks = Vec::new();
    let all = leases::all(cx)?;
    for lease in &all {
        let left = lease.last_day.days_since(today);
        let running = lease_standing(lease.start, lease.last_day, today) == LeaseStanding::Running;
        let followed = all.iter().any(|other| other.unit == lease.unit && other.start > lease.last_day);
        if running && left <= ENDING_DAYS && !followed {
            let target = LEASE.asking(&WhichLease { lease: lease.id })?;
            let args = [("name", lease.tenant_name.clone()), ("unit", lease.unit_name.clone())];
            tasks.push(with(Task::new("lease_ends", target, Severity::Soon), Some(lease.last_day), &args));
        }
    }
    tasks.truncate(usize::try_from(NAMED).unwrap_or(usize::MAX));
    Ok(tasks)
}

fn to_present(cx: &Read<'_>) -> Result<Vec<Task>> {
    cheques::to_present(cx, cx.today(), NAMED)?
        .into_iter()
        .map(|found| {
            let target = LEASE.asking(&WhichLease { lease: found.lease })?;
            let args = [("number", found.cheque.cheque_no), ("bank", found.cheque.bank)];
            Ok(with(Task::new("cheque_present", target, Severity::Soon), Some(found.cheque.presents_on), &args))
        })
        .collect()
}

fn work(cx: &Read<'_>) -> Result<Vec<Task>> {
    let today = cx.today();
    maintenance::open_until(cx, today.plus_days(SOON)?, NAMED)?
        .into_iter()
        .map(|one| {
            let target = INVESTMENT.asking(&WhichInvestment { investment: one.investment })?;
            let severity = if one.planned_on < today { Severity::Late } else { Severity::Soon };
            let args = [("work", one.work), ("name", one.investment_name)];
            Ok(with(Task::new("maintenance_due", target, severity), Some(one.planned_on), &args))
        })
        .collect()
}
