//! What the screens of stages ask.

use crate::inputs::{AskProjects, StagesOf};
use crate::model::{
    ProjectCount, ProjectLine, ProjectPage, ProjectStage, ProjectStages, StageSheet, StageState, StageTemplates,
    StageTranche,
};
use crate::steps::REVIEW;
use crate::store::Project;
use crate::{conditions, moves, store, templates as rows};
use database::{Value, values};
use kernel::Result;
use kernel::arabic::fold;
use kernel::id::{ProjectId, StageId};
use loans::ProjectState;
use office::context::Read;
use office::gate::Condition;
use office::input::Nothing;
use office::order::order_by;
use office::page::limit_of;

/// What each column of the list of projects is ordered by.
const ORDERED: &[(&str, &str)] = &[
    ("name", "p.name_fold"),
    ("borrower", "p.borrower"),
    ("activity", "p.activity"),
    ("stage", "stage_name"),
    ("at", "p.place"),
    ("due", "stage_due?"),
    ("passed", "passed"),
    ("stages", "stages"),
    ("opened", "p.opened_on"),
    ("loans", "loans"),
    ("outstanding", "outstanding"),
    ("standing", "p.standing"),
];
const FOUND: &str = include_str!("sql/projects_found.sql");

pub fn templates(cx: &Read<'_>, _: Nothing) -> Result<StageTemplates> {
    Ok(StageTemplates { templates: rows::templates(cx)?, records: cx.versions(rows::RECORD)? })
}

pub fn projects(cx: &Read<'_>, input: AskProjects) -> Result<ProjectPage> {
    let words = fold(&input.text);
    let like = (!words.is_empty()).then(|| format!("%{words}%"));
    let at = input.at.map(crate::model::ProjectAt::name);
    let narrowed: Vec<Value> = values![cx.today(), input.party, like, at].to_vec();
    let order = order_by(input.order.as_ref(), ORDERED, "p.name_fold, p.id", "p.id");
    // The parameters behind those of what is found.
    let (place, standing, limit, offset) = (4, 5, 6, 7);
    let there = format!("WHERE (${place} IS NULL OR p.place = ${place})");
    let page = format!(
        "{there} AND (${standing} IS NULL OR p.standing = ${standing}) {order} LIMIT ${limit} OFFSET ${offset}"
    );
    let sql = include_str!("sql/projects.sql").replace("-- found", FOUND).replace("-- in order", &page);
    let mut paged = narrowed.clone();
    paged.extend(values![input.standing.map(ProjectState::name), limit_of(input.limit), input.offset.max(0)]);
    let lines = cx.rows(&sql, paged, |row| {
        Ok(ProjectLine {
            project: row.get("id")?,
            party: row.get("party")?,
            borrower: row.get("borrower")?,
            name: row.get("name")?,
            activity: row.get("activity")?,
            opened_on: row.get("opened_on")?,
            standing: row.get("standing")?,
            at: row.get("place")?,
            stages: row.get("stages")?,
            passed: row.get("passed")?,
            stage_name: row.get("stage_name")?,
            stage_due: row.get("stage_due")?,
            loans: row.get("loans")?,
            outstanding: row.get("outstanding")?,
        })
    })?;
    let counted = format!("SELECT p.standing, count(*) AS n {FOUND} {there} GROUP BY p.standing");
    let found = cx.rows(&counted, narrowed, |row| Ok((row.get::<ProjectState>("standing")?, row.get::<i64>("n")?)))?;
    let count = |standing: ProjectState| found.iter().find(|(one, _)| *one == standing).map_or(0, |(_, n)| *n);
    let counts: Vec<ProjectCount> =
        ProjectState::ALL.iter().map(|one| ProjectCount { standing: *one, count: count(*one) }).collect();
    let total = counts.iter().filter(|one| input.standing.is_none_or(|wanted| wanted == one.standing));
    Ok(ProjectPage { lines, total: total.map(|one| one.count).sum(), counts })
}

pub fn project(cx: &Read<'_>, input: StagesOf) -> Result<ProjectStages> {
    let project = store::project(cx, input.project)?;
    let stages = store::of_project(cx, project.id)?;
    let tranches = store::tranches(cx, project.id)?;
    let mut steps = store::steps(cx, project.id)?;
    let goes_on = moves::goes_on(&project).is_ok();
    let mut sheets = Vec::with_capacity(stages.len());
    for stage in &stages {
        sheets.push(StageSheet {
            gates: if goes_on { gates(cx, &project, &stages, stage)? } else { Vec::new() },
            tranches: of(&tranches, Some(stage.id)),
            steps: steps.remove(&stage.id).unwrap_or_default(),
            ..sheet(cx, stage)?
        });
    }
    let (template, template_version) = template_of(cx, project.id)?.unzip();
    Ok(ProjectStages {
        project: project.id,
        standing: standing(cx, &project)?,
        loose: if stages.is_empty() { Vec::new() } else { of(&tranches, None) },
        stages: sheets,
        completing: if goes_on { conditions::completing(cx, &project, &stages)? } else { Vec::new() },
        template,
        template_version,
        record: cx.version(store::STAGES, project.id)?,
    })
}

fn of(tranches: &[StageTranche], stage: Option<StageId>) -> Vec<StageTranche> {
    tranches.iter().filter(|one| one.stage == stage).cloned().collect()
}

/// A stage with the review that waits for it.
fn sheet(cx: &Read<'_>, stage: &ProjectStage) -> Result<StageSheet> {
    let request = approvals::waiting(cx, &REVIEW, *stage.id.as_bytes())?;
    let cannot = request.as_ref().map(|request| moves::cannot_review(cx, stage, request)).transpose()?.flatten();
    let open = stage.state == StageState::Open;
    let late = stage.due.filter(|_| open).map_or(0, |due| cx.today().days_since(due).max(0));
    Ok(StageSheet {
        stage: stage.clone(),
        days_late: late,
        tranches: Vec::new(),
        steps: Vec::new(),
        gates: Vec::new(),
        asked_by: request.as_ref().map(|request| request.asked_by),
        asked_by_name: request.map(|request| request.asked_by_name).unwrap_or_default(),
        cannot_review: cannot,
    })
}

/// What stands before the next step of a stage: of one that waits behind others, nothing yet but them.
fn gates(cx: &Read<'_>, project: &Project, stages: &[ProjectStage], stage: &ProjectStage) -> Result<Vec<Condition>> {
    match stage.state {
        StageState::Open | StageState::InReview => conditions::passing(cx, project, stage),
        StageState::Planned | StageState::Failed => conditions::opening(cx, project, stages, stage),
        StageState::Passed => Ok(Vec::new()),
    }
}

/// One that runs is halted while a hold of one of its loans stands.
fn standing(cx: &Read<'_>, project: &Project) -> Result<ProjectState> {
    let sql = "SELECT 1 AS one FROM loan_guarantee g JOIN hold_standing h ON h.loan = g.loan WHERE g.project = $1";
    let halted = project.state == ProjectState::Running && cx.row(sql, values![project.id], |_| Ok(()))?.is_some();
    Ok(if halted { ProjectState::Halted } else { project.state })
}

fn template_of(cx: &Read<'_>, project: ProjectId) -> Result<Option<(String, i64)>> {
    let sql = "SELECT t.name, s.template_version AS version FROM project_stage s \
               JOIN stage_template t ON t.id = s.template WHERE s.project = $1 ORDER BY s.no LIMIT 1";
    cx.row(sql, values![project], |row| Ok((row.get("name")?, row.get("version")?)))
}
