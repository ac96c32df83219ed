//! The findings of all studies.

use super::RECORD;
use crate::inputs::ListFindings;
use crate::model::{FindingPage, StudyFinding};
use database::{Row, Value, values};
use kernel::id::FindingId;
use kernel::{Failure, Result};
use office::context::Read;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};

const LINES: &str = include_str!("../sql/findings.sql");
const ORDERED: &[(&str, &str)] = &[
    ("number", "f.finding_no"),
    ("domain", "f.domain"),
    ("text", "f.text"),
    ("severity", "CASE f.severity WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END"),
    ("study", "q.title_fold"),
    ("made", "f.made_on"),
    ("actions", "actions"),
];

pub fn findings(cx: &Read<'_>, input: ListFindings) -> Result<FindingPage> {
    as_meant(
        cx,
        &input.text,
        |page: &FindingPage| page.total == 0,
        |reading| {
            let mut narrow = Narrow::default();
            if let Some(questionnaire) = input.questionnaire {
                narrow.and("f.questionnaire = {}", values![questionnaire]);
            }
            if !input.all {
                narrow.and("f.stands = 1", values![]);
            }
            narrow.one_of("f.severity", input.severity.iter().map(|one| Value::from(*one)));
            narrow.words("f.search_fold", reading);
            let order = order_by(
                input.order.as_ref(),
                ORDERED,
                "CASE f.severity WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END, f.made_on DESC",
                "f.id",
            );
            let (sql, values) = narrow.statement(LINES, &order, limit_of(input.limit), input.offset);
            let lines = cx.rows(&sql, values, |row| line(cx, row))?;
            let sql = format!("SELECT count(*) AS n FROM study_finding f {}", narrow.said());
            Ok(FindingPage { lines, total: cx.one(&sql, narrow.values, |row| row.get("n"))? })
        },
    )
}

/// One of them.
///
/// # Errors
/// Not found.
pub fn finding(cx: &Read<'_>, id: FindingId) -> Result<StudyFinding> {
    let mut narrow = Narrow::default();
    narrow.and("f.id = {}", values![id]);
    let (sql, values) = narrow.statement(LINES, "ORDER BY f.id", 1, 0);
    cx.row(&sql, values, |row| line(cx, row))?.ok_or(Failure::not_found(RECORD))
}

fn line(cx: &Read<'_>, row: &Row<'_>) -> Result<StudyFinding> {
    let finding: FindingId = row.get("id")?;
    Ok(StudyFinding {
        version: cx.version(RECORD, finding)?.number,
        finding,
        finding_no: row.get("finding_no")?,
        questionnaire: row.get("questionnaire")?,
        study: row.get("study")?,
        question: row.get("question")?,
        domain: row.get("domain")?,
        text: row.get("text")?,
        severity: row.get("severity")?,
        evidence: row.get("evidence")?,
        stands: row.get("stands")?,
        made_by_name: row.get("made_by_name")?,
        made_on: row.get("made_on")?,
        actions: row.get("actions")?,
    })
}
