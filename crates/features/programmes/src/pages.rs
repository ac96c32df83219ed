//! What the screens of programmes ask.

use crate::conditions::{judged, standing};
use crate::facts;
use crate::inputs::{ListProgrammes, WhichInitiative, WhichProgramme};
use crate::model::{
    InitiativeLine, InitiativeSheet, InitiativeState, PhaseState, ProgrammeLine, ProgrammePage, ProgrammePhase,
    ProgrammeSheet, ProgrammeSupport,
};
use crate::store::{self, Initiative, Programme};
use crate::{moves, phases};
use database::values;
use kernel::arabic::{Reading, fold};
use kernel::id::PersonId;
use kernel::{Money, Result};
use measures::{indicators, initiatives};
use office::context::Read;
use office::order::{Rank, in_order};
use office::page::{as_meant, page_of};

pub fn list(cx: &Read<'_>, input: ListProgrammes) -> Result<ProgrammePage> {
    let mut all = Vec::new();
    for one in store::programmes(cx)? {
        let initiatives = store::initiatives(cx, one.id)?;
        all.push(line(cx, &one, &initiatives)?);
    }
    as_meant(cx, &input.text, |page: &ProgrammePage| page.total == 0, |reading| Ok(page(&input, &all, reading)))
}

fn page(input: &ListProgrammes, all: &[ProgrammeLine], reading: Option<&Reading>) -> ProgrammePage {
    let words: Vec<&str> = reading.map(|reading| reading.text.split(' ').collect()).unwrap_or_default();
    let fits = |one: &&ProgrammeLine| {
        let text = fold(&[&one.programme_no, &one.name, &one.governorate].map(String::as_str).join(" "));
        words.iter().all(|word| text.contains(word)) && input.state.is_none_or(|state| state == one.state)
    };
    let mut chosen: Vec<ProgrammeLine> = all.iter().filter(fits).cloned().collect();
    in_order(&mut chosen, input.order.as_ref(), |one, key| {
        Some(match key {
            "number" => Rank::from(&one.programme_no),
            "name" => (&one.name).into(),
            "governorate" => (&one.governorate).into(),
            "phase" => one.phase_no.into(),
            "initiatives" => one.initiatives.into(),
            "cost" => one.cost.into(),
            "progress" => one.progress.map_or(Rank::Empty, Rank::from),
            "coverage" => one.coverage.map_or(Rank::Empty, Rank::from),
            "opened" => one.opened_on.into(),
            _ => return None,
        })
    });
    let total = i64::try_from(chosen.len()).unwrap_or(0);
    ProgrammePage { lines: page_of(chosen, input.offset, input.limit), total }
}

fn line(cx: &Read<'_>, one: &Programme, initiatives: &[Initiative]) -> Result<ProgrammeLine> {
    let phases = store::phases(cx, one.id)?;
    let now = phases.iter().find(|phase| phase.state != PhaseState::Done).or_else(|| phases.last());
    let (_, cost) = facts::plan(cx, initiatives)?;
    let weighed = initiatives
        .iter()
        .map(|each| facts::weighed(each, store::cost(cx, each.id)?))
        .collect::<Result<Vec<_>>>()?;
    let cover = facts::covered(cost, &facts::supports(cx, one.id)?, one.coverage_percent)?;
    Ok(ProgrammeLine {
        programme: one.id,
        programme_no: one.programme_no.clone(),
        name: one.name.clone(),
        governorate: one.governorate.clone(),
        state: one.state,
        opened_on: one.opened_on,
        phase: now.map(|phase| phase.name.clone()).unwrap_or_default(),
        phase_no: now.map_or(0, |phase| phase.no),
        phases: i64::try_from(phases.len()).unwrap_or(0),
        initiatives: i64::try_from(initiatives.iter().filter(|one| one.state != InitiativeState::Cancelled).count())
            .unwrap_or(0),
        cost,
        progress: initiatives::progress(&weighed)?,
        coverage: cover.coverage,
    })
}

/// An initiative as the programme shows it.
///
/// # Errors
/// Sums beyond what money can be.
pub fn initiative_line(cx: &Read<'_>, one: &Initiative, supports: &[ProgrammeSupport]) -> Result<InitiativeLine> {
    let cost = store::cost(cx, one.id)?;
    let own: Vec<ProgrammeSupport> =
        supports.iter().filter(|support| support.initiative == Some(one.id)).cloned().collect();
    let late = facts::weighed(one, cost)?.late(cx.today());
    Ok(InitiativeLine {
        initiative: one.id,
        initiative_no: one.initiative_no.clone(),
        title: one.title.clone(),
        sector: one.sector.clone(),
        priority: one.priority,
        owner_name: one.owner.map_or(Ok(String::new()), |owner| partners::name_of(cx, owner))?,
        state: one.state,
        state_since: one.state_since,
        starts: one.starts,
        ends: one.ends,
        cost,
        progress: one.progress,
        late,
        coverage: facts::covered(cost, &own, 100)?.coverage,
        founded: one.finding.is_some(),
    })
}

pub fn open(cx: &Read<'_>, input: WhichProgramme) -> Result<ProgrammeSheet> {
    let one = store::programme(cx, input.programme)?;
    let all = store::initiatives(cx, one.id)?;
    let supports = facts::supports(cx, one.id)?;
    let (plan, cost) = facts::plan(cx, &all)?;
    let now = standing(cx, &one, &all)?;
    let asked = store::asked(cx, one.id)?;
    let phases = store::phases(cx, one.id)?
        .into_iter()
        .map(|phase| ProgrammePhase {
            cannot_end: phases::cannot_end(cx, &phase, &asked),
            conditions: asked.iter().filter(|each| each.phase == phase.id).map(|each| judged(each, &now)).collect(),
            id: phase.id,
            no: phase.no,
            name: phase.name,
            planned_from: phase.planned_from,
            planned_until: phase.planned_until,
            state: phase.state,
            opened_on: phase.opened_on,
            ended_on: phase.ended_on,
            ended_by_name: phase.ended_by_name,
        })
        .collect();
    Ok(ProgrammeSheet {
        today: cx.today(),
        line: line(cx, &one, &all)?,
        phases,
        initiatives: all.iter().map(|each| initiative_line(cx, each, &supports)).collect::<Result<_>>()?,
        cover: facts::covered(cost, &supports, one.coverage_percent)?,
        supports,
        edition: facts::edition(cx, one.id, &plan)?,
        findings: facts::findings(cx, one.id, &all)?,
        assets: facts::assets(cx, one.id)?,
        promises: facts::promises(cx, one.id)?,
        record: cx.version(store::PROGRAMME, one.id)?,
        vision: one.vision,
        vision_basis: one.vision_basis,
        decision: one.decision,
        coverage_percent: one.coverage_percent,
        quorum: one.quorum,
        reason: one.reason,
        ended_on: one.ended_on,
    })
}

fn person(cx: &Read<'_>, id: Option<PersonId>) -> Result<String> {
    let Some(id) = id else { return Ok(String::new()) };
    let sql = "SELECT name FROM user_name WHERE id = $1";
    Ok(cx.row(sql, values![id], |row| row.get("name"))?.unwrap_or_default())
}

pub fn initiative(cx: &Read<'_>, input: WhichInitiative) -> Result<InitiativeSheet> {
    let one = store::initiative(cx, input.initiative)?;
    let programme = store::programme(cx, one.programme)?;
    let all = facts::supports(cx, one.programme)?;
    let line = initiative_line(cx, &one, &all)?;
    let supports: Vec<ProgrammeSupport> = all.into_iter().filter(|each| each.initiative == Some(one.id)).collect();
    let (finding_text, finding_evidence) = match one.finding {
        Some(finding) => {
            let sql = "SELECT text, evidence FROM programme_finding WHERE id = $1";
            cx.row(sql, values![finding], |row| Ok((row.get("text")?, row.get("evidence")?)))?.unwrap_or_default()
        }
        None => (String::new(), String::new()),
    };
    let indicators = facts::measured(cx, one.id, cx.today())?;
    let lights = indicators::lights(indicators.iter().map(|each| each.light));
    let elapsed = match (one.starts, one.ends) {
        (Some(starts), Some(ends)) => Some(indicators::elapsed(starts, ends, cx.today())?),
        _ => None,
    };
    let request = approvals::waiting(cx, &crate::steps::INITIATIVE, *one.id.as_bytes())?;
    let cannot = request.as_ref().map(|request| moves::cannot_approve(cx, &one, request)).transpose()?.flatten();
    Ok(InitiativeSheet {
        today: cx.today(),
        programme: programme.id,
        programme_name: programme.name,
        owner: one.owner,
        finding: one.finding,
        finding_text,
        finding_evidence,
        need: one.need,
        mechanism: one.mechanism,
        people: one.people,
        reason: one.reason,
        halted_by_name: person(cx, one.halted_by)?,
        elapsed,
        partners: facts::partners(cx, one.id)?,
        costs: facts::costs(cx, one.id)?,
        results: facts::results(cx, one.id)?,
        lights: lights.into_iter().map(|count| i64::try_from(count).unwrap_or(0)).collect(),
        indicators,
        cover: facts::covered(line.cost, &supports, 100)?,
        supports,
        asked_by_name: request.map(|request| request.asked_by_name).unwrap_or_default(),
        cannot_approve: cannot,
        halted_by_me: one.halted_by == Some(cx.who.id),
        record: cx.version(store::INITIATIVE, one.id)?,
        line,
    })
}

/// The whole cost of a programme's initiatives, for its report.
///
/// # Errors
/// Sums beyond what money can be.
pub fn whole(lines: &[InitiativeLine]) -> Result<Money> {
    Money::sum(lines.iter().filter(|one| one.state != InitiativeState::Cancelled).map(|one| one.cost))
}
