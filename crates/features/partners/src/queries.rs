//! What the screens of partners ask.

pub use crate::agreements::list::agreements;
pub use crate::agreements::page::sheet as agreement;
pub use crate::figures::figures;
pub use crate::obligations::list::obligations;
pub use crate::partner_page::open;

use crate::agreements::list;
use crate::inputs::{FindOrganisations, ListPartners};
use crate::model::{
    AgreementStanding, KnownOrganisation, KnownOrganisations, PartnerChoices, PartnerKind, PartnerKindCount,
    PartnerLine, PartnerName, PartnerPage, PartnerPerson, PartnerStanding, PartnerStandingCount, StakeholderComponent,
    StakeholderLine, StakeholderMap,
};
use crate::names;
use crate::rules::partner_standing;
use crate::settings::{self, SETTINGS};
use database::{Row, values};
use kernel::arabic::{Reading, fold};
use kernel::id::{PartyId, PersonId};
use kernel::{Day, Money, Result};
use office::context::Read;
use office::input::Nothing;
use office::order::{Rank, in_order};
use office::page::{as_meant, page_of};
use std::collections::BTreeMap;

/// A partner of the list with what it is found by.
struct Found {
    line: PartnerLine,
    search: String,
    keeper: Option<PersonId>,
    components: Vec<String>,
}

pub fn list(cx: &Read<'_>, input: ListPartners) -> Result<PartnerPage> {
    let all = all(cx)?;
    as_meant(cx, &input.text, |page: &PartnerPage| page.total == 0, |reading| Ok(page(&input, &all, reading)))
}

fn page(input: &ListPartners, all: &[Found], reading: Option<&Reading>) -> PartnerPage {
    let words: Vec<&str> = reading.map(|reading| reading.text.split(' ').collect()).unwrap_or_default();
    let found: Vec<&Found> = all
        .iter()
        .filter(|one| words.iter().all(|word| one.search.contains(word)))
        .filter(|one| input.keeper.is_none_or(|keeper| one.keeper == Some(keeper)))
        .filter(|one| input.component.as_ref().is_none_or(|code| one.components.contains(code)))
        .collect();
    let of_kind = |one: &PartnerLine| input.kind.is_empty() || input.kind.contains(&one.kind);
    // A closed one is shown where it is asked for, or looked for.
    let of_standing = |one: &PartnerLine| match input.standing.as_slice() {
        [] => one.standing != PartnerStanding::Closed || !words.is_empty(),
        wanted => wanted.contains(&one.standing),
    };
    let count = |fits: &dyn Fn(&PartnerLine) -> bool| {
        i64::try_from(found.iter().filter(|one| fits(&one.line)).count()).unwrap_or(0)
    };
    let kinds = PartnerKind::ALL
        .iter()
        .map(|kind| PartnerKindCount { kind: *kind, count: count(&|one| one.kind == *kind && of_standing(one)) })
        .collect();
    let standings = PartnerStanding::ALL
        .iter()
        .map(|standing| PartnerStandingCount {
            standing: *standing,
            count: count(&|one| one.standing == *standing && of_kind(one)),
        })
        .collect();
    let mut chosen: Vec<PartnerLine> =
        found.iter().map(|one| &one.line).filter(|one| of_kind(one) && of_standing(one)).cloned().collect();
    in_order(&mut chosen, input.order.as_ref(), |one, key| {
        Some(match key {
            "name" => Rank::from(&one.name),
            "kind" => one.kind.name().into(),
            "sector" => (&one.sector).into(),
            "city" => (&one.city).into(),
            "standing" => one.standing.name().into(),
            "since" => one.since.map_or(Rank::Empty, Rank::from),
            "keeper" => (&one.keeper_name).into(),
            "agreements" => one.agreements.into(),
            "ends" => one.ends.map_or(Rank::Empty, Rank::from),
            "ours_late" => one.ours_late.into(),
            "theirs_late" => one.theirs_late.into(),
            "alignment" => one.alignment.into(),
            "given" => one.given.into(),
            _ => return None,
        })
    });
    let total = i64::try_from(chosen.len()).unwrap_or(0);
    PartnerPage { lines: page_of(chosen, input.offset, input.limit), total, kinds, standings }
}

/// How the partners stand, by their agreements.
struct Force {
    standings: Vec<AgreementStanding>,
    active: i64,
    ends: Option<Day>,
}

fn force(cx: &Read<'_>) -> Result<BTreeMap<PartyId, Force>> {
    let mut all: BTreeMap<PartyId, Force> = BTreeMap::new();
    for found in list::all(cx, cx.today())? {
        let one = found.line;
        let force = all.entry(one.partner).or_insert_with(|| Force { standings: Vec::new(), active: 0, ends: None });
        force.standings.push(one.standing);
        if one.standing == AgreementStanding::Active {
            force.active += 1;
            force.ends = [force.ends, one.ends].into_iter().flatten().min();
        }
    }
    Ok(all)
}

fn all(cx: &Read<'_>) -> Result<Vec<Found>> {
    let force = force(cx)?;
    let mut components: BTreeMap<PartyId, Vec<String>> = BTreeMap::new();
    let placed: Vec<(PartyId, String)> =
        cx.rows("SELECT partner, component FROM partner_component ORDER BY partner, component", values![], |row| {
            Ok((row.get("partner")?, row.get("component")?))
        })?;
    for (partner, component) in placed {
        components.entry(partner).or_default().push(component);
    }
    let programmes = names::programmes(cx)?.iter().filter(|one| one.active).count();
    let most = 3 * i64::try_from(programmes).unwrap_or(0);
    let mut found = cx.rows(include_str!("sql/partner_lines.sql"), values![cx.today()], |row| found_row(row, most))?;
    for one in &mut found {
        let closed = one.line.standing == PartnerStanding::Closed;
        let none = Force { standings: Vec::new(), active: 0, ends: None };
        let force = force.get(&one.line.partner).unwrap_or(&none);
        one.line.standing = partner_standing(closed, &force.standings);
        (one.line.agreements, one.line.ends) = (force.active, force.ends);
        one.components = components.remove(&one.line.partner).unwrap_or_default();
    }
    Ok(found)
}

fn found_row(row: &Row<'_>, most: i64) -> Result<Found> {
    let closed: Option<Day> = row.get("closed_on")?;
    let line = PartnerLine {
        partner: row.get("party")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        sector: row.get("sector")?,
        city: row.get("city")?,
        standing: if closed.is_some() { PartnerStanding::Closed } else { PartnerStanding::Prospective },
        since: row.get("since")?,
        keeper_name: row.get("keeper_name")?,
        agreements: 0,
        ends: None,
        ours_late: row.get("ours_late")?,
        theirs_late: row.get("theirs_late")?,
        alignment: row.get("alignment")?,
        alignment_of: most,
        given: Money::from_halalas(row.get("given")?)?,
    };
    Ok(Found { line, search: row.get("search_fold")?, keeper: row.get("keeper")?, components: Vec::new() })
}

/// Organisations the office knows that are no partners yet.
pub fn organisations(cx: &Read<'_>, input: FindOrganisations) -> Result<KnownOrganisations> {
    let all = cx.rows(include_str!("sql/organisations.sql"), values![], |row| {
        Ok(KnownOrganisation { party: row.get("id")?, name: row.get("name")?, mobile: row.get("mobile")? })
    })?;
    let words = fold(&input.text);
    let fits = |one: &KnownOrganisation| {
        let name = fold(&one.name);
        words.split(' ').all(|word| name.contains(word))
    };
    Ok(KnownOrganisations { organisations: all.into_iter().filter(fits).take(50).collect() })
}

pub fn choices(cx: &Read<'_>, _: Nothing) -> Result<PartnerChoices> {
    let partners =
        cx.rows("SELECT party, name, kind, closed_on FROM partner_card ORDER BY name", values![], name_row)?;
    let working = office::staff::people(cx)?.into_iter().filter(|one| one.active);
    Ok(PartnerChoices {
        today: cx.today(),
        partners,
        components: settings::components(cx)?,
        targets: settings::targets(cx)?,
        programmes: names::programmes(cx)?,
        people: working.map(|one| PartnerPerson { person: one.id, name: one.name }).collect(),
        settings: settings::settings(cx)?,
        version: cx.version(SETTINGS, "all")?.number,
    })
}

/// A partner by its name.
///
/// # Errors
/// Broken: the statement lacks a column.
pub fn name_row(row: &Row<'_>) -> Result<PartnerName> {
    let closed: Option<Day> = row.get("closed_on")?;
    Ok(PartnerName {
        partner: row.get("party")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        closed: closed.is_some(),
    })
}

pub fn map(cx: &Read<'_>, _: Nothing) -> Result<StakeholderMap> {
    let counted: Vec<(PartyId, i64)> = cx.rows(
        "SELECT partner, count(*) AS n FROM partner_endorsement WHERE void_on IS NULL GROUP BY partner",
        values![],
        |row| Ok((row.get("partner")?, row.get("n")?)),
    )?;
    let endorsed: BTreeMap<PartyId, i64> = counted.into_iter().collect();
    let mut all = all(cx)?;
    all.retain(|one| one.line.standing != PartnerStanding::Closed);
    let line = |one: &Found| StakeholderLine {
        partner: one.line.partner,
        name: one.line.name.clone(),
        kind: one.line.kind,
        standing: one.line.standing,
        endorsements: endorsed.get(&one.line.partner).copied().unwrap_or(0),
    };
    let components = settings::components(cx)?
        .into_iter()
        .map(|component| StakeholderComponent {
            partners: all.iter().filter(|one| one.components.contains(&component.code)).map(line).collect(),
            component,
        })
        .filter(|one| one.component.active || !one.partners.is_empty())
        .collect();
    Ok(StakeholderMap { components, unplaced: all.iter().filter(|one| one.components.is_empty()).map(line).collect() })
}
