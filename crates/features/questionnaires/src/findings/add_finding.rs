//! Something is found.

use super::{MARK, RECORD, look, next_number, tidy};
use crate::inputs::AddFinding;
use crate::model::SavedFinding;
use crate::rules::{ADDED_ALREADY, NOT_OPEN};
use crate::store;
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn add_finding(cx: &Write<'_>, input: AddFinding) -> Result<SavedFinding> {
    let known: Option<String> =
        cx.row("SELECT finding_no FROM study_finding WHERE id = $1", values![input.id], |row| row.get("finding_no"))?;
    require(known.is_none(), ADDED_ALREADY)?;
    let of = store::questionnaire(cx, input.questionnaire)?;
    // There is something to find once somebody has answered.
    let refusal = Refusal::new(NOT_OPEN).with("opens", of.opens).with("closes", of.closes);
    require(of.answers > 0, refusal)?;
    let found = tidy(&input.finding, &of)?;
    let number = next_number(cx, RECORD, MARK)?;
    cx.run(
        "INSERT INTO study_finding (id, finding_no, questionnaire, question, domain, text, severity, evidence, made_by, made_on, \
         search_fold) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        values![
            input.id,
            number.as_str(),
            of.id,
            input.finding.question.as_str(),
            found.domain.as_str(),
            found.text.as_str(),
            input.finding.severity,
            found.evidence.as_str(),
            cx.who.id,
            cx.today(),
            found.fold(&number)
        ],
    )?;
    cx.passed(RECORD, input.id)?;
    cx.changed(RECORD, input.id, &number, &(), &look::finding(cx, input.id)?)?;
    Ok(SavedFinding { finding: input.id, finding_no: number })
}
