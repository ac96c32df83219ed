//! The list of rents: every due of every lease with what is left of it, today or as it stood on a day. What is late stays here after
//! the lease has ended.

use super::facts::Facts;
use crate::books;
use crate::estate::leases::{self, Lease};
use crate::inputs::ListRents;
use crate::model::{RentLine, RentPage, RentStanding, RentStandingCount};
use crate::rules::rent_standing;
use database::values;
use kernel::arabic::Reading;
use kernel::id::PartyId;
use kernel::{Day, Money, Result};
use office::context::Read;
use office::order::{Rank, in_order};
use office::page::{as_meant, page_of};
use std::collections::BTreeMap;

/// How far ahead dues are listed, in days.
const AHEAD: i32 = 400;

pub fn rents(cx: &Read<'_>, input: ListRents) -> Result<RentPage> {
    let on = input.on.unwrap_or(cx.today());
    let all = all(cx, on)?;
    as_meant(cx, &input.text, |page: &RentPage| page.total == 0, |reading| page(&input, &all, reading))
}

/// A due with what it is found by.
pub struct Found {
    pub line: RentLine,
    search: String,
}

/// # Errors
/// What the database refuses.
pub fn all(cx: &Read<'_>, on: Day) -> Result<Vec<Found>> {
    let mut postings = books::of_leases(cx)?;
    let mobiles = mobiles(cx)?;
    let mut found = Vec::new();
    for lease in leases::all(cx)? {
        let own = postings.remove(&lease.id).unwrap_or_default();
        let facts = Facts::from(cx, &lease, own)?;
        let mobile = mobiles.get(&lease.tenant).cloned().unwrap_or_default();
        let lines = lines(&lease, &facts, on, &mobile)?;
        found.extend(lines.into_iter().map(|line| Found { line, search: lease.search.clone() }));
    }
    Ok(found)
}

fn mobiles(cx: &Read<'_>) -> Result<BTreeMap<PartyId, String>> {
    let sql = "SELECT DISTINCT p.id, p.mobile FROM party_card p JOIN lease l ON l.tenant = p.id";
    Ok(cx.rows(sql, values![], |row| Ok((row.get("id")?, row.get("mobile")?)))?.into_iter().collect())
}

/// The dues of a lease as they stand on a day.
///
/// # Errors
/// Beyond what money can be.
pub fn lines(lease: &Lease, facts: &Facts, on: Day, mobile: &str) -> Result<Vec<RentLine>> {
    let rents = facts.on(on)?;
    let unpaid = rents.unpaid()?;
    let until = on.plus_days(AHEAD)?;
    facts
        .dues
        .iter()
        .filter(|due| due.day <= until)
        .map(|due| {
            let posted = rents.posted(due.no);
            let amount = posted.unwrap_or(due.amount);
            let open = unpaid.iter().find(|one| one.no == due.no).map_or(Money::ZERO, |one| one.left);
            let left = if posted.is_some() { open } else { amount };
            let standing = rent_standing(due.day, posted.is_some(), left, on);
            let late = matches!(standing, RentStanding::Late | RentStanding::Unposted);
            Ok(RentLine {
                key: format!("{}-{}", lease.id, due.no),
                lease: lease.id,
                lease_no: lease.lease_no.clone(),
                no: due.no,
                unit: lease.unit,
                unit_name: lease.unit_name.clone(),
                investment: lease.investment,
                investment_name: lease.investment_name.clone(),
                tenant: lease.tenant,
                tenant_name: lease.tenant_name.clone(),
                mobile: mobile.to_owned(),
                due: due.day,
                amount,
                paid: amount.minus(left)?,
                left,
                standing,
                late_days: if late { on.days_since(due.day).max(0) } else { 0 },
                ended: lease.last_day < on,
            })
        })
        .collect()
}

fn page(input: &ListRents, all: &[Found], reading: Option<&Reading>) -> Result<RentPage> {
    let words: Vec<&str> = reading.map(|reading| reading.text.split(' ').collect()).unwrap_or_default();
    let fits: Vec<&RentLine> = all
        .iter()
        .filter(|one| words.iter().all(|word| one.search.contains(word)))
        .map(|one| &one.line)
        .filter(|one| input.investment.is_none_or(|id| one.investment == id))
        .filter(|one| input.lease.is_none_or(|id| one.lease == id))
        .filter(|one| input.due_from.is_none_or(|day| one.due >= day))
        .filter(|one| input.due_until.is_none_or(|day| one.due <= day))
        .collect();
    let count = |standing| i64::try_from(fits.iter().filter(|one| one.standing == standing).count()).unwrap_or(0);
    let standings =
        RentStanding::ALL.iter().map(|standing| RentStandingCount { standing: *standing, count: count(*standing) });
    let standings: Vec<RentStandingCount> = standings.collect();
    let wanted = |one: &&&RentLine| input.standing.is_empty() || input.standing.contains(&one.standing);
    let mut chosen: Vec<RentLine> = fits.iter().filter(wanted).map(|one| (*one).clone()).collect();
    chosen.sort_by(|one, other| (one.due, &one.key).cmp(&(other.due, &other.key)));
    in_order(&mut chosen, input.order.as_ref(), |one, key| {
        Some(match key {
            "tenant" => Rank::from(&one.tenant_name),
            "unit" => (&one.unit_name).into(),
            "building" => (&one.investment_name).into(),
            "lease_no" => (&one.lease_no).into(),
            "due" => one.due.into(),
            "amount" => one.amount.into(),
            "paid" => one.paid.into(),
            "left" => one.left.into(),
            "late_days" => i64::from(one.late_days).into(),
            "standing" => one.standing.name().into(),
            _ => return None,
        })
    });
    let total = i64::try_from(chosen.len()).unwrap_or(0);
    let left = Money::sum(chosen.iter().filter(|one| one.standing != RentStanding::Coming).map(|one| one.left))?;
    let unposted = count(RentStanding::Unposted);
    Ok(RentPage { lines: page_of(chosen, input.offset, input.limit), total, left, standings, unposted })
}
