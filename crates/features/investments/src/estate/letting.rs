//! A unit is let; a lease ends early; another rent holds from a due on.

use super::leases::{self, LEASE, Lease};
use super::units;
use crate::inputs::{AddLease, ChangeRent, EndLease};
use crate::model::{IncomeProof, SavedLease};
use crate::rents::{dues, facts};
use crate::rules::{
    self, ADDED_ALREADY, DUE_POSTED, FILE_MISSING, NOT_OWNED, OVERLAP, REASON_MISSING, TENANT_UNKNOWN, UNIT_CLOSED,
};
use crate::{books, store};
use database::values;
use investing::RentChange;
use kernel::id::PartyId;
use kernel::{Refusal, Result, require};
use office::context::Write;
use parties::inputs::{DifferentFrom, NewParty, WhoIsLike};
use parties::{PartyKind, find_party};

pub fn add_lease(cx: &Write<'_>, input: AddLease) -> Result<SavedLease> {
    require(leases::find(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    let unit = units::unit(cx, input.unit)?;
    let building = store::investment(cx, unit.investment)?;
    let cost = books::cost(cx, &building)?;
    require(cost.is_positive(), NOT_OWNED)?;
    require(unit.facts.closed_on.is_none(), Refusal::new(UNIT_CLOSED).at("unit"))?;
    rules::may_start(input.starts, cx.today())?;
    if let Some(deposit) = input.deposit {
        rules::positive("deposit", deposit)?;
    }
    let notes = rules::text("notes", &input.notes)?;
    let mut new = Lease {
        id: input.id,
        lease_no: String::new(),
        unit: unit.id,
        unit_name: unit.facts.name.clone(),
        investment: building.id,
        investment_name: building.facts.name.clone(),
        fund: building.fund()?,
        tenant: input.tenant,
        tenant_name: String::new(),
        start: input.starts,
        months: input.months,
        annual: input.annual,
        pays: input.pays,
        calendar: input.calendar,
        deposit: input.deposit,
        income_proof: input.income_proof,
        notes,
        last_day: input.starts,
        ended_on: None,
        ended_reason: String::new(),
        changes: Vec::new(),
        search: String::new(),
    };
    let terms = new.terms();
    terms.check()?;
    new.last_day = terms.last()?;
    for other in leases::of_unit(cx, unit.id)? {
        let taken = Refusal::new(OVERLAP).with("number", &other.lease_no).with("tenant", &other.tenant_name);
        require(!terms.overlaps(&other.terms())?, taken.at("starts"))?;
    }
    tenant(cx, &input)?;
    new.lease_no = leases::next_number(cx)?;
    leases::insert(cx, &new)?;
    cx.passed(LEASE, new.id)?;
    leases::told(cx, None, new.id)?;
    Ok(SavedLease { lease: new.id, lease_no: new.lease_no })
}

/// The tenant: somebody the office knows, or a new party; of limited income by their file where it says so.
fn tenant(cx: &Write<'_>, input: &AddLease) -> Result<()> {
    if input.known {
        let known = find_party(cx, input.tenant)?;
        require(known.is_some(), Refusal::new(TENANT_UNKNOWN).at("tenant"))?;
        parties::standing(cx, input.tenant)?;
    } else {
        let another = rules::line("another", &input.another)?;
        let asked = WhoIsLike {
            party: None,
            name: input.party.name.clone(),
            identity: input.identity.number.clone().unwrap_or_default(),
            mobile: input.party.mobile.clone(),
            born_on: None,
            sex: None,
        };
        let different = if another.is_empty() {
            Vec::new()
        } else {
            let likely = parties::likely_duplicates(cx, &asked)?;
            likely.people.into_iter().map(|one| DifferentFrom { party: one.party, reason: another.clone() }).collect()
        };
        parties::add(
            cx,
            NewParty {
                id: input.tenant,
                kind: PartyKind::Person,
                facts: input.party.clone(),
                identity: input.identity.clone(),
                different,
                exception: String::new(),
            },
        )?;
    }
    let needs_file = input.income_proof == IncomeProof::File;
    require(!needs_file || has_file(cx, input.tenant)?, Refusal::new(FILE_MISSING).at("income_proof"))
}

fn has_file(cx: &Write<'_>, party: PartyId) -> Result<bool> {
    let sql = "SELECT 1 AS found FROM file_number WHERE party = $1";
    Ok(cx.row(sql, values![party], |_| Ok(()))?.is_some())
}

/// It ends on a day: dues after it are gone, those before stay whole.
pub fn end_lease(cx: &Write<'_>, input: EndLease) -> Result<SavedLease> {
    let before = leases::lease(cx, input.id)?;
    before.terms().may_end_on(input.ends)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    let rents = facts::Facts::of(cx, &before)?;
    if let Some(day) = rents.posted_after(input.ends) {
        return Err(Refusal::new(DUE_POSTED).with("day", day).at("ends").into());
    }
    cx.claim(LEASE, input.id, input.version)?;
    cx.run(
        "UPDATE lease SET last_day = $1, ended_on = $1, ended_reason = $2 WHERE id = $3",
        values![input.ends, reason, input.id],
    )?;
    leases::told(cx, Some(&before), input.id)?;
    Ok(SavedLease { lease: before.id, lease_no: before.lease_no })
}

/// Another rent holds from a due on; what was posted otherwise gets the difference.
pub fn change_rent(cx: &Write<'_>, input: ChangeRent) -> Result<SavedLease> {
    let before = leases::lease(cx, input.id)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    before.terms().with_rent(RentChange { from: input.due_from, annual: input.annual })?;
    cx.claim(LEASE, input.id, input.version)?;
    let sql = "SELECT COALESCE(max(place), 0) + 1 AS place FROM lease_rent WHERE lease = $1";
    let place: i64 = cx.one(sql, values![input.id], |row| row.get("place"))?;
    cx.run(
        "INSERT INTO lease_rent (lease, place, from_day, annual, reason, made_on, made_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![input.id, place, input.due_from, input.annual, reason, cx.today(), cx.who.id],
    )?;
    dues::adjust(cx, &leases::lease(cx, input.id)?)?;
    leases::told(cx, Some(&before), input.id)?;
    Ok(SavedLease { lease: before.id, lease_no: before.lease_no })
}
