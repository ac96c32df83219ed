//! One of the office's own conditions was seen met, with what shows it; or it was not, after all.

use crate::inputs::{StagesOf, TickCondition};
use crate::model::StageState;
use crate::rules::{EVIDENCE_MISSING, PAPER_MISSING};
use crate::{moves, rules, store};
use database::values;
use kernel::id::SubjectId;
use kernel::{Failure, Result, require};
use office::context::Write;
use serde_json::json;

pub fn tick(cx: &Write<'_>, input: TickCondition) -> Result<StagesOf> {
    let (stage, _) = store::with_others(cx, input.stage)?;
    let project = store::project(cx, stage.project)?;
    moves::goes_on(&project)?;
    rules::stands(&stage, &[StageState::Open])?;
    let condition = stage.conditions.iter().find(|one| one.no == input.no);
    let condition = condition.ok_or(Failure::not_found("stage_condition"))?;
    let answer = StagesOf { project: project.id };
    let evidence =
        if input.ticked { rules::said(&input.evidence, "evidence", EVIDENCE_MISSING)? } else { String::new() };
    if condition.ticked_by.is_some() == input.ticked && condition.evidence == evidence {
        // It stands so already.
        cx.quiet();
        return Ok(answer);
    }
    if input.ticked && condition.paper {
        let papers = documents::hanging_on(cx, store::STAGE, SubjectId::from_bytes(*stage.id.as_bytes()))?;
        require(papers.iter().any(|one| one.removed_at.is_none()), PAPER_MISSING)?;
    }
    let (by, on) = (input.ticked.then_some(cx.who.id), input.ticked.then(|| cx.today()));
    cx.run(
        "UPDATE project_stage_condition SET ticked_by = $1, ticked_on = $2, evidence = $3 WHERE stage = $4 AND no = $5",
        values![by, on, evidence.as_str(), stage.id, condition.no],
    )?;
    let label = store::label(cx, *stage.id.as_bytes())?;
    let after = json!({ "condition": condition.text, "met": input.ticked, "evidence": evidence });
    cx.changed(store::STAGE, stage.id, &label, condition, &after)?;
    Ok(answer)
}
