//! The stages of a project are planned otherwise. What has begun stands; what is open may be asked for more, not for less.

use crate::inputs::{ChangeStages, ChangedStage, StagesOf};
use crate::model::{ProjectStage, StagePlan, StageState, StageStepKind};
use crate::rules::{HAS_TRANCHES, OTHER_PROJECT, PASSED_STAYS};
use crate::{moves, rules, store};
use database::values;
use kernel::id::StageId;
use kernel::{Refusal, Result, require};
use office::context::Write;

/// Stages are numbered beyond this while they change places: no two may have one number.
const ASIDE: i64 = 1_000;

pub fn change(cx: &Write<'_>, input: ChangeStages) -> Result<StagesOf> {
    let project = store::project(cx, input.project)?;
    moves::goes_on(&project)?;
    rules::count(input.stages.len())?;
    let before = store::of_project(cx, project.id)?;
    let wanted = input.stages.iter().map(planned).collect::<Result<Vec<_>>>()?;
    cx.claim(store::STAGES, project.id, input.version)?;

    let begun: Vec<&ProjectStage> = before.iter().filter(|one| one.state != StageState::Planned).collect();
    let heads = wanted.iter().take(begun.len());
    let stays = heads.clone().count() == begun.len() && heads.zip(&begun).all(|((id, _), was)| *id == was.id);
    require(stays, Refusal::new(PASSED_STAYS).at("stages"))?;
    for ((_, plan), was) in wanted.iter().zip(&begun) {
        change_begun(cx, was, plan)?;
    }
    change_planned(cx, &before, &wanted, begun.len(), project.id)?;

    let after = store::of_project(cx, project.id)?;
    cx.changed(store::STAGES, project.id, &project.name, &before, &after)?;
    Ok(StagesOf { project: project.id })
}

fn planned(stage: &ChangedStage) -> Result<(StageId, StagePlan)> {
    let plan = StagePlan {
        name: stage.name.clone(),
        goal: stage.goal.clone(),
        days: stage.days,
        visits: stage.visits,
        conditions: stage.conditions.clone(),
    };
    Ok((stage.id, rules::stage(&plan)?))
}

/// One that has begun: an open one may be asked for more and given other days; every other stands as it was.
fn change_begun(cx: &Write<'_>, was: &ProjectStage, plan: &StagePlan) -> Result<()> {
    if rules::is_as_it_was(was, plan) {
        return Ok(());
    }
    require(was.state == StageState::Open, Refusal::new(PASSED_STAYS).with("name", &was.name).at("stages"))?;
    rules::only_grows(was, plan)?;
    let due = was.opened_on.map(|day| day.plus_days(i32::from(plan.days))).transpose()?;
    write(cx, was.id, was.no, plan)?;
    cx.run("UPDATE project_stage SET due = $1 WHERE id = $2", values![due, was.id])?;
    for (one, asked) in was.conditions.iter().zip(&plan.conditions).filter(|(one, asked)| one.paper != asked.paper) {
        let sql = "UPDATE project_stage_condition SET paper = $1 WHERE stage = $2 AND no = $3";
        cx.run(sql, values![asked.paper, was.id, one.no])?;
    }
    store::ask(cx, was.id, plan, was.conditions.len())?;
    store::add_step(cx, was.id, StageStepKind::Changed, "")
}

/// Those that have not begun: taken out, put in, moved, planned otherwise.
fn change_planned(
    cx: &Write<'_>,
    before: &[ProjectStage],
    wanted: &[(StageId, StagePlan)],
    begun: usize,
    project: kernel::id::ProjectId,
) -> Result<()> {
    let rest: Vec<&ProjectStage> = before.iter().filter(|one| one.state == StageState::Planned).collect();
    for gone in rest.iter().filter(|one| wanted.iter().all(|(id, _)| *id != one.id)) {
        let sql = "SELECT count(*) AS n FROM project_stage_tranche WHERE stage = $1";
        let tranches: i64 = cx.one(sql, values![gone.id], |row| row.get("n"))?;
        require(tranches == 0, Refusal::new(HAS_TRANCHES).with("name", &gone.name).at("stages"))?;
        cx.run("DELETE FROM project_stage_condition WHERE stage = $1", values![gone.id])?;
        cx.run("DELETE FROM project_stage WHERE id = $1", values![gone.id])?;
    }
    let sql = "UPDATE project_stage SET no = no + $1 WHERE project = $2 AND state = 'planned'";
    cx.run(sql, values![ASIDE, project])?;
    for (no, (id, plan)) in (1_i64..).zip(wanted).skip(begun) {
        if rest.iter().any(|one| one.id == *id) {
            write(cx, *id, no, plan)?;
            cx.run("DELETE FROM project_stage_condition WHERE stage = $1", values![*id])?;
            store::ask(cx, *id, plan, 0)?;
        } else {
            let taken = cx.row("SELECT 1 AS one FROM project_stage WHERE id = $1", values![*id], |_| Ok(()))?;
            require(taken.is_none(), Refusal::new(OTHER_PROJECT).at("stages"))?;
            store::insert(cx, project, *id, no, plan, None)?;
        }
    }
    Ok(())
}

fn write(cx: &Write<'_>, id: StageId, no: i64, plan: &StagePlan) -> Result<()> {
    cx.run(
        "UPDATE project_stage SET no = $1, name = $2, goal = $3, days = $4, visits = $5 WHERE id = $6",
        values![no, plan.name.as_str(), plan.goal.as_str(), i64::from(plan.days), i64::from(plan.visits), id],
    )?;
    Ok(())
}
