//! A recipient was handed an issued report: on a day, in some way.

use crate::inputs::HandReport;
use crate::model::{ReportState, SavedReport};
use crate::rules::{HANDED_ALREADY, HANDED_BEFORE, NOT_ISSUED};
use crate::store;
use database::values;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn hand_over(cx: &Write<'_>, input: HandReport) -> Result<SavedReport> {
    let report = store::standing(cx, input.report, ReportState::Issued, NOT_ISSUED)?;
    let all = store::recipients(cx, report.id)?;
    let one = all.into_iter().find(|one| one.place == input.place).ok_or(Failure::not_found("recipient"))?;
    require(one.handed_on.is_none(), HANDED_ALREADY)?;
    office::input::at("on", office::input::has_come(input.on, cx.today()))?;
    let issued = report.issued_on.unwrap_or(input.on);
    require(input.on >= issued, Refusal::new(HANDED_BEFORE).with("day", issued).at("on"))?;
    let sql =
        "UPDATE report_recipient SET handed_on = $1, channel = $2, handed_by = $3 WHERE report = $4 AND place = $5";
    cx.run(sql, values![input.on, input.channel, cx.who.id, report.id, input.place])?;
    let told = json!({ "recipient": one.name, "handed_on": input.on, "channel": input.channel });
    cx.changed(store::RECORD, report.id, &report.report_no, &(), &told)?;
    Ok(SavedReport { report: report.id, report_no: report.report_no })
}
