//! Papers of programmes: the logical framework of an initiative and its theory of change, from one tree, on A4 landscape.

use crate::inputs::WhichInitiative;
use crate::model::{InitiativeSheet, InitiativeState};
use crate::{pages, store};
use kernel::Result;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const FRAMEWORK: Template = Template { name: "logical_framework", source: include_str!("papers/logical_framework.typ") };
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
        "programme": sheet.programme_name,
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
