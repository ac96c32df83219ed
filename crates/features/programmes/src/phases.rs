//! The phases of a programme, in their order; each ends once all before its end holds, by somebody who ticked none of it.

use crate::conditions::{judged, must_hold, standing};
use crate::inputs::{MovePhase, PlanPhase, TickPhaseCondition};
use crate::keeping::said;
use crate::model::{PhaseConditionKind, PhaseState, SavedProgramme};
use crate::rules::{
    self, COMPUTED, CONDITION_EMPTY, CONDITION_TWICE, CONDITIONS_COUNT, EVIDENCE_MISSING, MOST_CONDITIONS,
    NAME_MISSING, OWN_CONDITION, PHASE_BEGAN, PHASE_ORDER,
};
use crate::store::{self, Asked, Phase};
use database::values;
use kernel::id::{PersonId, PhaseId, ProgrammeId};
use kernel::{Day, Failure, Refusal, Result, require};
use office::context::{Read, Write};
use office::words::{self, Language};
use serde_json::json;

/// The five phases of the first source, each with what ends it: a beginning («افتراضي – يلزم اعتماد»).
const PHASES: [(&str, &[(PhaseConditionKind, i64)]); 5] = [
    ("preparation", &[(PhaseConditionKind::Endorsements, 3), (PhaseConditionKind::Vision, 0)]),
    ("partnerships", &[(PhaseConditionKind::Agreements, 3)]),
    (
        "study",
        &[(PhaseConditionKind::Findings, 5), (PhaseConditionKind::Assets, 3), (PhaseConditionKind::Residents, 30)],
    ),
    ("capacity", &[(PhaseConditionKind::Capacity, 1), (PhaseConditionKind::Own, 0)]),
    (
        "planning",
        &[
            (PhaseConditionKind::Coverage, 0),
            (PhaseConditionKind::Baselines, 0),
            (PhaseConditionKind::Consent, 0),
            (PhaseConditionKind::Vision, 0),
            (PhaseConditionKind::Founded, 0),
            (PhaseConditionKind::Implementers, 0),
            (PhaseConditionKind::Planned, 0),
        ],
    ),
];

/// # Errors
/// What the database refuses.
pub fn lay(cx: &Write<'_>, programme: ProgrammeId) -> Result<()> {
    for (no, (key, conditions)) in (1_i64..).zip(PHASES) {
        let id = PhaseId::new(cx.now, office::random::bytes()?);
        let name = words::word(&format!("programmes.seed.{key}"), Language::Ar);
        let sql = "INSERT INTO programme_phase (id, programme, no, name, state) VALUES ($1, $2, $3, $4, 'planned')";
        cx.run(sql, values![id, programme, no, name])?;
        for (place, (kind, least)) in (1_i64..).zip(conditions) {
            let own = *kind == PhaseConditionKind::Own;
            let text = if own { words::word("programmes.seed.capacity_own", Language::Ar) } else { String::new() };
            ask(cx, id, place, *kind, &text, *least)?;
        }
    }
    Ok(())
}

fn ask(cx: &Write<'_>, phase: PhaseId, no: i64, kind: PhaseConditionKind, text: &str, least: i64) -> Result<()> {
    let sql = "INSERT INTO phase_condition (phase, no, kind, text, least) VALUES ($1, $2, $3, $4, $5)";
    cx.run(sql, values![phase, no, kind, text, least]).map(drop)
}

/// A phase that has not begun is planned anew, with what it asks.
pub fn plan_phase(cx: &Write<'_>, input: PlanPhase) -> Result<SavedProgramme> {
    let of = store::running(cx, input.programme)?;
    let phase = store::phase(cx, of.id, input.id)?;
    require(phase.state == PhaseState::Planned, Refusal::new(PHASE_BEGAN).with("name", &phase.name))?;
    let name = rules::said("name", &input.name, NAME_MISSING)?;
    rules::span(input.planned_from, input.planned_until, "planned_until")?;
    let few = input.conditions.len() <= MOST_CONDITIONS;
    require(few, Refusal::new(CONDITIONS_COUNT).with("most", MOST_CONDITIONS).at("conditions"))?;
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    let sql = "UPDATE programme_phase SET name = $1, planned_from = $2, planned_until = $3 WHERE id = $4";
    cx.run(sql, values![name.as_str(), input.planned_from, input.planned_until, phase.id])?;
    cx.run("DELETE FROM phase_condition WHERE phase = $1", values![phase.id])?;
    for (place, one) in input.conditions.iter().enumerate() {
        let own = one.kind == PhaseConditionKind::Own;
        let twice = !own && input.conditions[..place].iter().any(|other| other.kind == one.kind);
        require(!twice, Refusal::new(CONDITION_TWICE).at("conditions"))?;
        let text = if own { rules::said("conditions", &one.text, CONDITION_EMPTY)? } else { String::new() };
        require((0..=10_000).contains(&one.least), Refusal::new(CONDITIONS_COUNT).at("conditions"))?;
        ask(cx, phase.id, i64::try_from(place).unwrap_or(0) + 1, one.kind, &text, one.least)?;
    }
    said(cx, &of, &json!({ "phase": name, "from": input.planned_from, "until": input.planned_until }))?;
    Ok(SavedProgramme { programme: of.id })
}

/// The next phase begins: all before it are done.
pub fn begin_phase(cx: &Write<'_>, input: MovePhase) -> Result<SavedProgramme> {
    let of = store::running(cx, input.programme)?;
    let all = store::phases(cx, of.id)?;
    let phase = all.iter().find(|one| one.id == input.id).ok_or(Failure::not_found("phase"))?;
    let ready =
        phase.state == PhaseState::Planned && all.iter().all(|one| one.no >= phase.no || one.state == PhaseState::Done);
    require(ready, Refusal::new(PHASE_ORDER).with("name", &phase.name))?;
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    let sql = "UPDATE programme_phase SET state = 'running', opened_on = $1 WHERE id = $2";
    cx.run(sql, values![cx.today(), phase.id])?;
    said(cx, &of, &json!({ "phase": phase.name, "state": "running" }))?;
    Ok(SavedProgramme { programme: of.id })
}

/// Why the person who asks may not end a phase: they ticked one of its conditions.
pub fn cannot_end(cx: &Read<'_>, phase: &Phase, asked: &[Asked]) -> Option<String> {
    let own = asked.iter().any(|one| one.phase == phase.id && one.met_by == Some(cx.who.id));
    own.then(|| OWN_CONDITION.0.to_owned())
}

/// A phase ends: everything before its end holds.
pub fn end_phase(cx: &Write<'_>, input: MovePhase) -> Result<SavedProgramme> {
    let of = store::running(cx, input.programme)?;
    let phase = store::phase(cx, of.id, input.id)?;
    require(phase.state == PhaseState::Running, Refusal::new(PHASE_ORDER).with("name", &phase.name))?;
    let asked = store::asked(cx, of.id)?;
    require(cannot_end(cx, &phase, &asked).is_none(), OWN_CONDITION)?;
    let now = standing(cx, &of, &store::initiatives(cx, of.id)?)?;
    let own = asked.iter().filter(|one| one.phase == phase.id);
    let gates = own.map(|one| judged(one, &now).map(|found| found.gate)).collect::<Result<Vec<_>>>()?;
    must_hold(&gates)?;
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    let sql = "UPDATE programme_phase SET state = 'done', ended_on = $1, ended_by = $2 WHERE id = $3";
    cx.run(sql, values![cx.today(), cx.who.id, phase.id])?;
    said(cx, &of, &json!({ "phase": phase.name, "state": "done" }))?;
    Ok(SavedProgramme { programme: of.id })
}

/// One of the office's own conditions was seen met, with what shows it; or it was not, after all.
pub fn tick_condition(cx: &Write<'_>, input: TickPhaseCondition) -> Result<SavedProgramme> {
    let of = store::running(cx, input.programme)?;
    let phase = store::phase(cx, of.id, input.phase)?;
    require(phase.state == PhaseState::Running, Refusal::new(PHASE_ORDER).with("name", &phase.name))?;
    let asked = store::asked(cx, of.id)?;
    let one = asked.iter().find(|one| one.phase == phase.id && one.no == input.no);
    let one = one.ok_or(Failure::not_found("condition"))?;
    require(one.kind == PhaseConditionKind::Own, COMPUTED)?;
    let evidence = if input.met { rules::said("evidence", &input.evidence, EVIDENCE_MISSING)? } else { String::new() };
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    let (by, on): (Option<PersonId>, Option<Day>) = (input.met.then_some(cx.who.id), input.met.then(|| cx.today()));
    let sql = "UPDATE phase_condition SET met_by = $1, met_on = $2, evidence = $3 WHERE phase = $4 AND no = $5";
    cx.run(sql, values![by, on, evidence.as_str(), phase.id, one.no])?;
    said(cx, &of, &json!({ "condition": one.text, "met": input.met, "evidence": evidence }))?;
    Ok(SavedProgramme { programme: of.id })
}
