//! Partners, rows in and out.

use crate::agreements;
use crate::model::PartnerFacts;
use crate::rules::{self, CLOSED, COMPONENT_UNKNOWN, KEEPER_UNKNOWN};
use database::{Read, values};
use kernel::arabic::fold;
use kernel::id::{AgreementId, PartyId, PersonId};
use kernel::{Day, Failure, Refusal, Result, require};
use office::context::Write;
use office::feature::Subject;
use serde::Serialize;

/// The kind of record a partner is: for documents, visits, versions and the audit trail.
pub const PARTNER: &str = "partner";

/// A partner as its verbs know it, and as the audit trail keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Partner {
    pub party: PartyId,
    pub facts: PartnerFacts,
    pub components: Vec<String>,
    pub closed_on: Option<Day>,
    pub closed_reason: String,
    #[serde(skip)]
    pub added_on: Day,
}

pub const fn subject(id: PartyId) -> Subject {
    Subject { kind: PARTNER, id: *id.as_bytes() }
}

/// # Errors
/// What the database refuses.
pub fn find(db: &Read<'_>, id: PartyId) -> Result<Option<Partner>> {
    let found = db.record_and(id, &["closed_on", "closed_reason", "added_on"], |row| {
        Ok((row.get("closed_on")?, row.get("closed_reason")?, row.get("added_on")?))
    })?;
    let Some((facts, (closed_on, closed_reason, added_on))) = found else { return Ok(None) };
    let sql = "SELECT component FROM partner_component WHERE partner = $1 ORDER BY component";
    let components = db.rows(sql, values![id], |row| row.get("component"))?;
    Ok(Some(Partner { party: id, facts, components, closed_on, closed_reason, added_on }))
}

/// # Errors
/// Not found.
pub fn partner(db: &Read<'_>, id: PartyId) -> Result<Partner> {
    find(db, id)?.ok_or(Failure::not_found(PARTNER))
}

/// A partner that something new may begin with.
///
/// # Errors
/// Not found; closed.
pub fn open_partner(db: &Read<'_>, id: PartyId) -> Result<Partner> {
    let found = partner(db, id)?;
    require(found.closed_on.is_none(), CLOSED)?;
    Ok(found)
}

/// The name of a partner.
///
/// # Errors
/// Not found.
pub fn name_of(db: &Read<'_>, id: PartyId) -> Result<String> {
    let sql = "SELECT name FROM partner_card WHERE party = $1";
    db.row(sql, values![id], |row| row.get("name"))?.ok_or(Failure::not_found(PARTNER))
}

/// # Errors
/// Not found.
pub fn label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    name_of(db, PartyId::from_bytes(id))
}

/// Whom a visit to a partner is about: the partner itself.
///
/// # Errors
/// Not found.
pub fn about(db: &Read<'_>, id: [u8; 16]) -> Result<Option<PartyId>> {
    partner(db, PartyId::from_bytes(id)).map(|found| Some(found.party))
}

/// What was typed about a partner, in one form.
///
/// # Errors
/// A text too long; a day after today; somebody or something nobody knows.
pub fn tidy(db: &Read<'_>, id: PartyId, typed: &PartnerFacts, today: Day) -> Result<PartnerFacts> {
    if let Some(parent) = typed.parent {
        require(parent != id, Refusal::new(rules::PARENT_SELF).at("parent"))?;
        let above = partner(db, parent)?;
        require(above.facts.parent != Some(id), Refusal::new(rules::PARENT_SELF).at("parent"))?;
    }
    if let Some(since) = typed.since {
        rules::happened("since", since, today, rules::SINCE_LATER)?;
    }
    if let Some(keeper) = typed.keeper {
        somebody(db, keeper, "keeper")?;
    }
    Ok(PartnerFacts {
        sector: rules::line("sector", &typed.sector)?,
        orientation: rules::text("orientation", &typed.orientation)?,
        our_interest: rules::text("our_interest", &typed.our_interest)?,
        their_interest: rules::text("their_interest", &typed.their_interest)?,
        responsibility_plan: rules::text("responsibility_plan", &typed.responsibility_plan)?,
        ..typed.clone()
    })
}

/// Somebody who works here.
///
/// # Errors
/// Nobody of this office.
pub fn somebody(db: &Read<'_>, person: PersonId, field: &'static str) -> Result<()> {
    let known = office::staff::people(db)?.into_iter().any(|one| one.id == person && one.active);
    require(known, Refusal::new(KEEPER_UNKNOWN).at(field))
}

/// Writes a partner nobody has written yet.
///
/// # Errors
/// What the database refuses.
pub fn insert(cx: &Write<'_>, id: PartyId, facts: &PartnerFacts) -> Result<()> {
    let beside = [
        ("search_fold", search(cx, id, facts)?.into()),
        ("added_on", cx.today().into()),
        ("added_by", cx.who.id.into()),
    ];
    cx.db().insert_record(id, facts, &beside)
}

/// # Errors
/// What the database refuses.
pub fn update(cx: &Write<'_>, id: PartyId, facts: &PartnerFacts) -> Result<()> {
    let beside = [("search_fold", search(cx, id, facts)?.into())];
    cx.db().update_record(id, facts, &beside).map(drop)
}

/// Which components of the community it stands for.
///
/// # Errors
/// One nobody knows, or that is not offered any more and was not named before.
pub fn place(cx: &Write<'_>, id: PartyId, before: &[String], typed: &[String]) -> Result<()> {
    cx.run("DELETE FROM partner_component WHERE partner = $1", values![id])?;
    for (place, code) in typed.iter().enumerate() {
        if typed[..place].contains(code) {
            continue;
        }
        let sql = "SELECT active FROM community_component WHERE code = $1";
        let active: Option<bool> = cx.row(sql, values![code.as_str()], |row| row.get("active"))?;
        let offered = active.is_some_and(|active| active || before.contains(code));
        require(offered, Refusal::new(COMPONENT_UNKNOWN).at("components"))?;
        cx.run("INSERT INTO partner_component (partner, component) VALUES ($1, $2)", values![id, code.as_str()])?;
    }
    Ok(())
}

fn search(db: &Read<'_>, id: PartyId, facts: &PartnerFacts) -> Result<String> {
    let sql = "SELECT name FROM party_name WHERE id = $1";
    let name: String = db.row(sql, values![id], |row| row.get("name"))?.unwrap_or_default();
    Ok([name.as_str(), facts.sector.as_str()].map(fold).join(" "))
}

/// Tells the trail of a change.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&Partner>, id: PartyId) -> Result<()> {
    let after = partner(cx, id)?;
    let name = name_of(cx, id)?;
    match before {
        Some(before) => cx.changed(PARTNER, id, &name, before, &after)?,
        None => cx.changed(PARTNER, id, &name, &(), &after)?,
    }
    cx.record_changed(subject(id))
}

/// A party has another name: what is looked for follows.
///
/// # Errors
/// What the database refuses.
pub fn party_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    let id = PartyId::from_bytes(id);
    let Some(found) = find(cx, id)? else { return Ok(()) };
    let text = search(cx, id, &found.facts)?;
    cx.run("UPDATE partner SET search_fold = $1 WHERE party = $2", values![text, id])?;
    let agreements: Vec<AgreementId> =
        cx.rows("SELECT id FROM agreement WHERE partner = $1", values![id], |row| row.get("id"))?;
    for agreement in agreements {
        agreements::store::refresh(cx, agreement)?;
    }
    Ok(())
}
