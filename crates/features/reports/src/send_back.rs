//! A report that waits becomes a draft again: whoever asked takes it back, or another person sends it back.

use crate::inputs::ReturnReport;
use crate::model::{ReportState, SavedReport};
use crate::rules::{self, DECIDED, REASON_MISSING};
use crate::snapshot;
use crate::steps::ISSUE;
use crate::store::{self, Report};
use kernel::Result;
use office::context::Write;

pub fn send_back(cx: &Write<'_>, input: ReturnReport) -> Result<SavedReport> {
    let before = store::standing(cx, input.report, ReportState::Waiting, DECIDED)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    let request = approvals::require_waiting(cx, &ISSUE, *before.id.as_bytes())?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &ISSUE, &request, &reason)?;
    } else {
        approvals::send_back(cx, &ISSUE, &request, &reason)?;
    }
    let after = Report { state: ReportState::Draft, frozen_at: None, ..before.clone() };
    store::update(cx, &after)?;
    snapshot::forget(cx, after.id)?;
    cx.passed(store::RECORD, after.id)?;
    store::told(cx, Some(&before), &after)?;
    Ok(SavedReport { report: after.id, report_no: after.report_no })
}
