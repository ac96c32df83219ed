//! What a draft says beside its figures, and whom it is for.

use crate::inputs::SaveReport;
use crate::model::{ReportState, SavedReport};
use crate::rules::{self, NOT_DRAFT};
use crate::store::{self, Report};
use database::values;
use kernel::Result;
use office::context::Write;

pub fn save(cx: &Write<'_>, input: SaveReport) -> Result<SavedReport> {
    let before = store::standing(cx, input.report, ReportState::Draft, NOT_DRAFT)?;
    let recipients = rules::recipients(input.recipients)?;
    let after = Report {
        summary: rules::text("summary", &input.summary)?,
        went_well: rules::text("went_well", &input.went_well)?,
        went_badly: rules::text("went_badly", &input.went_badly)?,
        advice: rules::text("advice", &input.advice)?,
        // Who wrote in it last prepared it: they do not issue it.
        prepared_by: cx.who.id,
        ..before.clone()
    };
    cx.claim(store::RECORD, input.report, input.version)?;
    store::update(cx, &after)?;
    cx.run("DELETE FROM report_recipient WHERE report = $1", values![after.id])?;
    for (place, one) in (1_i64..).zip(&recipients) {
        let sql = "INSERT INTO report_recipient (report, place, name, body) VALUES ($1, $2, $3, $4)";
        cx.run(sql, values![after.id, place, one.name.as_str(), one.body.as_str()])?;
    }
    store::told(cx, Some(&before), &after)?;
    Ok(SavedReport { report: after.id, report_no: after.report_no })
}
