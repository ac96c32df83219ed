//! The figures are frozen as they stand, and another person is asked to issue the report.

use crate::inputs::AskIssue;
use crate::model::{ReportState, SavedReport};
use crate::rules::{NOT_DRAFT, RECIPIENT_MISSING, SUMMARY_MISSING};
use crate::snapshot;
use crate::steps::ISSUE;
use crate::store::{self, Report};
use approvals::Asked;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn ask_issue(cx: &Write<'_>, input: AskIssue) -> Result<SavedReport> {
    let before = store::standing(cx, input.report, ReportState::Draft, NOT_DRAFT)?;
    require(!before.summary.is_empty(), Refusal::new(SUMMARY_MISSING).at("summary"))?;
    let recipients = store::recipients(cx, before.id)?;
    require(!recipients.is_empty(), Refusal::new(RECIPIENT_MISSING).at("recipients"))?;
    cx.claim(store::RECORD, before.id, input.version)?;
    snapshot::freeze(cx, &before)?;
    let asked = Asked { subject: *before.id.as_bytes(), reason: &before.summary, ..Asked::default() };
    approvals::ask(cx, &ISSUE, &asked)?;
    let after =
        Report { state: ReportState::Waiting, frozen_at: Some(cx.now), prepared_by: cx.who.id, ..before.clone() };
    store::update(cx, &after)?;
    store::told(cx, Some(&before), &after)?;
    Ok(SavedReport { report: after.id, report_no: after.report_no })
}
