//! No money of a stage moves before the stage before it has passed. A project without stages is not asked.

use crate::conditions::page;
use crate::model::{ProjectStage, StageState};
use crate::{rules, store};
use database::values;
use kernel::id::{LoanId, TrancheId};
use kernel::{Failure, Result};
use office::context::Read;
use office::feature::Subject;
use office::gate::{Condition, Gate};

pub const TRANCHES: Gate = Gate {
    before: &[loans::GATED_TRANCHE_REQUEST, loans::GATED_TRANCHE_APPROVAL, loans::GATED_DELIVERY, loans::GATED_PAYMENT],
    look,
};

/// An import goes as long as nobody laid stages over a project of its loans.
pub const TAKING_BACK: Gate = Gate { before: &["importing.take_back"], look: nothing_laid };

fn nothing_laid(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    if subject.kind != "loan" {
        return Ok(Vec::new());
    }
    let sql =
        "SELECT count(*) AS laid FROM loan_guarantee g JOIN project_stage s ON s.project = g.project WHERE g.loan = $1";
    let laid: i64 = cx.one(sql, values![LoanId::from_bytes(subject.id)], |row| row.get("laid"))?;
    Ok(vec![Condition::new("stages.nothing_laid", laid == 0, [])])
}

fn look(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    if subject.kind != "tranche" {
        return Err(Failure::broken(format!("no stages of a {}", subject.kind)));
    }
    let (project, stage) = store::of_tranche(cx, TrancheId::from_bytes(subject.id))?;
    let stages = store::of_project(cx, project)?;
    if stages.is_empty() {
        return Ok(Vec::new());
    }
    let Some(stage) = stages.iter().find(|one| Some(one.id) == stage) else {
        return Ok(vec![Condition::new("stages.placed", false, []).mended_at(page(project)?)]);
    };
    Ok(vec![of_stage(&stages, stage).mended_at(page(project)?)])
}

/// Whether money of a stage may move, and if not, why.
fn of_stage(stages: &[ProjectStage], stage: &ProjectStage) -> Condition {
    if rules::frees(stages, stage) {
        return Condition::new("stages.open", true, [("stage", stage.name.clone())]);
    }
    match rules::unpassed_before(stages, stage.no) {
        Some(before) => {
            let args = [("stage", stage.name.clone()), ("before", before.name.clone())];
            Condition::new("stages.before", false, args)
        }
        None => {
            let key = match stage.state {
                StageState::InReview => "stages.in_review",
                StageState::Failed => "stages.failed",
                _ => "stages.unopened",
            };
            Condition::new(key, false, [("stage", stage.name.clone())])
        }
    }
}
