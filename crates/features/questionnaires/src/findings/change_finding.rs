//! A finding is said better, weighed otherwise, or no longer holds.

use super::{RECORD, look, tidy};
use crate::inputs::ChangeFinding;
use crate::model::SavedFinding;
use crate::store;
use database::values;
use kernel::Result;
use office::context::Write;

pub fn change_finding(cx: &Write<'_>, input: ChangeFinding) -> Result<SavedFinding> {
    let before = look::finding(cx, input.id)?;
    let of = store::questionnaire(cx, before.questionnaire)?;
    let found = tidy(&input.finding, &of)?;
    cx.claim(RECORD, input.id, input.version)?;
    cx.run(
        "UPDATE study_finding SET question = $1, domain = $2, text = $3, severity = $4, evidence = $5, stands = $6, \
         search_fold = $7 WHERE id = $8",
        values![
            input.finding.question.as_str(),
            found.domain.as_str(),
            found.text.as_str(),
            input.finding.severity,
            found.evidence.as_str(),
            input.stands,
            found.fold(&before.finding_no),
            input.id
        ],
    )?;
    cx.changed(RECORD, input.id, &before.finding_no, &before, &look::finding(cx, input.id)?)?;
    Ok(SavedFinding { finding: input.id, finding_no: before.finding_no })
}
