//! Another person issues the report as it was frozen.

use crate::inputs::WhichReport;
use crate::model::{ReportState, SavedReport};
use crate::rules::DECIDED;
use crate::steps::ISSUE;
use crate::store::{self, Report};
use approvals::RequestState;
use kernel::Result;
use office::context::Write;

pub fn issue(cx: &Write<'_>, input: WhichReport) -> Result<SavedReport> {
    let before = store::standing(cx, input.report, ReportState::Waiting, DECIDED)?;
    let request = approvals::require_waiting(cx, &ISSUE, *before.id.as_bytes())?;
    let request = approvals::answer(cx, &ISSUE, &request)?;
    if request.state == RequestState::Approved {
        let after = Report {
            state: ReportState::Issued,
            issued_by: Some(cx.who.id),
            issued_on: Some(cx.today()),
            ..before.clone()
        };
        store::update(cx, &after)?;
        cx.passed(store::RECORD, after.id)?;
        store::told(cx, Some(&before), &after)?;
    }
    Ok(SavedReport { report: before.id, report_no: before.report_no })
}
