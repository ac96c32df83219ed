//! Whether the conditions before a phase ends hold. All but the own ones are computed, and nobody ticks them.

use crate::facts;
use crate::model::{InitiativeRole, InitiativeState, PhaseCondition, PhaseConditionKind};
use crate::store::{Asked, Initiative, Programme};
use database::values;
use kernel::{Money, Result};
use office::context::Read;

/// What a programme stands at, read once for all conditions.
pub struct Standing {
    programme: Programme,
    initiatives: Vec<Initiative>,
    endorsements: i64,
    agreements: i64,
    findings: i64,
    assets: i64,
    coverage: Option<i64>,
    gap: Money,
    /// Indicators with a baseline, of all; the first that lacks one.
    baselines: (i64, i64, String),
    implementers: (i64, String),
    planned: (i64, String),
    consent: (i64, bool),
}

/// # Errors
/// What the database refuses.
pub fn standing(cx: &Read<'_>, programme: &Programme, all: &[Initiative]) -> Result<Standing> {
    let initiatives: Vec<Initiative> =
        all.iter().filter(|one| one.state != InitiativeState::Cancelled).cloned().collect();
    let count = |sql: &str| -> Result<i64> { cx.one(sql, values![programme.id], |row| row.get("n")) };
    let (plan, cost) = facts::plan(cx, all)?;
    let supports = facts::supports(cx, programme.id)?;
    let cover = facts::covered(cost, &supports, programme.coverage_percent)?;
    let (mut with, mut of, mut lacks) = (0, 0, String::new());
    let (mut implementers, mut no_implementer) = (0, String::new());
    let (mut planned, mut unplanned) = (0, String::new());
    for one in &initiatives {
        for indicator in facts::measured(cx, one.id, cx.today())? {
            of += 1;
            if indicator.baseline.is_empty() && indicator.kind != crate::model::IndicatorKind::YesNo {
                if lacks.is_empty() {
                    lacks = format!("{} / {}", one.title, indicator.text);
                }
            } else {
                with += 1;
            }
        }
        let carried = facts::partners(cx, one.id)?.iter().any(|each| each.role == InitiativeRole::Implementing);
        if carried {
            implementers += 1;
        } else if no_implementer.is_empty() {
            no_implementer.clone_from(&one.title);
        }
        let dated = one.starts.is_some() && one.ends.is_some() && !facts::costs(cx, one.id)?.is_empty();
        if dated {
            planned += 1;
        } else if unplanned.is_empty() {
            unplanned.clone_from(&one.title);
        }
    }
    let edition = facts::edition(cx, programme.id, &plan)?;
    let consent = edition.map_or((0, false), |edition| (edition.agrees, edition.stands));
    let sql = "SELECT count(*) AS n FROM agreement_card WHERE state = 'signed' AND starts <= $1 AND ends >= $1";
    let agreements = cx.one(sql, values![cx.today()], |row| row.get("n"))?;
    Ok(Standing {
        programme: programme.clone(),
        initiatives,
        endorsements: count("SELECT count(*) AS n FROM endorsement_card WHERE programme = $1")?,
        agreements,
        findings: count("SELECT count(*) AS n FROM programme_finding WHERE programme = $1 AND removed_on IS NULL")?,
        assets: count("SELECT count(*) AS n FROM programme_asset WHERE programme = $1 AND removed_on IS NULL")?,
        coverage: cover.coverage,
        gap: cover.gap,
        baselines: (with, of, lacks),
        implementers: (implementers, no_implementer),
        planned: (planned, unplanned),
        consent,
    })
}

/// A condition as it stands.
pub fn judged(asked: &Asked, now: &Standing) -> PhaseCondition {
    let all = i64::try_from(now.initiatives.len()).unwrap_or(0);
    let mut said = PhaseCondition {
        no: asked.no,
        kind: asked.kind,
        text: asked.text.clone(),
        least: asked.least,
        met: false,
        n: 0,
        of: asked.least,
        gap: None,
        lacks: String::new(),
        met_by_name: asked.met_by_name.clone(),
        met_on: asked.met_on,
        evidence: asked.evidence.clone(),
    };
    let every = |n: i64, lacks: &str, said: &mut PhaseCondition| {
        (said.n, said.of, said.met) = (n, all, all > 0 && n == all);
        lacks.clone_into(&mut said.lacks);
    };
    let counted = |n: i64, said: &mut PhaseCondition| (said.n, said.met) = (n, n >= said.least.max(1));
    match asked.kind {
        PhaseConditionKind::Own => said.met = asked.met_by.is_some(),
        PhaseConditionKind::Endorsements => counted(now.endorsements, &mut said),
        PhaseConditionKind::Agreements => counted(now.agreements, &mut said),
        PhaseConditionKind::Findings => counted(now.findings, &mut said),
        PhaseConditionKind::Assets => counted(now.assets, &mut said),
        PhaseConditionKind::Coverage => {
            (said.n, said.of) = (now.coverage.unwrap_or(0), now.programme.coverage_percent);
            said.met = now.coverage.is_some_and(|percent| percent >= now.programme.coverage_percent);
            said.gap = Some(now.gap);
        }
        PhaseConditionKind::Baselines => {
            let (with, of, lacks) = &now.baselines;
            (said.n, said.of, said.met) = (*with, *of, *of > 0 && with == of);
            said.lacks.clone_from(lacks);
        }
        PhaseConditionKind::Consent => {
            let (agrees, stands) = now.consent;
            (said.n, said.of, said.met) = (agrees, now.programme.quorum, stands && agrees >= now.programme.quorum);
        }
        PhaseConditionKind::Vision => {
            said.met = !now.programme.vision.is_empty() && !now.programme.vision_basis.is_empty();
            said.evidence.clone_from(&now.programme.vision_basis);
        }
        PhaseConditionKind::Founded => {
            let founded = now.initiatives.iter().filter(|one| one.finding.is_some()).count();
            let lacks = now.initiatives.iter().find(|one| one.finding.is_none());
            let lacks = lacks.map(|one| one.title.clone()).unwrap_or_default();
            every(i64::try_from(founded).unwrap_or(0), &lacks, &mut said);
        }
        PhaseConditionKind::Implementers => {
            let (n, lacks) = &now.implementers;
            every(*n, lacks, &mut said);
        }
        PhaseConditionKind::Planned => {
            let (n, lacks) = &now.planned;
            every(*n, lacks, &mut said);
        }
    }
    said
}
