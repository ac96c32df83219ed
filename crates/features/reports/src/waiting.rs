//! What waits: a month that ended and has no report, and issued reports somebody was not handed yet.

use crate::inputs::{ListReports, WhichReport};
use crate::{REPORT, REPORTS, REPORTS_PREPARE, queries};
use database::values;
use kernel::Result;
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};
use office::words::{self, Language};
use std::collections::BTreeMap;

/// Days after the end of a month from which its report presses.
const PRESSES: i32 = 10;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    if !cx.who.role.may(REPORTS_PREPARE) {
        return Ok(tasks);
    }
    for missing in queries::missing(cx)? {
        let key = format!("parts.{}.{}", missing.calendar.name(), missing.month);
        let month = format!("{} {}", words::word(&key, Language::Ar), missing.year);
        let late = cx.today().days_since(missing.until) > PRESSES;
        let severity = if late { Severity::Late } else { Severity::Calm };
        tasks.push(Task {
            due: Some(missing.until.plus_days(PRESSES)?),
            args: BTreeMap::from([("month".to_owned(), month)]),
            ..Task::new("report_due", REPORTS.asking(&ListReports::default())?, severity)
        });
    }
    let sql = "SELECT r.id, r.report_no, r.issued_on, count(*) AS n FROM periodic_report r \
               JOIN report_recipient c ON c.report = r.id AND c.handed_on IS NULL \
               WHERE r.state = 'issued' GROUP BY r.id, r.report_no, r.issued_on ORDER BY r.issued_on LIMIT $1";
    tasks.extend(cx.rows(sql, values![NAMED], |row| {
        let args = [("number", row.get::<String>("report_no")?), ("n", row.get::<i64>("n")?.to_string())];
        Ok(Task {
            due: row.get("issued_on")?,
            args: args.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
            ..Task::new("report_to_hand", REPORT.asking(&WhichReport { report: row.get("id")? })?, Severity::Soon)
        })
    })?);
    Ok(tasks)
}
