//! Files by the status they had on a day: that of today, or, where it changed after the day, the one it changed from.

use super::inputs::{AskOnDay, FileLine, FilesOnDay};
use super::model::FileStatus;
use super::store;
use super::summary_queries::{LINES, line};
use database::values;
use kernel::arabic::fold;
use kernel::id::PartyId;
use kernel::{Day, Result};
use office::context::Read;
use office::order::{Rank, in_order};
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
    let words = fold(&input.text);
    lines.retain(|line| {
        let text = kernel::arabic::searched([line.name.as_str(), &line.file_no, &line.mobile]);
        line.status == input.status && words.split(' ').all(|word| text.contains(word))
    });
    in_order(&mut lines, input.order.as_ref(), |line, key| {
        Some(match key {
            "file_no" => Rank::from(&line.file_no),
            "name" => (&line.name).into(),
            "class" => (&line.class).into(),
            "city" => (&line.city).into(),
            "researcher" => (&line.researcher_name).into(),
            "family" => line.family_size.into(),
            "opened" => line.opened_on.into(),
            _ => return None,
        })
    });
    Ok(FilesOnDay {
        total: i64::try_from(lines.len()).unwrap_or(i64::MAX),
        persons: lines.iter().map(|line| line.family_size.unwrap_or(1)).sum(),
        lines: page_of(lines, input.offset, input.limit),
    })
}

/// The files whose status changed after a day, with the one they had on it.
///
/// # Errors
/// What the database refuses.
pub fn statuses_before(cx: &Read<'_>, day: Day) -> Result<BTreeMap<PartyId, FileStatus>> {
    let changed = cx.statuses_before_later_changes(store::RECORD, day)?;
    changed.into_iter().map(|(id, status)| Ok((PartyId::from_bytes(id), FileStatus::named(&status)?))).collect()
}
