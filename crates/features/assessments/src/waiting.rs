//! What waits for the person who asks: assessments another person completed, their own that came back, and late items of
//! care plans.

use crate::inputs::{ListAssessments, ListCareItems, WhichAssessment};
use crate::model::AssessmentState;
use crate::{ASSESSMENTS, ASSESSMENTS_KEEP, ASSESSMENTS_REVIEW, CARE_ITEMS, SHEET};
use database::values;
use kernel::Result;
use kernel::id::AssessmentId;
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};
use std::collections::BTreeMap;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let (who, role) = (cx.who.id, cx.who.role);
    let mut tasks = Vec::new();
    if role.may(ASSESSMENTS_REVIEW) {
        let sql = "SELECT count(*) AS n FROM assessment a WHERE a.state = 'completed' \
                   AND NOT EXISTS (SELECT 1 FROM assessment_hand h WHERE h.assessment = a.id AND h.person = $1)";
        let waiting: i64 = cx.one(sql, values![who], |row| row.get("n"))?;
        if waiting > 0 {
            let list =
                ListAssessments { to_review: true, state: vec![AssessmentState::Completed], ..Default::default() };
            tasks.push(counted(waiting, Task::new("assessments_review", ASSESSMENTS.asking(&list)?, Severity::Soon)));
        }
    }
    if role.may(ASSESSMENTS_KEEP) {
        let sql = "SELECT a.id, n.name FROM assessment a JOIN party_name n ON n.id = a.party \
                   WHERE a.state = 'draft' AND a.sent_back <> '' AND a.begun_by = $1 ORDER BY a.done_on, a.id LIMIT $2";
        let back: Vec<(AssessmentId, String)> =
            cx.rows(sql, values![who, NAMED], |row| Ok((row.get("id")?, row.get("name")?)))?;
        for (assessment, name) in back {
            let task = Task::new("assessment_back", SHEET.asking(&WhichAssessment { assessment })?, Severity::Late);
            tasks.push(Task { args: BTreeMap::from([("name".to_owned(), name)]), ..task });
        }
    }
    let sql =
        "SELECT count(*) AS n FROM care_item WHERE state IN ('planned', 'in_progress') AND due < $1 AND owner = $2";
    let late: i64 = cx.one(sql, values![cx.today(), who], |row| row.get("n"))?;
    if late > 0 && role.may(crate::ASSESSMENTS_VIEW) {
        let list = ListCareItems { late: true, owner: Some(who), ..Default::default() };
        tasks.push(counted(late, Task::new("care_items_late", CARE_ITEMS.asking(&list)?, Severity::Late)));
    }
    Ok(tasks)
}

fn counted(count: i64, task: Task) -> Task {
    Task { args: BTreeMap::from([("n".to_owned(), count.to_string())]), ..task }
}
