//! What the pages and the conditions are made from: costs, supports, findings, editions of the plan.

use crate::model::{
    ConsentAnswer, InitiativeCost, InitiativeName, InitiativePartner, InitiativeState, PlanConsent, PlanEdition,
    ProgrammeAsset, ProgrammeCover, ProgrammeFinding, ProgrammeGathering, ProgrammePromise, ProgrammeSupport,
    SupportShare, SupportSource, SupportStage,
};
use crate::store::{self, Initiative};
use database::{Read, values};
use kernel::id::{InitiativeId, ProgrammeId};
use kernel::{Failure, Money, Result};
use measures::Decimal;
use measures::initiatives::{self, Stage, Standing, Support, cover};

/// # Errors
/// What the database refuses.
pub fn costs(db: &Read<'_>, id: InitiativeId) -> Result<Vec<InitiativeCost>> {
    let sql = "SELECT item, quantity, unit_cost, year FROM initiative_cost WHERE initiative = $1 ORDER BY no";
    db.rows(sql, values![id], |row| {
        Ok(InitiativeCost {
            item: row.get("item")?,
            quantity: row.get("quantity")?,
            unit_cost: row.get("unit_cost")?,
            year: row.get("year")?,
        })
    })
}

/// # Errors
/// What the database refuses.
pub fn partners(db: &Read<'_>, id: InitiativeId) -> Result<Vec<InitiativePartner>> {
    let sql = "SELECT i.partner, c.name, i.role, i.part FROM initiative_partner i JOIN partner_card c ON c.party = i.partner \
               WHERE i.initiative = $1 ORDER BY i.role, c.name";
    db.rows(sql, values![id], |row| {
        Ok(InitiativePartner {
            partner: row.get("partner")?,
            name: row.get("name")?,
            role: row.get("role")?,
            part: row.get("part")?,
        })
    })
}

/// Of a programme, or of all; the nearest next day first.
///
/// # Errors
/// What the database refuses.
pub fn supports(db: &Read<'_>, programme: Option<ProgrammeId>) -> Result<Vec<ProgrammeSupport>> {
    db.rows(include_str!("sql/supports.sql"), values![programme], |row| {
        Ok(ProgrammeSupport {
            id: row.get("id")?,
            programme: row.get("programme")?,
            programme_name: row.get("programme_name")?,
            running: row.get("running")?,
            version: 0,
            initiative: row.get("initiative")?,
            initiative_title: row.get("initiative_title")?,
            source: row.get("source")?,
            partner: row.get("partner")?,
            name: row.get("name")?,
            stage: row.get("stage")?,
            amount: row.get("amount")?,
            next_on: row.get("next_on")?,
            closes_on: row.get("closes_on")?,
            note: row.get("note")?,
            keeper: row.get("keeper")?,
            keeper_name: row.get("keeper_name")?,
            evidence: row.get("evidence")?,
            pledged_on: row.get("pledged_on")?,
            received_on: row.get("received_on")?,
        })
    })
}

/// K19: how a cost is covered, as `measures` says it.
///
/// # Errors
/// Sums beyond what money can be.
pub fn covered(cost: Money, all: &[ProgrammeSupport], gap_to: i64) -> Result<ProgrammeCover> {
    let stage = |stage: SupportStage| match stage {
        SupportStage::Received => Stage::Received,
        SupportStage::Pledged => Stage::Pledged,
        _ => Stage::Earlier,
    };
    let supports: Vec<Support> = all
        .iter()
        .map(|one| Support { source: one.source.name().to_owned(), stage: stage(one.stage), amount: one.amount })
        .collect();
    let percent: i32 = i32::try_from(gap_to).map_err(Failure::broken)?;
    let found = cover(Some(cost), &supports, Some(Decimal::from(percent)))?;
    let sum = |source: SupportSource, stage: SupportStage| {
        Money::sum(all.iter().filter(|one| one.source == source && one.stage == stage).map(|one| one.amount))
    };
    let shares = SupportSource::ALL
        .iter()
        .map(|source| {
            let (received, pledged) = (sum(*source, SupportStage::Received)?, sum(*source, SupportStage::Pledged)?);
            Ok(SupportShare { source: *source, received, pledged, tenths: tenths(received.plus(pledged)?, cost) })
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(ProgrammeCover {
        cost,
        received: found.received,
        pledged: found.pledged,
        coverage: found.coverage,
        uncovered: found.uncovered.unwrap_or_default(),
        gap: found.gap.unwrap_or_default(),
        gap_to,
        shares,
    })
}

/// Tenths of a per cent, a half away from zero.
fn tenths(part: Money, whole: Money) -> Option<i64> {
    let (part, whole) = (i128::from(part.halalas()), i128::from(whole.halalas()));
    if whole <= 0 {
        return None;
    }
    i64::try_from((2_000 * part + whole) / (2 * whole)).ok()
}

/// An initiative as `measures` looks at its progress.
///
/// # Errors
/// A progress that is none.
pub fn weighed(one: &Initiative, cost: Money) -> Result<initiatives::Initiative> {
    let progress: i32 = i32::try_from(one.progress).map_err(Failure::broken)?;
    Ok(initiatives::Initiative {
        cost: Some(cost),
        progress: Decimal::from(progress),
        start: one.starts,
        end: one.ends,
        standing: match one.state {
            InitiativeState::Completed => Standing::Completed,
            InitiativeState::Cancelled => Standing::Cancelled,
            _ => Standing::Open,
        },
    })
}

/// # Errors
/// What the database refuses.
pub fn assets(db: &Read<'_>, programme: ProgrammeId) -> Result<Vec<ProgrammeAsset>> {
    let sql = "SELECT id, kind, name, owner, capacity, usable_for FROM programme_asset \
               WHERE programme = $1 AND removed_on IS NULL ORDER BY kind, name";
    db.rows(sql, values![programme], |row| {
        Ok(ProgrammeAsset {
            id: row.get("id")?,
            kind: row.get("kind")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            capacity: row.get("capacity")?,
            usable_for: row.get("usable_for")?,
        })
    })
}

/// The population first, then by severity.
///
/// # Errors
/// What the database refuses.
pub fn findings(db: &Read<'_>, programme: ProgrammeId, initiatives: &[Initiative]) -> Result<Vec<ProgrammeFinding>> {
    let sql = "SELECT id, domain, text, severity, evidence, found_on, study FROM programme_finding \
               WHERE programme = $1 AND removed_on IS NULL \
               ORDER BY domain <> 'population', CASE severity WHEN 'high' THEN 1 WHEN 'medium' THEN 2 WHEN 'low' THEN 3 ELSE 0 END, id";
    let mut all = db.rows(sql, values![programme], |row| {
        Ok(ProgrammeFinding {
            id: row.get("id")?,
            domain: row.get("domain")?,
            text: row.get("text")?,
            severity: row.get("severity")?,
            evidence: row.get("evidence")?,
            found_on: row.get("found_on")?,
            study: row.get("study")?,
            initiatives: Vec::new(),
        })
    })?;
    for one in &mut all {
        let built = initiatives.iter().filter(|each| each.finding == Some(one.id));
        one.initiatives = built.map(|each| InitiativeName { initiative: each.id, title: each.title.clone() }).collect();
    }
    Ok(all)
}

/// # Errors
/// What the database refuses.
pub fn promises(db: &Read<'_>, programme: ProgrammeId) -> Result<Vec<ProgrammePromise>> {
    let sql =
        "SELECT id, text, year, reached_on, evidence FROM programme_promise WHERE programme = $1 ORDER BY year, id";
    db.rows(sql, values![programme], |row| {
        Ok(ProgrammePromise {
            id: row.get("id")?,
            text: row.get("text")?,
            year: row.get("year")?,
            reached_on: row.get("reached_on")?,
            evidence: row.get("evidence")?,
        })
    })
}

/// The newest first.
///
/// # Errors
/// What the database refuses.
pub fn gatherings(db: &Read<'_>, programme: ProgrammeId) -> Result<Vec<ProgrammeGathering>> {
    let sql = "SELECT g.id, g.form, g.stage, g.text, g.outcome, g.day, g.people, g.women, u.name AS recorded_by_name \
               FROM programme_gathering g JOIN user_name u ON u.id = g.recorded_by \
               WHERE g.programme = $1 AND g.removed_on IS NULL ORDER BY g.day DESC, g.id DESC";
    db.rows(sql, values![programme], |row| {
        Ok(ProgrammeGathering {
            id: row.get("id")?,
            form: row.get("form")?,
            stage: row.get("stage")?,
            text: row.get("text")?,
            outcome: row.get("outcome")?,
            day: row.get("day")?,
            people: row.get("people")?,
            women: row.get("women")?,
            recorded_by_name: row.get("recorded_by_name")?,
        })
    })
}

/// How many residents took part, counted each time.
pub fn residents(gatherings: &[ProgrammeGathering]) -> i64 {
    gatherings.iter().map(|one| one.people).sum()
}

/// What a plan says: its initiatives with their cost, in one text that is the same as long as scope and cost are.
///
/// # Errors
/// Sums beyond what money can be.
pub fn plan(db: &Read<'_>, initiatives: &[Initiative]) -> Result<(String, Money)> {
    let mut said = Vec::new();
    let mut whole = Money::default();
    for one in initiatives.iter().filter(|one| one.state != InitiativeState::Cancelled) {
        let cost = store::cost(db, one.id)?;
        whole = whole.plus(cost)?;
        said.push(serde_json::json!([one.id, one.title, cost]));
    }
    said.sort_by_key(ToString::to_string);
    Ok((serde_json::to_string(&said).map_err(Failure::broken)?, whole))
}

/// The newest edition of the plan.
///
/// # Errors
/// What the database refuses.
pub fn edition(db: &Read<'_>, programme: ProgrammeId, now: &str) -> Result<Option<PlanEdition>> {
    let found = db.row(include_str!("sql/edition.sql"), values![programme], |row| {
        let plan: String = row.get("plan")?;
        Ok(PlanEdition {
            id: row.get("id")?,
            no: row.get("no")?,
            met_on: row.get("met_on")?,
            note: row.get("note")?,
            cost: row.get("cost")?,
            made_by_name: row.get("made_by_name")?,
            consents: Vec::new(),
            agrees: 0,
            reserves: 0,
            absent: 0,
            stands: plan == now,
            state: row.get("state")?,
            decided_on: row.get("decided_on")?,
            decided_by_name: row.get("decided_by_name")?,
            decision: row.get("decision")?,
            cannot_agree: None,
        })
    })?;
    let Some(mut edition) = found else { return Ok(None) };
    let sql = "SELECT a.partner, c.name, a.answer, a.note FROM plan_consent a JOIN partner_card c ON c.party = a.partner \
               WHERE a.edition = $1 ORDER BY a.answer, c.name";
    edition.consents = db.rows(sql, values![edition.id], |row| {
        Ok(PlanConsent {
            partner: row.get("partner")?,
            name: row.get("name")?,
            answer: row.get("answer")?,
            note: row.get("note")?,
        })
    })?;
    let count = |answer: ConsentAnswer| {
        i64::try_from(edition.consents.iter().filter(|one| one.answer == answer).count()).unwrap_or(0)
    };
    (edition.agrees, edition.reserves, edition.absent) =
        (count(ConsentAnswer::Agrees), count(ConsentAnswer::Reserves), count(ConsentAnswer::Absent));
    Ok(Some(edition))
}
