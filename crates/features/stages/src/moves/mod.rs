//! The way of a stage: opened, its conditions ticked, a review asked for, passed or failed by another person.

pub mod ask_review;
pub mod begin;
pub mod complete;
pub mod drop_review;
pub mod fail;
pub mod pass;
pub mod tick;

use crate::model::{ProjectStage, StageState, StageStepKind};
use crate::rules::{OWN_TICK, PROJECT_ENDED};
use crate::steps::REVIEW;
use crate::store::{self, Project};
use approvals::ApprovalRequest;
use database::values;
use kernel::id::{PersonId, ProjectId};
use kernel::{Day, Failure, Result, require};
use loans::ProjectState;
use office::context::{Read, Write};

/// # Errors
/// The project was stopped or completed.
pub fn goes_on(project: &Project) -> Result<()> {
    require(matches!(project.state, ProjectState::Running | ProjectState::Halted), PROJECT_ENDED)
}

/// Whoever ticked one of its conditions does not judge the stage: a paper must not rest on one person's word.
///
/// # Errors
/// `stages.own_tick`.
pub fn is_no_witness(stage: &ProjectStage, person: PersonId) -> Result<()> {
    require(stage.conditions.iter().all(|one| one.ticked_by != Some(person)), OWN_TICK)
}

/// Whether the person who asks may review it.
///
/// # Errors
/// Their role, that they asked for it, that they ticked a condition of it.
pub fn may_review(cx: &Read<'_>, stage: &ProjectStage, request: &ApprovalRequest) -> Result<()> {
    approvals::may_answer(cx, &REVIEW, request)?;
    is_no_witness(stage, cx.who.id)
}

/// Why the person who asks may not review it: the name of a refusal, or of a permission.
///
/// # Errors
/// What the database refuses.
pub fn cannot_review(cx: &Read<'_>, stage: &ProjectStage, request: &ApprovalRequest) -> Result<Option<String>> {
    match may_review(cx, stage, request) {
        Ok(()) => Ok(None),
        Err(Failure::Forbidden { permission }) => Ok(Some(permission.to_owned())),
        Err(Failure::Refused(refusal)) => Ok(Some(refusal.code.0.to_owned())),
        Err(failure) => Err(failure),
    }
}

/// A stage opens today; what was ticked when it was open before is to be seen again.
///
/// # Errors
/// What the database refuses.
pub fn open(cx: &Write<'_>, stage: &ProjectStage, note: &str) -> Result<()> {
    let sql = "UPDATE project_stage_condition SET ticked_by = $1, ticked_on = $2, evidence = '' WHERE stage = $3";
    cx.run(sql, values![None::<PersonId>, None::<Day>, stage.id])?;
    store::lead(cx, stage, StageState::Open, StageStepKind::Opened, note)?;
    store::told(cx, stage, StageState::Open, note)
}

/// A project has changed: the review of a stage of one that ended falls away, and the stage stands as it stood before.
///
/// # Errors
/// What the database refuses.
pub fn project_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    let project = store::project(cx, ProjectId::from_bytes(id))?;
    if goes_on(&project).is_ok() {
        return Ok(());
    }
    let stages = store::of_project(cx, project.id)?;
    for stage in stages.iter().filter(|one| one.state == StageState::InReview) {
        approvals::lapse(cx, &REVIEW, *stage.id.as_bytes(), "")?;
        store::lead(cx, stage, StageState::Open, StageStepKind::Returned, "")?;
        store::told(cx, stage, StageState::Open, "")?;
    }
    Ok(())
}
