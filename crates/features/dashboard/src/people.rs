//! Files and people on a day.

use super::model::PeopleFigures;
use beneficiaries::inputs::{AskOnDay, ListFiles};
use beneficiaries::{FileStatus, statuses_before};
use database::values;
use kernel::{Day, Result};
use office::context::Read;
use office::span::Span;
use office::target::Target;
use std::collections::BTreeMap;

/// Files of one status.
#[derive(Debug, Clone, Copy, Default)]
struct Files {
    files: i64,
    persons: i64,
}

/// # Errors
/// What the database refuses.
pub fn figures(cx: &Read<'_>, quarter: Span) -> Result<PeopleFigures> {
    let day = quarter.until;
    let mut new_this_quarter = 0;
    let mut counted: BTreeMap<&'static str, Files> = BTreeMap::new();
    cx.rows(include_str!("sql/files.sql"), values![quarter.from, day], |row| {
        new_this_quarter += row.get::<i64>("opened")?;
        let files = counted.entry(row.get::<FileStatus>("status")?.name()).or_default();
        files.files += row.get::<i64>("files")?;
        files.persons += row.get::<i64>("persons")?;
        Ok(())
    })?;
    if day < cx.today() {
        for (party, then) in statuses_before(cx, day)? {
            let now = cx.row(
                "SELECT status, COALESCE(family_size, 1) AS persons FROM file_standing WHERE party = $1 AND opened_on <= $2",
                values![party, day],
                |row| Ok((row.get::<FileStatus>("status")?, row.get::<i64>("persons")?)),
            )?;
            let Some((now, persons)) = now else { continue };
            for (status, sign) in [(now, -1), (then, 1)] {
                let files = counted.entry(status.name()).or_default();
                files.files += sign;
                files.persons += sign * persons;
            }
        }
    }
    let of = |status: FileStatus| counted.get(status.name()).copied().unwrap_or_default();
    Ok(PeopleFigures {
        active: of(FileStatus::Active).files,
        registered: of(FileStatus::Registered).files,
        persons: of(FileStatus::Active).persons,
        new_this_quarter,
        target: active_on(day, cx.today())?,
    })
}

/// The list of the present knows more of each file than that of a past day.
fn active_on(day: Day, today: Day) -> Result<Target> {
    let status = FileStatus::Active;
    if day < today {
        let asks = AskOnDay { day, status, text: String::new(), order: None, limit: None, offset: 0 };
        beneficiaries::FILES_ON_DAY.asking(&asks)
    } else {
        beneficiaries::FILES.asking(&ListFiles { status: vec![status], ..Default::default() })
    }
}
