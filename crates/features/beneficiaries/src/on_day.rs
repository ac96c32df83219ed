//! Files by the status they had on a day. A file's status is that of today, or, where it changed after the day, the one the
//! audit trail says stood before.

use super::inputs::{AskOnDay, FileLine, FilesOnDay};
use super::model::FileStatus;
use super::shelf_queries::{LINES, line};
use database::values;
use kernel::id::PartyId;
use kernel::{Day, Failure, Moment, Result};
use office::context::Read;
use office::page::page_of;
use std::collections::BTreeMap;

/// # Errors
/// A day that has not come; what the database refuses.
pub fn on_day(cx: &Read<'_>, input: AskOnDay) -> Result<FilesOnDay> {
    office::input::has_come(input.day, cx.today())?;
    let changed = statuses_before(cx, input.day)?;
    let sql = format!("{LINES} FROM file_shelf WHERE opened_on <= $1 ORDER BY name_fold, party");
    let mut lines: Vec<FileLine> = cx.rows(&sql, values![input.day], line)?;
    for line in &mut lines {
        line.status = changed.get(&line.party).copied().unwrap_or(line.status);
    }
    lines.retain(|line| line.status == input.status);
    Ok(FilesOnDay {
        total: i64::try_from(lines.len()).unwrap_or(i64::MAX),
        persons: lines.iter().map(|line| line.family_size.unwrap_or(1)).sum(),
        lines: page_of(lines, input.offset, input.limit),
    })
}

/// The files whose status changed after a day, with the status before the first of those changes.
///
/// # Errors
/// What the database refuses; a line of the trail that does not say what stood before.
pub fn statuses_before(cx: &Read<'_>, day: Day) -> Result<BTreeMap<PartyId, FileStatus>> {
    #[derive(serde::Deserialize)]
    struct Before {
        status: FileStatus,
    }
    let after = Moment::start_of_riyadh_day(i64::from(day.number()) + 1);
    let mut before = BTreeMap::new();
    cx.rows(include_str!("sql/later_statuses.sql"), values![after], |row| {
        let party: PartyId =
            row.get::<String>("subject")?.parse().map_err(|_| Failure::broken("a subject without id"))?;
        let trace: Before = serde_json::from_str(&row.get::<String>("before")?).map_err(Failure::broken)?;
        before.entry(party).or_insert(trace.status);
        Ok(())
    })?;
    Ok(before)
}
