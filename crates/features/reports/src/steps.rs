//! What of reports another person must approve: that one is issued.

use crate::inputs::WhichReport;
use crate::{rules, store};
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::ReportId;
use office::approval::{ApprovalStep, Described, StepRefusals};
use office::context::Read;

pub const ISSUE: ApprovalStep = ApprovalStep {
    name: "reports.issue",
    subject: store::RECORD,
    decides: crate::REPORTS_ISSUE,
    needed: 1,
    limit: None,
    task: "report_issue",
    told: Some("report_returned"),
    kept_from: &[],
    describe,
    refusals: StepRefusals {
        own: rules::OWN_REPORT,
        again: ANSWERED_ALREADY,
        decided: rules::DECIDED,
        waits: rules::WAITS,
    },
};

fn describe(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let Some(report) = store::find(cx, ReportId::from_bytes(subject))? else { return Ok(None) };
    let target = crate::REPORT.asking(&WhichReport { report: report.id })?;
    Ok(Some(Described::new(target, [("number", report.report_no.clone()), ("month", store::month_words(&report))])))
}
