//! Leases, rows in and out.

use crate::model::{IncomeProof, LeaseRentChange};
use database::{Read, Row, values};
use investing::{LeaseCalendar, LeaseTerms, RentChange};
use kernel::arabic::fold;
use kernel::id::{FundId, InvestmentId, LeaseId, PartyId, UnitId};
use kernel::{Day, Failure, Hijri, Money, Result};
use office::context::Write;
use office::feature::Subject;
use serde::Serialize;

/// The kind of record a lease is.
pub const LEASE: &str = "lease";
/// The series of their numbers, anew each Hijri year.
const NUMBERS: &str = "lease";

/// A lease as its verbs know it, and as the audit trail keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lease {
    pub id: LeaseId,
    pub lease_no: String,
    pub unit: UnitId,
    pub unit_name: String,
    pub investment: InvestmentId,
    pub investment_name: String,
    #[serde(skip)]
    pub fund: FundId,
    pub tenant: PartyId,
    pub tenant_name: String,
    pub start: Day,
    pub months: u32,
    pub annual: Money,
    pub pays: u32,
    pub calendar: LeaseCalendar,
    pub deposit: Option<Money>,
    pub income_proof: IncomeProof,
    pub notes: String,
    pub last_day: Day,
    pub ended_on: Option<Day>,
    pub ended_reason: String,
    /// Rents that were decided later: from which due on, and how much a year.
    pub changes: Vec<(Day, Money)>,
    #[serde(skip)]
    pub search: String,
}

impl Lease {
    /// What its dues follow from.
    pub fn terms(&self) -> LeaseTerms {
        LeaseTerms {
            start: self.start,
            months: self.months,
            annual: self.annual,
            pays: self.pays,
            calendar: self.calendar,
            changes: self.changes.iter().map(|(from, annual)| RentChange { from: *from, annual: *annual }).collect(),
            ended: self.ended_on,
        }
    }

    /// What is paid a month, as the newest rent that holds on a day says.
    ///
    /// # Errors
    /// Beyond what money can be.
    pub fn monthly(&self, day: Day) -> Result<Money> {
        let holds = self.changes.iter().rfind(|(from, _)| *from <= day);
        investing::part(holds.map_or(self.annual, |(_, annual)| *annual), 1, 12)
    }
}

pub const fn subject(id: LeaseId) -> Subject {
    Subject { kind: LEASE, id: *id.as_bytes() }
}

const SELECT: &str = "SELECT l.id, l.lease_no, l.unit, u.name AS unit_name, u.investment, i.name AS investment_name, i.fund, \
                      l.tenant, COALESCE(p.name, '') AS tenant_name, l.start, l.months, l.annual, l.pays, l.calendar, \
                      l.deposit, l.income_proof, l.notes, l.last_day, l.ended_on, l.ended_reason, l.search_fold \
                      FROM lease l JOIN unit u ON u.id = l.unit JOIN investment i ON i.id = u.investment \
                      LEFT JOIN party_name p ON p.id = l.tenant";

fn lease_row(row: &Row<'_>) -> Result<Lease> {
    let calendar: String = row.get("calendar")?;
    Ok(Lease {
        id: row.get("id")?,
        lease_no: row.get("lease_no")?,
        unit: row.get("unit")?,
        unit_name: row.get("unit_name")?,
        investment: row.get("investment")?,
        investment_name: row.get("investment_name")?,
        fund: row.get("fund")?,
        tenant: row.get("tenant")?,
        tenant_name: row.get("tenant_name")?,
        start: row.get("start")?,
        months: row.get("months")?,
        annual: row.get("annual")?,
        pays: row.get("pays")?,
        calendar: if calendar == "hijri" { LeaseCalendar::Hijri } else { LeaseCalendar::Gregorian },
        deposit: row.get("deposit")?,
        income_proof: row.get("income_proof")?,
        notes: row.get("notes")?,
        last_day: row.get("last_day")?,
        ended_on: row.get("ended_on")?,
        ended_reason: row.get("ended_reason")?,
        changes: Vec::new(),
        search: row.get("search_fold")?,
    })
}

fn with_changes(db: &Read<'_>, mut found: Vec<Lease>) -> Result<Vec<Lease>> {
    let sql = "SELECT lease, from_day, annual FROM lease_rent ORDER BY lease, place";
    let changes: Vec<(LeaseId, Day, Money)> =
        db.rows(sql, values![], |row| Ok((row.get("lease")?, row.get("from_day")?, row.get("annual")?)))?;
    for one in &mut found {
        let own = changes.iter().filter(|(lease, ..)| *lease == one.id);
        one.changes = own.map(|(_, from, annual)| (*from, *annual)).collect();
    }
    Ok(found)
}

/// # Errors
/// What the database refuses.
pub fn find(db: &Read<'_>, id: LeaseId) -> Result<Option<Lease>> {
    let found = db.rows(&format!("{SELECT} WHERE l.id = $1"), values![id], lease_row)?;
    Ok(with_changes(db, found)?.into_iter().next())
}

/// # Errors
/// Not found.
pub fn lease(db: &Read<'_>, id: LeaseId) -> Result<Lease> {
    find(db, id)?.ok_or(Failure::not_found(LEASE))
}

/// Every lease, the newest first.
///
/// # Errors
/// What the database refuses.
pub fn all(db: &Read<'_>) -> Result<Vec<Lease>> {
    let found = db.rows(&format!("{SELECT} ORDER BY l.start DESC, l.lease_no DESC"), values![], lease_row)?;
    with_changes(db, found)
}

/// # Errors
/// What the database refuses.
pub fn of_unit(db: &Read<'_>, unit: UnitId) -> Result<Vec<Lease>> {
    let found = db.rows(&format!("{SELECT} WHERE l.unit = $1 ORDER BY l.start DESC"), values![unit], lease_row)?;
    with_changes(db, found)
}

/// # Errors
/// Not found.
pub fn label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT lease_no FROM lease WHERE id = $1";
    db.row(sql, values![id], |row| row.get("lease_no"))?.ok_or(Failure::not_found(LEASE))
}

/// Whom a lease is about: its tenant.
///
/// # Errors
/// Not found.
pub fn about(db: &Read<'_>, id: [u8; 16]) -> Result<Option<PartyId>> {
    lease(db, LeaseId::from_bytes(id)).map(|one| Some(one.tenant))
}

/// Whether a unit of an investment is let on a day, or later.
///
/// # Errors
/// What the database refuses.
pub fn runs_on(db: &Read<'_>, investment: InvestmentId, day: Day) -> Result<bool> {
    let sql = "SELECT 1 AS found FROM lease l JOIN unit u ON u.id = l.unit WHERE u.investment = $1 AND l.last_day >= $2 LIMIT 1";
    Ok(db.row(sql, values![investment, day], |_| Ok(()))?.is_some())
}

/// Whether a unit is let on a day after another.
///
/// # Errors
/// What the database refuses.
pub fn unit_let_after(db: &Read<'_>, unit: UnitId, day: Day) -> Result<bool> {
    let sql = "SELECT 1 AS found FROM lease WHERE unit = $1 AND last_day > $2 LIMIT 1";
    Ok(db.row(sql, values![unit, day], |_| Ok(()))?.is_some())
}

/// The next number of a lease: of its Hijri year.
///
/// # Errors
/// A day beyond the Hijri calendar.
pub fn next_number(cx: &Write<'_>) -> Result<String> {
    let year = i64::from(Hijri::from_day(cx.today()).ok_or(kernel::refusals::HIJRI_RANGE)?.year());
    Ok(format!("J-{year}-{:03}", cx.next_number(NUMBERS, year)?))
}

/// # Errors
/// What the database refuses.
pub fn insert(cx: &Write<'_>, new: &Lease) -> Result<()> {
    let calendar = match new.calendar {
        LeaseCalendar::Hijri => "hijri",
        LeaseCalendar::Gregorian => "gregorian",
    };
    cx.run(
        "INSERT INTO lease (id, lease_no, unit, tenant, start, months, annual, pays, calendar, deposit, income_proof, notes, \
         last_day, search_fold, made_on, made_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        values![
            new.id,
            new.lease_no.as_str(),
            new.unit,
            new.tenant,
            new.start,
            i64::from(new.months),
            new.annual,
            i64::from(new.pays),
            calendar,
            new.deposit,
            new.income_proof,
            new.notes.as_str(),
            new.last_day,
            "",
            cx.today(),
            cx.who.id
        ],
    )?;
    refresh(cx, &lease(cx, new.id)?)
}

/// What a lease is found by follows from its unit and the tenant's name.
///
/// # Errors
/// What the database refuses.
pub fn refresh(cx: &Write<'_>, one: &Lease) -> Result<()> {
    let text = [&one.lease_no, &one.tenant_name, &one.unit_name, &one.investment_name].map(|text| fold(text)).join(" ");
    cx.run("UPDATE lease SET search_fold = $1 WHERE id = $2", values![text, one.id])?;
    Ok(())
}

/// A party has another name: what leases are found by follows.
///
/// # Errors
/// What the database refuses.
pub fn party_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    let party = PartyId::from_bytes(id);
    let found = cx.rows(&format!("{SELECT} WHERE l.tenant = $1"), values![party], lease_row)?;
    found.iter().try_for_each(|one| refresh(cx, one))
}

/// Rents that were decided later, in their order.
///
/// # Errors
/// What the database refuses.
pub fn changes(db: &Read<'_>, id: LeaseId) -> Result<Vec<LeaseRentChange>> {
    let sql = "SELECT r.from_day, r.annual, r.reason, r.made_on, COALESCE(m.name, '') AS made_by_name FROM lease_rent r \
               LEFT JOIN user_name m ON m.id = r.made_by WHERE r.lease = $1 ORDER BY r.place";
    db.rows(sql, values![id], |row| {
        Ok(LeaseRentChange {
            from: row.get("from_day")?,
            annual: row.get("annual")?,
            reason: row.get("reason")?,
            made_on: row.get("made_on")?,
            made_by_name: row.get("made_by_name")?,
        })
    })
}

/// Tells the trail of a change.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&Lease>, id: LeaseId) -> Result<()> {
    let after = lease(cx, id)?;
    match before {
        Some(before) => cx.changed(LEASE, id, &after.lease_no, before, &after)?,
        None => cx.changed(LEASE, id, &after.lease_no, &(), &after)?,
    }
    cx.record_changed(subject(id))
}
