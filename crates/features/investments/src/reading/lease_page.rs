//! The page of a lease.

use crate::books;
use crate::estate::leases;
use crate::inputs::WhichLease;
use crate::model::{LeaseSheet, RentStanding, TenantFile};
use crate::rents::facts::Facts;
use crate::rents::{cheques, list};
use crate::rules::lease_standing;
use crate::store;
use beneficiaries::BENEFICIARIES_VIEW;
use database::values;
use kernel::id::PartyId;
use kernel::{Day, Money, Result};
use office::context::Read;

pub fn lease(cx: &Read<'_>, input: WhichLease) -> Result<LeaseSheet> {
    let today = cx.today();
    let one = leases::lease(cx, input.lease)?;
    let building = store::investment(cx, one.investment)?;
    let facts = Facts::of(cx, &one)?;
    let rents = facts.on(today)?;
    let (mobile, number) = card(cx, one.tenant)?;
    let lines = list::lines(&one, &facts, today, &mobile)?;
    let late: Vec<_> = lines.iter().filter(|line| line.standing == RentStanding::Late).collect();
    Ok(LeaseSheet {
        record: cx.version(leases::LEASE, one.id)?,
        lease: one.id,
        unit: one.unit,
        fund_name: building.fund_row(cx)?.name,
        place: building.facts.place,
        tenant: one.tenant,
        tenant_mobile: mobile,
        tenant_number: number,
        tenant_file: file(cx, one.tenant)?,
        income_proof: one.income_proof,
        start: one.start,
        last: one.last_day,
        months: one.months,
        annual: one.changes.iter().rfind(|(from, _)| *from <= today).map_or(one.annual, |(_, annual)| *annual),
        pays: one.pays,
        calendar: one.calendar,
        standing: lease_standing(one.start, one.last_day, today),
        ended_on: one.ended_on,
        owed: rents.owed()?,
        late: Money::sum(late.iter().map(|line| line.left))?,
        late_days: late.iter().map(|line| line.late_days).max().unwrap_or(0),
        unposted: i64::try_from(facts.unposted(today)?.len()).unwrap_or(0),
        credit: rents.credit()?,
        deposit_agreed: one.deposit,
        deposit: books::of_one_lease(cx, one.id, Day::LAST)?.deposit,
        changes: leases::changes(cx, one.id)?,
        cheques: cheques::of(cx, one.id, today)?,
        entries: books::shown(cx, &facts.postings)?,
        rents: lines,
        investment: one.investment,
        lease_no: one.lease_no,
        unit_name: one.unit_name,
        investment_name: one.investment_name,
        tenant_name: one.tenant_name,
        notes: one.notes,
        ended_reason: one.ended_reason,
    })
}

fn card(cx: &Read<'_>, party: PartyId) -> Result<(String, String)> {
    let sql = "SELECT mobile, number FROM party_card WHERE id = $1";
    let found: Option<(String, String)> =
        cx.row(sql, values![party], |row| Ok((row.get("mobile")?, row.get("number")?)))?;
    let (mobile, number) = found.unwrap_or_default();
    Ok((mobile, covered(&number)))
}

/// An identity number as pages show it: its last four digits.
fn covered(number: &str) -> String {
    let digits: Vec<char> = number.chars().collect();
    let shown = digits.len().saturating_sub(4);
    digits.iter().enumerate().map(|(place, digit)| if place < shown { '•' } else { *digit }).collect()
}

/// What the file of a tenant says, for whoever may see files.
fn file(cx: &Read<'_>, party: PartyId) -> Result<Option<TenantFile>> {
    if !cx.who.role.may(BENEFICIARIES_VIEW) {
        return Ok(None);
    }
    let sql = "SELECT file_no, status, COALESCE(class, '') AS class FROM file_card WHERE party = $1";
    cx.row(sql, values![party], |row| {
        Ok(TenantFile { file_no: row.get("file_no")?, status: row.get("status")?, class: row.get("class")? })
    })
}
