//! What waits at applications: those handed in that nobody studies yet, those the person studies, those that came back.
//! Decisions wait at `approvals`.

use crate::inputs::{ListApplications, WhichApplication};
use crate::model::ApplicationState;
use crate::{APPLICATION, APPLICATIONS};
use database::values;
use kernel::{Day, Result};
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};
use std::collections::BTreeMap;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    if !cx.who.role.may(crate::APPLICATIONS_STUDY) {
        return Ok(tasks);
    }
    let sql = "SELECT count(*) AS n FROM loan_application WHERE state = 'submitted'";
    let waiting: i64 = cx.one(sql, values![], |row| row.get("n"))?;
    if waiting > 0 {
        let list = ListApplications { state: vec![ApplicationState::Submitted], ..Default::default() };
        let mut task = Task::new("applications_submitted", APPLICATIONS.asking(&list)?, Severity::Soon);
        task.args = BTreeMap::from([("n".to_owned(), waiting.to_string())]);
        tasks.push(task);
    }
    for (state, kind) in
        [(ApplicationState::InAppraisal, "application_study"), (ApplicationState::Returned, "application_returned")]
    {
        let sql = "SELECT a.id, a.application_no, p.name, a.state_on, a.missing FROM loan_application a \
                   JOIN party_name p ON p.id = a.party WHERE a.researcher = $1 AND a.state = $2 \
                   ORDER BY a.state_on, a.id LIMIT $3";
        tasks.extend(cx.rows(sql, values![cx.who.id, state, NAMED], |row| {
            let target = APPLICATION.asking(&WhichApplication { application: row.get("id")? })?;
            let since: Day = row.get("state_on")?;
            let mut task = Task::waiting(kind, target, since, cx.today());
            let missing: String = row.get("missing")?;
            let args = [
                ("application_no", row.get("application_no")?),
                ("name", row.get("name")?),
                ("missing", missing.replace('\n', "، ")),
            ];
            task.args.extend(args.map(|(name, value): (&str, String)| (name.to_owned(), value)));
            Ok(task)
        })?);
    }
    Ok(tasks)
}
