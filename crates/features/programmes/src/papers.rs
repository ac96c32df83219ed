//! Papers of programmes: the logical framework of an initiative and its theory of change, from one tree, on A4 landscape; the report
//! of a programme.

use crate::inputs::{WhichInitiative, WhichProgramme};
use crate::model::{InitiativeNoteKind, InitiativeSheet, InitiativeState, PhaseState};
use crate::{capacity, notes, pages, store};
use kernel::Result;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const FRAMEWORK: Template =
    Template { name: "logical_framework", source: include_str!("papers/logical_framework.typ") };
const REPORT: Template = Template { name: "programme_report", source: include_str!("papers/programme_report.typ") };
const CHANGE: Template = Template { name: "theory_of_change", source: include_str!("papers/theory_of_change.typ") };

fn word(key: String) -> String {
    words::word(&key, Language::Ar)
}

fn data(sheet: &InitiativeSheet) -> Value {
    let results: Vec<Value> = sheet
        .results
        .iter()
        .map(|one| {
            let own = sheet.indicators.iter().filter(|each| each.result == one.id);
            json!({
                "id": one.id,
                "parent": one.parent,
                "level": one.level,
                "level_name": word(format!("programmes.level.{}", one.level.name())),
                "text": one.text,
                "assumption": one.assumption,
                "mechanism": one.mechanism,
                "indicators": own.map(|each| json!({
                    "text": each.text, "unit": each.unit, "baseline": each.baseline, "target": each.target,
                    "actual": each.actual, "percent": each.percent, "light": each.light, "source": each.source,
                })).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "number": sheet.line.initiative_no,
        "title": sheet.line.title,
        "programme": sheet.line.programme_name,
        "finding": sheet.finding_text,
        "need": sheet.need,
        "state": word(format!("programmes.initiative_state.{}", sheet.line.state.name())),
        "halted": sheet.line.state == InitiativeState::Halted,
        "reason": sheet.reason,
        "results": results,
    })
}

pub fn framework_paper(cx: &Read<'_>, input: WhichInitiative) -> Result<Paper> {
    let sheet = pages::initiative(cx, input)?;
    cx.saw(store::INITIATIVE, input.initiative, &sheet.line.initiative_no, json!({ "paper": "framework" }));
    paper::print(cx, &FRAMEWORK, &format!("framework-{}", sheet.line.initiative_no), &data(&sheet))
}

pub fn change_paper(cx: &Read<'_>, input: WhichInitiative) -> Result<Paper> {
    let sheet = pages::initiative(cx, input)?;
    cx.saw(store::INITIATIVE, input.initiative, &sheet.line.initiative_no, json!({ "paper": "change" }));
    paper::print(cx, &CHANGE, &format!("change-{}", sheet.line.initiative_no), &data(&sheet))
}

pub fn report_paper(cx: &Read<'_>, input: WhichProgramme) -> Result<Paper> {
    let sheet = pages::open(cx, input)?;
    let line = &sheet.line;
    let day = |day: Option<kernel::Day>| day.map(paper::dates_json);
    let phases: Vec<Value> = sheet
        .phases
        .iter()
        .map(|one| {
            let met = one.conditions.iter().filter(|each| each.gate.met).count();
            json!({
                "no": one.no, "name": one.name, "state": word(format!("programmes.phase_state.{}", one.state.name())),
                "done": one.state == PhaseState::Done, "opened_on": day(one.opened_on), "ended_on": day(one.ended_on),
                "met": met, "of": one.conditions.len(),
            })
        })
        .collect();
    let mut lessons = Vec::new();
    for one in &sheet.initiatives {
        for note in
            notes::notes(cx, one.initiative)?.into_iter().filter(|each| each.kind != InitiativeNoteKind::Lasting)
        {
            lessons.push(json!({
                "title": one.title, "kind": word(format!("programmes.note_kind.{}", note.kind.name())), "text": note.text,
                "day": paper::dates_json(note.day),
            }));
        }
    }
    let associations: Vec<Value> = capacity::lines(cx, line.programme)?
        .iter()
        .filter_map(|one| {
            let (last, first) = (one.assessments.first()?, one.assessments.last()?);
            Some(json!({
                "name": one.name, "first": first.mean, "last": last.mean, "times": one.assessments.len(),
                "performance": last.performance, "steps": one.steps.len(),
                "done": one.steps.iter().filter(|step| step.done_on.is_some()).count(), "visits": one.mentored,
            }))
        })
        .collect();
    let data = json!({
        "number": line.programme_no,
        "name": line.name,
        "governorate": line.governorate,
        "state": word(format!("programmes.state.{}", line.state.name())),
        "opened_on": paper::dates_json(line.opened_on),
        "until": paper::dates_json(sheet.today),
        "vision": sheet.vision,
        "vision_basis": sheet.vision_basis,
        "decision": sheet.decision,
        "progress": line.progress,
        "cost": line.cost.halalas(),
        "coverage": sheet.cover.coverage,
        "residents": sheet.residents,
        "gatherings": sheet.gatherings.len(),
        "phases": phases,
        "findings": sheet.findings.iter().map(|one| json!({
            "domain": word(format!("programmes.domain.{}", one.domain.name())), "text": one.text, "evidence": one.evidence,
            "severity": word(format!("programmes.severity.{}", one.severity.name())),
        })).collect::<Vec<_>>(),
        "initiatives": sheet.initiatives.iter().map(|one| json!({
            "number": one.initiative_no, "title": one.title, "state": word(format!("programmes.initiative_state.{}", one.state.name())),
            "halted": one.state == InitiativeState::Halted, "cost": one.cost.halalas(), "progress": one.progress,
            "coverage": one.coverage, "lights": one.lights, "late": one.late,
        })).collect::<Vec<_>>(),
        "shares": sheet.cover.shares.iter().map(|one| json!({
            "source": word(format!("programmes.source.{}", one.source.name())), "received": one.received.halalas(),
            "pledged": one.pledged.halalas(), "tenths": one.tenths,
        })).collect::<Vec<_>>(),
        "received": sheet.cover.received.halalas(),
        "pledged": sheet.cover.pledged.halalas(),
        "uncovered": sheet.cover.uncovered.halalas(),
        "promises": sheet.promises.iter().map(|one| json!({
            "text": one.text, "year": one.year, "reached_on": day(one.reached_on), "evidence": one.evidence,
        })).collect::<Vec<_>>(),
        "associations": associations,
        "lessons": lessons,
    });
    cx.saw(store::PROGRAMME, line.programme, &line.name, json!({ "paper": "report" }));
    paper::print(cx, &REPORT, &format!("programme-{}", line.programme_no), &data)
}
