//! What must hold before a phase ends, and before an initiative goes on: each condition met or missing, with the place that
//! mends it. All but a phase's own ones are computed, and nobody ticks them.

use crate::inputs::{WhichInitiative, WhichProgramme};
use crate::model::{InitiativeRole, InitiativeState, PhaseCondition, PhaseConditionKind, PlanState, ProgrammeCover};
use crate::rules::CONDITIONS_MISSING;
use crate::store::{self, Asked, Initiative, Programme};
use crate::{INITIATIVE, PROGRAMME, capacity, facts, measuring};
use database::values;
use kernel::id::ProgrammeId;
use kernel::{Money, Refusal, Result, require};
use office::context::Read;
use office::gate::Condition;

/// Refuses while one of them does not hold.
///
/// # Errors
/// `programmes.conditions_missing`, with the keys of what is missing.
pub fn must_hold(conditions: &[Condition]) -> Result<()> {
    let gaps: Vec<&str> = conditions.iter().filter(|one| !one.met).map(|one| one.key.as_str()).collect();
    let refusal = Refusal::new(CONDITIONS_MISSING).with("n", gaps.len()).with("gaps", gaps.join(" "));
    require(gaps.is_empty(), refusal)
}

/// So many of so many initiatives, and the first that lacks it.
#[derive(Debug, Default)]
struct Every {
    n: i64,
    of: i64,
    lacks: String,
}

impl Every {
    fn count(&mut self, holds: bool, name: &str) {
        self.of += 1;
        if holds {
            self.n += 1;
        } else if self.lacks.is_empty() {
            name.clone_into(&mut self.lacks);
        }
    }

    fn condition(&self, key: &str) -> Condition {
        let args = [("n", self.n.to_string()), ("of", self.of.to_string()), ("name", self.lacks.clone())];
        Condition::new(key, self.of > 0 && self.n == self.of, args)
    }
}

/// What a programme stands at, read once for all conditions.
pub struct Standing {
    programme: Programme,
    endorsements: i64,
    agreements: i64,
    findings: i64,
    assets: i64,
    residents: i64,
    capacity: i64,
    cover: ProgrammeCover,
    baselines: Every,
    implementers: Every,
    planned: Every,
    founded: Every,
    agrees: i64,
    agreed: bool,
}

/// # Errors
/// What the database refuses.
pub fn standing(cx: &Read<'_>, programme: &Programme, all: &[Initiative]) -> Result<Standing> {
    let count = |sql: &str| -> Result<i64> { cx.one(sql, values![programme.id], |row| row.get("n")) };
    let (plan, cost) = facts::plan(cx, all)?;
    let cover = facts::covered(cost, &facts::supports(cx, Some(programme.id))?, programme.coverage_percent)?;
    let (mut baselines, mut implementers) = (Every::default(), Every::default());
    let (mut planned, mut founded) = (Every::default(), Every::default());
    for one in all.iter().filter(|one| one.state != InitiativeState::Cancelled) {
        for indicator in measuring::measured(cx, one.id, cx.today())? {
            baselines.count(measuring::has_baseline(&indicator), &indicator.text);
        }
        implementers.count(carried(cx, one)?, &one.title);
        planned.count(dated(one) && store::cost(cx, one.id)?.is_positive(), &one.title);
        founded.count(one.finding.is_some(), &one.title);
    }
    let edition = facts::edition(cx, programme.id, &plan)?;
    let sql = "SELECT count(*) AS n FROM agreement_card WHERE state = 'signed' AND starts <= $1 AND ends >= $1";
    Ok(Standing {
        programme: programme.clone(),
        endorsements: count("SELECT count(*) AS n FROM endorsement_card WHERE programme = $1")?,
        agreements: cx.one(sql, values![cx.today()], |row| row.get("n"))?,
        findings: count("SELECT count(*) AS n FROM programme_finding WHERE programme = $1 AND removed_on IS NULL")?,
        assets: count("SELECT count(*) AS n FROM programme_asset WHERE programme = $1 AND removed_on IS NULL")?,
        residents: facts::residents(&facts::gatherings(cx, programme.id)?),
        capacity: capacity::agreed(&capacity::lines(cx, programme.id)?),
        cover,
        baselines,
        implementers,
        planned,
        founded,
        agrees: edition.as_ref().map_or(0, |edition| edition.agrees),
        agreed: edition.is_some_and(|edition| edition.stands && edition.state == PlanState::Agreed),
    })
}

fn carried(cx: &Read<'_>, one: &Initiative) -> Result<bool> {
    Ok(facts::partners(cx, one.id)?.iter().any(|each| each.role == InitiativeRole::Implementing))
}

const fn dated(one: &Initiative) -> bool {
    one.starts.is_some() && one.ends.is_some()
}

/// A condition of a phase as it stands.
///
/// # Errors
/// Broken, when the question of its place cannot be written.
pub fn judged(asked: &Asked, now: &Standing) -> Result<PhaseCondition> {
    let place = PROGRAMME.asking(&WhichProgramme { programme: now.programme.id })?;
    Ok(PhaseCondition {
        no: asked.no,
        kind: asked.kind,
        text: asked.text.clone(),
        least: asked.least,
        met_by_name: asked.met_by_name.clone(),
        met_on: asked.met_on,
        evidence: asked.evidence.clone(),
        gate: gate(asked, now).mended_at(place),
    })
}

fn gate(asked: &Asked, now: &Standing) -> Condition {
    use PhaseConditionKind as Kind;
    let counted = |key: &str, n: i64| {
        let least = asked.least.max(1);
        Condition::new(key, n >= least, [("n", n.to_string()), ("of", least.to_string())])
    };
    let programme = &now.programme;
    match asked.kind {
        Kind::Own => Condition::new("programmes.own", asked.met_by.is_some(), [("text", asked.text.clone())]),
        Kind::Endorsements => counted("programmes.endorsements", now.endorsements),
        Kind::Agreements => counted("programmes.agreements", now.agreements),
        Kind::Findings => counted("programmes.findings", now.findings),
        Kind::Assets => counted("programmes.assets", now.assets),
        Kind::Residents => counted("programmes.residents", now.residents),
        Kind::Capacity => counted("programmes.capacity", now.capacity),
        Kind::Coverage => {
            let met = now.cover.coverage.is_some_and(|percent| percent >= programme.coverage_percent);
            let percent = now.cover.coverage.unwrap_or(0);
            covering("programmes.coverage", met, percent, programme.coverage_percent, now.cover.gap)
        }
        Kind::Baselines => now.baselines.condition("programmes.baselines"),
        Kind::Consent => {
            let met = now.agreed && now.agrees >= programme.quorum;
            let args = [("n", now.agrees.to_string()), ("of", programme.quorum.to_string())];
            Condition::new("programmes.consent", met, args)
        }
        Kind::Vision => {
            let met = !programme.vision.is_empty() && !programme.vision_basis.is_empty();
            Condition::new("programmes.vision", met, [("basis", programme.vision_basis.clone())])
        }
        Kind::Founded => now.founded.condition("programmes.founded"),
        Kind::Implementers => now.implementers.condition("programmes.implementers"),
        Kind::Planned => now.planned.condition("programmes.planned"),
    }
}

fn covering(key: &str, met: bool, n: i64, of: i64, gap: Money) -> Condition {
    Condition::new(key, met, [("n", n.to_string()), ("of", of.to_string()), ("gap", gap.to_string())])
}

/// What must hold before an initiative takes its next step; nothing where it takes none.
///
/// # Errors
/// What the database refuses.
pub fn before(cx: &Read<'_>, one: &Initiative) -> Result<Vec<Condition>> {
    let place = INITIATIVE.asking(&WhichInitiative { initiative: one.id })?;
    let plain = |key: &str, met: bool| Condition::new(key, met, []);
    let founded = plain("programmes.one_founded", one.finding.is_some());
    let found = match one.state {
        InitiativeState::Idea => vec![founded],
        InitiativeState::Studied => vec![
            founded,
            plain("programmes.one_implementer", carried(cx, one)?),
            plain("programmes.one_cost", store::cost(cx, one.id)?.is_positive()),
            plain("programmes.one_days", dated(one)),
        ],
        InitiativeState::Approved => vec![funded(cx, one)?],
        InitiativeState::Funded => vec![agreed(cx, one.programme)?],
        InitiativeState::Running => {
            let late: i64 = measuring::measured(cx, one.id, cx.today())?.iter().map(measuring::unmeasured).sum();
            let done = [("n", one.progress.to_string())];
            vec![
                Condition::new("programmes.one_done", one.progress == 100, done),
                Condition::new("programmes.one_measured", late == 0, [("n", late.to_string())]),
            ]
        }
        InitiativeState::Halted | InitiativeState::Completed | InitiativeState::Cancelled => Vec::new(),
    };
    Ok(found.into_iter().map(|one| one.mended_at(place.clone())).collect())
}

/// Pledges and receipts of an initiative cover its cost.
fn funded(cx: &Read<'_>, one: &Initiative) -> Result<Condition> {
    let supports = facts::supports(cx, Some(one.programme))?;
    let own: Vec<_> = supports.into_iter().filter(|support| support.initiative == Some(one.id)).collect();
    let cover = facts::covered(store::cost(cx, one.id)?, &own, 100)?;
    Ok(covering("programmes.one_funded", cover.gap.is_zero(), cover.coverage.unwrap_or(0), 100, cover.gap))
}

/// The plan as it stands was agreed to.
fn agreed(cx: &Read<'_>, programme: ProgrammeId) -> Result<Condition> {
    let (plan, _) = facts::plan(cx, &store::initiatives(cx, programme)?)?;
    let edition = facts::edition(cx, programme, &plan)?;
    let agreed = edition.is_some_and(|edition| edition.stands && edition.state == PlanState::Agreed);
    Ok(Condition::new("programmes.one_agreed", agreed, []))
}
