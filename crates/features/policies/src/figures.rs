//! K29: what of what was decided and of the reports was done by its day, and which policies are past their review.

use crate::model::{GovernanceFigures, ReportLine};
use crate::queries;
use database::values;
use kernel::{Day, Result};
use measures::Period;
use measures::kpi::{Duty, governance};
use office::context::Read;

pub fn figures(cx: &Read<'_>, from: Day, to: Day) -> Result<GovernanceFigures> {
    let period = Period::new(from, to)?;
    // What was set aside is owed no more.
    let sql = "SELECT due, ended_on FROM decision_standing \
               WHERE due BETWEEN $1 AND $2 AND state <> 'dropped' AND outcome = 'approved'";
    let decisions =
        cx.rows(sql, values![from, to], |row| Ok(Duty { due: row.get("due")?, done: row.get("ended_on")? }))?;
    let reports = reports(cx, from, to)?;
    let duties: Vec<Duty> = reports.iter().map(|one| Duty { due: one.due, done: one.issued_on }).collect();
    let sql = "SELECT review_on FROM policy_standing WHERE retired_on IS NULL AND review_on IS NOT NULL";
    let reviews: Vec<Day> = cx.rows(sql, values![], |row| row.get("review_on"))?;
    Ok(GovernanceFigures {
        from,
        to,
        figures: governance(&decisions, &duties, &reviews, period),
        reports,
        late_policies: queries::late(cx, to)?,
    })
}

/// The reports that fall due in a period, and those of before that are still open.
fn reports(cx: &Read<'_>, from: Day, to: Day) -> Result<Vec<ReportLine>> {
    let today = cx.today();
    let sql = "SELECT r.id, r.title, r.receiver, r.due, r.owner, u.name AS owner_name, r.issued_on, r.issued_note \
               FROM report_duty r LEFT JOIN user_name u ON u.id = r.owner \
               WHERE r.due <= $1 AND (r.due >= $2 OR r.issued_on IS NULL) ORDER BY r.due, r.title";
    cx.rows(sql, values![to, from], |row| {
        let (due, issued): (Day, Option<Day>) = (row.get("due")?, row.get("issued_on")?);
        Ok(ReportLine {
            id: row.get("id")?,
            title: row.get("title")?,
            receiver: row.get("receiver")?,
            due,
            owner: row.get("owner")?,
            owner_name: row.get::<Option<String>>("owner_name")?.unwrap_or_default(),
            issued_on: issued,
            issued_note: row.get("issued_note")?,
            days_late: i64::from(issued.unwrap_or(today).days_since(due).max(0)),
        })
    })
}
