//! Stages, rows in and out, and how the audit trail is told of them.

use crate::model::{ProjectStage, StageCondition, StagePlan, StageState, StageStep, StageStepKind, StageTranche};
use database::{Read, Row, values};
use kernel::id::{LoanId, ProjectId, StageId, StageTemplateId, TrancheId};
use kernel::{Failure, Result};
use loans::ProjectState;
use office::context::Write;
use std::collections::BTreeMap;

/// The kind of record, for documents, approvals and the audit trail; the stages of a project as they are edited.
pub const STAGE: &str = "stage";
pub const STAGES: &str = "project_stages";

/// A project as stages know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    pub id: ProjectId,
    pub name: String,
    pub state: ProjectState,
}

/// # Errors
/// Not found.
pub fn project(db: &Read<'_>, id: ProjectId) -> Result<Project> {
    let sql = "SELECT id, name, state FROM project_card WHERE id = $1";
    let found = db.row(sql, values![id], |row| {
        Ok(Project { id: row.get("id")?, name: row.get("name")?, state: row.get("state")? })
    })?;
    found.ok_or(Failure::not_found("project"))
}

/// The stages of a project, in their order.
pub fn of_project(db: &Read<'_>, project: ProjectId) -> Result<Vec<ProjectStage>> {
    let sql = "SELECT id, project, no, name, goal, days, visits, state, opened_on, due, ended_on FROM project_stage \
               WHERE project = $1 ORDER BY no";
    let mut stages = db.rows(sql, values![project], stage_row)?;
    let asked = db.rows(include_str!("sql/conditions.sql"), values![project], |row| {
        Ok((row.get::<StageId>("stage")?, condition_row(row)?))
    })?;
    for (id, condition) in asked {
        if let Some(stage) = stages.iter_mut().find(|stage| stage.id == id) {
            stage.conditions.push(condition);
        }
    }
    Ok(stages)
}

/// A stage with the others of its project, in their order.
///
/// # Errors
/// Not found.
pub fn with_others(db: &Read<'_>, id: StageId) -> Result<(ProjectStage, Vec<ProjectStage>)> {
    let project = db.row("SELECT project FROM project_stage WHERE id = $1", values![id], |row| row.get("project"))?;
    let stages = of_project(db, project.ok_or(Failure::not_found(STAGE))?)?;
    let stage = stages.iter().find(|one| one.id == id).cloned().ok_or(Failure::not_found(STAGE))?;
    Ok((stage, stages))
}

fn stage_row(row: &Row<'_>) -> Result<ProjectStage> {
    let small = |column: &str| row.get::<i64>(column);
    Ok(ProjectStage {
        id: row.get("id")?,
        project: row.get("project")?,
        no: row.get("no")?,
        name: row.get("name")?,
        goal: row.get("goal")?,
        days: u16::try_from(small("days")?).map_err(Failure::broken)?,
        visits: u8::try_from(small("visits")?).map_err(Failure::broken)?,
        state: row.get("state")?,
        opened_on: row.get("opened_on")?,
        due: row.get("due")?,
        ended_on: row.get("ended_on")?,
        conditions: Vec::new(),
    })
}

fn condition_row(row: &Row<'_>) -> Result<StageCondition> {
    Ok(StageCondition {
        no: row.get("no")?,
        text: row.get("text")?,
        paper: row.get("paper")?,
        ticked_by: row.get("ticked_by")?,
        ticked_by_name: row.get::<Option<String>>("ticked_by_name")?.unwrap_or_default(),
        ticked_on: row.get("ticked_on")?,
        evidence: row.get("evidence")?,
    })
}

/// What happened to the stages of a project, the newest first.
pub fn steps(db: &Read<'_>, project: ProjectId) -> Result<BTreeMap<StageId, Vec<StageStep>>> {
    let rows = db.rows(include_str!("sql/steps.sql"), values![project], |row| {
        let step = StageStep {
            step: row.get("step")?,
            on: row.get("on_day")?,
            by_name: row.get("made_by_name")?,
            at: row.get("recorded_at")?,
            note: row.get("note")?,
        };
        Ok((row.get::<StageId>("stage")?, step))
    })?;
    let mut all: BTreeMap<StageId, Vec<StageStep>> = BTreeMap::new();
    for (stage, step) in rows {
        all.entry(stage).or_default().push(step);
    }
    Ok(all)
}

/// The tranches of all loans of a project, those that were cancelled aside.
pub fn tranches(db: &Read<'_>, project: ProjectId) -> Result<Vec<StageTranche>> {
    db.rows(include_str!("sql/tranches.sql"), values![project], |row| {
        Ok(StageTranche {
            tranche: row.get("id")?,
            loan: row.get("loan")?,
            loan_no: row.get("loan_no")?,
            no: row.get("no")?,
            amount: row.get("amount")?,
            kind: row.get("kind")?,
            item: row.get("item")?,
            supplier: row.get("supplier")?,
            state: row.get("state")?,
            stage: row.get("stage")?,
        })
    })
}

/// The loans of a project.
pub fn loans_of(db: &Read<'_>, project: ProjectId) -> Result<Vec<LoanId>> {
    db.rows("SELECT loan FROM loan_guarantee WHERE project = $1 ORDER BY loan", values![project], |row| row.get("loan"))
}

/// The project a tranche is paid out to, and the stage it was put into.
pub fn of_tranche(db: &Read<'_>, tranche: TrancheId) -> Result<(ProjectId, Option<StageId>)> {
    let sql = "SELECT g.project, p.stage FROM loan_goods t JOIN loan_guarantee g ON g.loan = t.loan \
               LEFT JOIN project_stage_tranche p ON p.tranche = t.id WHERE t.id = $1";
    let found = db.row(sql, values![tranche], |row| Ok((row.get("project")?, row.get("stage")?)))?;
    found.ok_or(Failure::not_found("tranche"))
}

/// # Errors
/// Not found.
pub fn label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql =
        "SELECT s.name, p.name AS project FROM project_stage s JOIN project_card p ON p.id = s.project WHERE s.id = $1";
    let found = db.row(sql, values![id], |row| {
        Ok(format!("{} / {}", row.get::<String>("project")?, row.get::<String>("name")?))
    })?;
    found.ok_or(Failure::not_found(STAGE))
}

/// Writes a stage that is new, planned.
pub fn insert(
    cx: &Write<'_>,
    project: ProjectId,
    id: StageId,
    no: i64,
    plan: &StagePlan,
    template: Option<(StageTemplateId, i64)>,
) -> Result<()> {
    cx.run(
        "INSERT INTO project_stage (id, project, no, name, goal, days, visits, state, template, template_version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'planned', $8, $9)",
        values![
            id,
            project,
            no,
            plan.name.as_str(),
            plan.goal.as_str(),
            i64::from(plan.days),
            i64::from(plan.visits),
            template.map(|(template, _)| template),
            template.map(|(_, version)| version)
        ],
    )?;
    ask(cx, id, plan, 0)
}

/// Writes what a stage asks, from the condition behind the first `after` on.
pub fn ask(cx: &Write<'_>, stage: StageId, plan: &StagePlan, after: usize) -> Result<()> {
    for (no, one) in (1_i64..).zip(&plan.conditions).skip(after) {
        cx.run(
            "INSERT INTO project_stage_condition (stage, no, text, paper) VALUES ($1, $2, $3, $4)",
            values![stage, no, one.text.as_str(), one.paper],
        )?;
    }
    Ok(())
}

/// Leads a stage to a state, with the step that says who did it.
pub fn lead(cx: &Write<'_>, stage: &ProjectStage, state: StageState, step: StageStepKind, note: &str) -> Result<()> {
    let ended = matches!(state, StageState::Passed | StageState::Failed).then(|| cx.today());
    let opens = step == StageStepKind::Opened;
    let opened_on = if opens { Some(cx.today()) } else { stage.opened_on };
    let due = if opens { Some(cx.today().plus_days(i32::from(stage.days))?) } else { stage.due };
    cx.run(
        "UPDATE project_stage SET state = $1, opened_on = $2, due = $3, ended_on = $4 WHERE id = $5",
        values![state, opened_on, due, ended, stage.id],
    )?;
    add_step(cx, stage.id, step, note)
}

/// # Errors
/// What the database refuses.
pub fn add_step(cx: &Write<'_>, stage: StageId, step: StageStepKind, note: &str) -> Result<()> {
    let sql = "SELECT COALESCE(max(place), 0) + 1 AS next FROM project_stage_step WHERE stage = $1";
    let place: i64 = cx.one(sql, values![stage], |row| row.get("next"))?;
    cx.run(
        "INSERT INTO project_stage_step (stage, place, step, on_day, made_by, recorded_at, note) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![stage, place, step, cx.today(), cx.who.id, cx.now, note],
    )?;
    Ok(())
}

/// The audit line of a change of the state of a stage.
pub fn told(cx: &Write<'_>, stage: &ProjectStage, state: StageState, note: &str) -> Result<()> {
    let before = serde_json::json!({ "state": stage.state });
    let after = serde_json::json!({ "state": state, "note": note });
    cx.changed(STAGE, stage.id, &label(cx, *stage.id.as_bytes())?, &before, &after)
}
