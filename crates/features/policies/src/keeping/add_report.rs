//! A report the house owes by a day.

use super::is_new;
use crate::inputs::{SaveReport, WhichReport};
use crate::rules::{self, TITLE_MISSING};
use crate::store;
use database::values;
use kernel::Result;
use office::context::Write;

pub fn add_report(cx: &Write<'_>, input: SaveReport) -> Result<WhichReport> {
    is_new(cx, "SELECT 1 AS one FROM report_duty WHERE id = $1", input.id)?;
    let title = rules::line(&input.title, "title", TITLE_MISSING)?;
    let receiver = rules::maybe_line(&input.receiver, "receiver")?;
    store::known(cx, input.owner)?;
    cx.run(
        "INSERT INTO report_duty (id, title, receiver, due, owner, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        values![input.id, title.as_str(), receiver.as_str(), input.due, input.owner, cx.now],
    )?;
    cx.changed(store::REPORT, input.id, &title, &(), &input)?;
    Ok(WhichReport { report: input.id })
}
