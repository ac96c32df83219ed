//! A draft nobody wants goes.

use crate::inputs::WhichReport;
use crate::model::ReportState;
use crate::rules::NOT_DRAFT;
use crate::{snapshot, store};
use database::values;
use kernel::Result;
use office::context::Write;
use office::input::Nothing;

pub fn remove(cx: &Write<'_>, input: WhichReport) -> Result<Nothing> {
    let before = store::standing(cx, input.report, ReportState::Draft, NOT_DRAFT)?;
    snapshot::forget(cx, before.id)?;
    cx.run("DELETE FROM report_recipient WHERE report = $1", values![before.id])?;
    cx.run("DELETE FROM periodic_report WHERE id = $1", values![before.id])?;
    cx.changed(store::RECORD, before.id, &before.report_no, &before, &())?;
    Ok(Nothing {})
}
