//! Tranches are put into stages: while they are planned, into stages that are planned or open. Money that was asked for, and
//! stages that were judged, stand as they are.

use crate::inputs::{PlaceTranches, StagesOf};
use crate::model::StageState;
use crate::rules::{NOTHING_CHOSEN, OTHER_PROJECT, STAGE_CLOSED, TRANCHE_BEGAN};
use crate::{moves, store};
use database::values;
use kernel::{Refusal, Result, require};
use loans::TrancheState;
use office::context::Write;
use serde_json::json;

pub fn place(cx: &Write<'_>, input: PlaceTranches) -> Result<StagesOf> {
    let project = store::project(cx, input.project)?;
    moves::goes_on(&project)?;
    require(!input.places.is_empty(), NOTHING_CHOSEN)?;
    let stages = store::of_project(cx, project.id)?;
    let tranches = store::tranches(cx, project.id)?;
    let mut told = Vec::new();
    for wanted in &input.places {
        let tranche = tranches.iter().find(|one| one.tranche == wanted.tranche);
        let tranche = tranche.ok_or(Refusal::new(OTHER_PROJECT).at("places"))?;
        let stage = stages.iter().find(|one| one.id == wanted.stage);
        let stage = stage.ok_or(Refusal::new(OTHER_PROJECT).at("places"))?;
        if tranche.stage == Some(stage.id) {
            continue;
        }
        let name = format!("{} / {}", tranche.loan_no, tranche.no);
        // One whose money is out already when stages are laid tells no more than where it stands.
        let may_move = tranche.state == TrancheState::Planned || tranche.stage.is_none();
        require(may_move, Refusal::new(TRANCHE_BEGAN).with("tranche", &name).at("places"))?;
        let takes = matches!(stage.state, StageState::Planned | StageState::Open);
        require(takes, Refusal::new(STAGE_CLOSED).with("name", &stage.name).at("places"))?;
        cx.run(
            "INSERT INTO project_stage_tranche (tranche, stage) VALUES ($1, $2) \
             ON CONFLICT (tranche) DO UPDATE SET stage = excluded.stage",
            values![tranche.tranche, stage.id],
        )?;
        told.push(json!({ "tranche": name, "stage": stage.name }));
    }
    if told.is_empty() {
        // They stand so already.
        cx.quiet();
    } else {
        cx.passed(store::STAGES, project.id)?;
        cx.changed(store::STAGES, project.id, &project.name, &(), &told)?;
    }
    Ok(StagesOf { project: project.id })
}
