//! What the screens of programmes ask.

use crate::conditions::{before, judged, standing};
use crate::inputs::{ListProgrammes, WhichInitiative, WhichProgramme};
use crate::model::{
    InitiativeLine, InitiativeSheet, InitiativeState, OfferedFinding, PhaseState, ProgrammeChoices, ProgrammeLine,
    ProgrammeName, ProgrammePage, ProgrammePartner, ProgrammePerson, ProgrammePhase, ProgrammeSheet, ProgrammeState,
    ProgrammeSupport,
};
use crate::store::{self, Initiative, Programme};
use crate::{facts, halts, measuring, moves, notes, phases, rules, steps};
use database::values;
use kernel::arabic::{Reading, fold};
use kernel::{Day, Result};
use measures::{indicators, initiatives};
use office::context::Read;
use office::input::Nothing;
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
    let weighed =
        initiatives.iter().map(|each| facts::weighed(each, store::cost(cx, each.id)?)).collect::<Result<Vec<_>>>()?;
    let cover = facts::covered(cost, &facts::supports(cx, Some(one.id))?, one.coverage_percent)?;
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
    let measured = measuring::measured(cx, one.id, cx.today())?;
    let lights = indicators::lights(measured.iter().map(|each| each.light));
    let halted = one.state == InitiativeState::Halted;
    Ok(InitiativeLine {
        programme: one.programme,
        programme_name: store::label(cx, *one.programme.as_bytes())?,
        keeper_name: person(cx, one.keeper)?,
        halted_on: halted.then_some(one.state_since),
        lights: lights.map(|count| i64::try_from(count).unwrap_or(0)),
        unmeasured: measured.iter().map(measuring::unmeasured).sum(),
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
    let supports = facts::supports(cx, Some(one.id))?;
    let (plan, cost) = facts::plan(cx, &all)?;
    let now = standing(cx, &one, &all)?;
    let asked = store::asked(cx, one.id)?;
    let mut phases = Vec::new();
    for phase in store::phases(cx, one.id)? {
        let own = asked.iter().filter(|each| each.phase == phase.id);
        phases.push(ProgrammePhase {
            cannot_end: phases::cannot_end(cx, &phase, &asked),
            conditions: own.map(|each| judged(each, &now)).collect::<Result<_>>()?,
            id: phase.id,
            no: phase.no,
            name: phase.name,
            planned_from: phase.planned_from,
            planned_until: phase.planned_until,
            state: phase.state,
            opened_on: phase.opened_on,
            ended_on: phase.ended_on,
            ended_by_name: phase.ended_by_name,
        });
    }
    let mut edition = facts::edition(cx, one.id, &plan)?;
    if let Some(edition) = &mut edition {
        if let Some(request) = approvals::waiting(cx, &steps::PLAN, *edition.id.as_bytes())? {
            edition.cannot_agree = moves::why(approvals::may_answer(cx, &steps::PLAN, &request))?;
        }
    }
    let gatherings = facts::gatherings(cx, one.id)?;
    let record = cx.version(store::PROGRAMME, one.id)?;
    let supports: Vec<ProgrammeSupport> =
        supports.into_iter().map(|each| ProgrammeSupport { version: record.number, ..each }).collect();
    Ok(ProgrammeSheet {
        today: cx.today(),
        line: line(cx, &one, &all)?,
        phases,
        initiatives: all.iter().map(|each| initiative_line(cx, each, &supports)).collect::<Result<_>>()?,
        cover: facts::covered(cost, &supports, one.coverage_percent)?,
        supports,
        edition,
        findings: facts::findings(cx, one.id, &all)?,
        assets: facts::assets(cx, one.id)?,
        promises: facts::promises(cx, one.id)?,
        residents: facts::residents(&gatherings),
        gatherings,
        record,
        vision: one.vision,
        vision_basis: one.vision_basis,
        decision: one.decision,
        coverage_percent: one.coverage_percent,
        quorum: one.quorum,
        reason: one.reason,
        ended_on: one.ended_on,
    })
}

fn person(cx: &Read<'_>, id: kernel::id::PersonId) -> Result<String> {
    let sql = "SELECT name FROM user_name WHERE id = $1";
    Ok(cx.row(sql, values![id], |row| row.get("name"))?.unwrap_or_default())
}

pub fn initiative(cx: &Read<'_>, input: WhichInitiative) -> Result<InitiativeSheet> {
    let one = store::initiative(cx, input.initiative)?;
    let programme = store::programme(cx, one.programme)?;
    let all = facts::supports(cx, Some(one.programme))?;
    let line = initiative_line(cx, &one, &all)?;
    let version = cx.version(store::PROGRAMME, one.programme)?.number;
    let own = all.into_iter().filter(|each| each.initiative == Some(one.id));
    let supports: Vec<ProgrammeSupport> = own.map(|each| ProgrammeSupport { version, ..each }).collect();
    let (finding_text, finding_evidence) = match one.finding {
        Some(finding) => {
            let sql = "SELECT text, evidence FROM programme_finding WHERE id = $1";
            cx.row(sql, values![finding], |row| Ok((row.get("text")?, row.get("evidence")?)))?.unwrap_or_default()
        }
        None => (String::new(), String::new()),
    };
    let elapsed = match (one.starts, one.ends) {
        (Some(starts), Some(ends)) => Some(indicators::elapsed(starts, ends, cx.today())?),
        _ => None,
    };
    let request = approvals::waiting(cx, &steps::INITIATIVE, *one.id.as_bytes())?;
    let cannot = request.as_ref().map(|request| moves::cannot_approve(cx, &one, request)).transpose()?.flatten();
    let stopped = halts::of(cx, one.id)?;
    let (cannot_release, release_asked) = halts::cannot_release(cx, &stopped)?;
    Ok(InitiativeSheet {
        today: cx.today(),
        running: programme.state == ProgrammeState::Running,
        programme_version: version,
        gates: before(cx, &one)?,
        ways: rules::ways(one.state).to_vec(),
        owner: one.owner,
        keeper: one.keeper,
        finding: one.finding,
        finding_text,
        finding_evidence,
        people: one.people,
        check_due: one.check_due,
        elapsed,
        partners: facts::partners(cx, one.id)?,
        costs: facts::costs(cx, one.id)?,
        results: measuring::results(cx, one.id)?,
        indicators: measuring::measured(cx, one.id, cx.today())?,
        cover: facts::covered(line.cost, &supports, 100)?,
        supports,
        progress: notes::progress(cx, one.id)?,
        halts: stopped,
        notes: notes::notes(cx, one.id)?,
        social_return: notes::social_return(cx, one.id, line.cost)?,
        asked_by_name: request.map(|request| request.asked_by_name).unwrap_or_default(),
        cannot_approve: cannot,
        cannot_release,
        release_asked,
        record: cx.version(store::INITIATIVE, one.id)?,
        need: one.need,
        mechanism: one.mechanism,
        reason: one.reason,
        line,
    })
}

pub fn choices(cx: &Read<'_>, _: Nothing) -> Result<ProgrammeChoices> {
    let sql = "SELECT party, name, kind, closed_on FROM partner_card ORDER BY name";
    let partners = cx.rows(sql, values![], |row| {
        let closed: Option<Day> = row.get("closed_on")?;
        Ok(ProgrammePartner {
            partner: row.get("party")?,
            name: row.get("name")?,
            kind: row.get("kind")?,
            closed: closed.is_some(),
        })
    })?;
    let sql = "SELECT id, finding_no, study, text, evidence, severity, made_on FROM study_finding_known \
               WHERE stands = 1 ORDER BY made_on DESC, finding_no";
    let studies = cx.rows(sql, values![], |row| {
        Ok(OfferedFinding {
            finding: row.get("id")?,
            finding_no: row.get("finding_no")?,
            study: row.get("study")?,
            text: row.get("text")?,
            evidence: row.get("evidence")?,
            severity: row.get("severity")?,
            made_on: row.get("made_on")?,
        })
    })?;
    let working = office::staff::people(cx)?.into_iter().filter(|one| one.active);
    let programmes = store::programmes(cx)?.into_iter();
    Ok(ProgrammeChoices {
        partners,
        people: working.map(|one| ProgrammePerson { person: one.id, name: one.name }).collect(),
        studies,
        programmes: programmes
            .map(|one| ProgrammeName {
                programme: one.id,
                name: one.name,
                running: one.state == ProgrammeState::Running,
            })
            .collect(),
    })
}
