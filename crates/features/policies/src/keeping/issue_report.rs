//! A report went out: whoever sees to it says when, and where it is.

use crate::inputs::{IssueReport, WhichReport};
use crate::rules::{self, NOT_YOURS, REPORT_ISSUED, TEXT_MISSING};
use crate::store;
use database::values;
use kernel::id::PersonId;
use kernel::{Day, Failure, Result, require};
use office::context::Write;
use office::input::{at, has_come};
use serde_json::json;

pub fn issue_report(cx: &Write<'_>, input: IssueReport) -> Result<WhichReport> {
    let note = rules::said(&input.note, "note", TEXT_MISSING, rules::LONGEST)?;
    let sql = "SELECT title, owner, issued_on FROM report_duty WHERE id = $1";
    let found = cx.row(sql, values![input.report], |row| {
        Ok((row.get::<String>("title")?, row.get::<Option<PersonId>>("owner")?, row.get::<Option<Day>>("issued_on")?))
    })?;
    let (title, owner, issued) = found.ok_or(Failure::not_found(store::REPORT))?;
    require(issued.is_none(), REPORT_ISSUED)?;
    require(owner == Some(cx.who.id) || cx.who.role.may(crate::POLICIES_KEEP), NOT_YOURS)?;
    at("on", has_come(input.on, cx.today()))?;
    cx.run(
        "UPDATE report_duty SET issued_on = $1, issued_note = $2, issued_by = $3 WHERE id = $4",
        values![input.on, note.as_str(), cx.who.id, input.report],
    )?;
    cx.changed(store::REPORT, input.report, &title, &(), &json!({ "issued_on": input.on, "note": note }))?;
    Ok(WhichReport { report: input.report })
}
