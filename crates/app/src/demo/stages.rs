//! Stages in the demonstration: laid over some projects weeks ago; on the last day one is in its second stage, one has
//! passed them all, one failed, one waits for its review, others are past their day; and one whose money waits for its
//! stage.
//!
//! It throws dice of its own, so that the loans and families before it stay as they are.

use super::dice::Dice;
use super::scene::Scene;
use kernel::{Failure, Result};
use office::permission::Role::{Committee, Researcher, Supervisor};
use serde_json::{Value, json};

/// Days before the last one on which stages are laid.
const BEGINS: i32 = 40;
/// Projects that get them.
const LAID: i64 = 26;
const SEED: u64 = 0x57A6E5;

/// Plans the day on which stages are laid.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>) -> Result<()> {
    let day = scene.last.plus_days(-BEGINS)?;
    scene.on(day, begin)
}

/// The newest loans whose money is out: every other one is given three stages, the rest two.
fn begin(scene: &mut Scene<'_>) -> Result<()> {
    let templates = scene.call(Researcher, "stages.templates", json!({}))?["templates"].clone();
    let newest = json!({ "phase": ["active"], "order": { "by": "number", "down": true }, "limit": LAID });
    let page = scene.call(Researcher, "loans.list", newest)?;
    for (number, line) in page["lines"].as_array().into_iter().flatten().enumerate() {
        let template = &templates[if number.is_multiple_of(2) { 0 } else { 2 }]["id"];
        let more = if number % 9 == 4 { 0 } else { 45 };
        lay(scene, &line["project"], template, more)?;
        let sheet = project(scene, &line["project"])?;
        let first = &sheet["stages"][0]["stage"]["id"];
        let loose = sheet["loose"].as_array().into_iter().flatten();
        let places: Vec<Value> = loose.map(|one| json!({ "tranche": one["tranche"], "stage": first })).collect();
        scene.call(Researcher, "stages.place", json!({ "project": line["project"], "places": places }))?;
        // One that is halted or late waits until it is not.
        let _ = scene.attempt(Researcher, "stages.begin", json!({ "stage": first }));
    }
    Ok(())
}

/// The stages of a template over a project, each with so many days more. Papers are no matter of the demonstration.
fn lay(scene: &mut Scene<'_>, project: &Value, template: &Value, more: i64) -> Result<()> {
    scene.call(Researcher, "stages.lay", json!({ "project": project, "template": template }))?;
    let sheet = self::project(scene, project)?;
    let plan = |one: &Value| {
        let asks = |asked: &Value| json!({ "text": asked["text"], "paper": false });
        let asked: Vec<Value> = one["conditions"].as_array().into_iter().flatten().map(asks).collect();
        json!({ "id": one["id"], "name": one["name"], "goal": one["goal"], "days": one["days"].as_i64().unwrap_or(30) + more,
                "visits": one["visits"], "conditions": asked })
    };
    let stages: Vec<Value> = sheet["stages"].as_array().into_iter().flatten().map(|one| plan(&one["stage"])).collect();
    let version = &sheet["record"]["number"];
    scene
        .call(Researcher, "stages.change", json!({ "project": project, "stages": stages, "version": version }))
        .map(drop)
}

fn project(scene: &mut Scene<'_>, project: &Value) -> Result<Value> {
    scene.call(Researcher, "stages.project", json!({ "project": project }))
}

/// What happens on the last day.
///
/// # Errors
/// What the office refuses.
pub fn fill(scene: &mut Scene<'_>) -> Result<()> {
    let mut dice = Dice::new(SEED);
    let late = json!({ "at": "late", "limit": 500 });
    let mut ready: Vec<(usize, Value)> = Vec::new();
    for at in [late, json!({ "at": "open", "limit": 500 })] {
        let page = scene.call(Researcher, "stages.projects", at)?;
        for line in page["lines"].as_array().into_iter().flatten() {
            let sheet = project(scene, &line["project"])?;
            let gates = sheet["stages"][0]["gates"].as_array();
            let gaps = gates.into_iter().flatten().filter(|one| one["met"] == false);
            // A visit and a tick are all it lacks.
            if gaps.into_iter().all(|one| one["key"] == "stages.visits" || one["key"] == "stages.own") {
                let stages = sheet["stages"].as_array().map_or(0, Vec::len);
                ready.push((stages, line["project"].clone()));
            }
        }
    }
    let mut take = |stages: usize| -> Result<Value> {
        let place = ready.iter().position(|(count, _)| *count == stages);
        let place = place.ok_or_else(|| Failure::broken("too few projects are ready for their stages"))?;
        Ok(ready.remove(place).1)
    };
    let (second, failed, waits, all) = (take(3)?, take(3)?, take(3)?, take(2)?);
    for one in [&second, &failed, &waits] {
        shown(scene, &mut dice, one, 0)?;
        ask(scene, one, 0)?;
    }
    let note = scene.words.text("stage_passed")?;
    pass(scene, &second, 0, note)?;
    let (stage, reason) = (stage_of(scene, &failed, 0)?, scene.words.text("stage_failed")?);
    scene.call(Committee, "stages.fail", json!({ "stage": stage, "reason": reason, "follows": "again" }))?;
    for place in [0, 1] {
        shown(scene, &mut dice, &all, place)?;
        ask(scene, &all, place)?;
        pass(scene, &all, place, note)?;
    }
    money_waits(scene)
}

/// A visit of today for each that is asked, reviewed by another person; its conditions ticked.
fn shown(scene: &mut Scene<'_>, dice: &mut Dice, project: &Value, place: usize) -> Result<()> {
    let sheet = self::project(scene, project)?;
    let stage = &sheet["stages"][place]["stage"];
    let (found, unread) = (scene.words.text("stage_visit")?, scene.words.text("stage_unread")?);
    for _ in 0..stage["visits"].as_u64().unwrap_or(0) {
        let id = dice.id(scene.now);
        let kinds = ["production", "sales", "stock", "customers", "income"];
        let readings = kinds.map(|kind| json!({ "kind": kind, "typed": "", "reason": unread }));
        let found = json!({ "done_on": scene.today(), "findings": found, "signal": "sound", "readings": readings });
        let begun = json!({ "kind": "visit", "subject_kind": "project", "subject": project });
        scene.call(Researcher, "follow_up.record", json!({ "id": id, "begun": begun, "found": found }))?;
        scene.call(Supervisor, "follow_up.review", json!({ "id": id, "version": 0, "note": "" }))?;
    }
    let evidence = scene.words.text("stage_evidence")?;
    for one in stage["conditions"].as_array().into_iter().flatten() {
        let tick = json!({ "stage": stage["id"], "no": one["no"], "ticked": true, "evidence": evidence });
        scene.call(Researcher, "stages.tick", tick)?;
    }
    Ok(())
}

fn stage_of(scene: &mut Scene<'_>, project: &Value, place: usize) -> Result<Value> {
    Ok(self::project(scene, project)?["stages"][place]["stage"]["id"].clone())
}

fn ask(scene: &mut Scene<'_>, project: &Value, place: usize) -> Result<()> {
    let stage = stage_of(scene, project, place)?;
    let note = scene.words.text("stage_asked")?;
    scene.call(Researcher, "stages.ask_review", json!({ "stage": stage, "note": note })).map(drop)
}

fn pass(scene: &mut Scene<'_>, project: &Value, place: usize, note: &str) -> Result<()> {
    let stage = stage_of(scene, project, place)?;
    scene.call(Committee, "stages.pass", json!({ "stage": stage, "note": note })).map(drop)
}

/// A loan with money still to go out: its first tranche belongs to the stage that is open, the others to the next one.
fn money_waits(scene: &mut Scene<'_>) -> Result<()> {
    let templates = scene.call(Researcher, "stages.templates", json!({}))?["templates"].clone();
    let approved = json!({ "phase": ["approved"], "order": { "by": "number", "down": true }, "limit": 1 });
    let line = scene.call(Researcher, "loans.list", approved)?["lines"][0].clone();
    lay(scene, &line["project"], &templates[0]["id"], 0)?;
    let sheet = project(scene, &line["project"])?;
    let stage = |place: usize| &sheet["stages"][place.min(1)]["stage"]["id"];
    let loose = sheet["loose"].as_array().into_iter().flatten().enumerate();
    let places: Vec<Value> =
        loose.map(|(place, one)| json!({ "tranche": one["tranche"], "stage": stage(place) })).collect();
    scene.call(Researcher, "stages.place", json!({ "project": line["project"], "places": places }))?;
    scene.call(Researcher, "stages.begin", json!({ "stage": stage(0) })).map(drop)
}
