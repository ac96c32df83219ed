//! What a board tells of halted projects on a day: which stand open, and how long it took to set others right.

use crate::model::HoldLine;
use crate::{model::HoldState, store};
use database::values;
use kernel::{Day, Result};
use office::context::Read;

/// A hold that was ended, from the distress to the corrective action to the release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndedHold {
    pub opened: Day,
    /// The first step of help that was done, or the day on which the decision that ended it was proposed.
    pub corrective: Day,
    pub released: Day,
}

/// Holds that stood open at the end of a day, the oldest first.
///
/// # Errors
/// What the database refuses.
pub fn open_on(cx: &Read<'_>, day: Day) -> Result<Vec<HoldLine>> {
    let mut open: Vec<HoldLine> =
        store::all_on(cx, day)?.into_iter().filter(|line| line.state == HoldState::Open).collect();
    open.sort_by_key(|line| (line.opened_on, line.hold));
    Ok(open)
}

/// Holds that were ended by a decision between two days, both included.
///
/// # Errors
/// What the database refuses.
pub fn ended_between(cx: &Read<'_>, from: Day, until: Day) -> Result<Vec<EndedHold>> {
    cx.rows(include_str!("sql/ended.sql"), values![from, until], |row| {
        let (opened, decided): (Day, Day) = (row.get("opened_on")?, row.get("on_day")?);
        let helped: Option<Day> = row.get("helped_on")?;
        let corrective = helped.map_or(decided, |helped| helped.min(decided)).max(opened);
        Ok(EndedHold { opened, corrective, released: row.get("released_on")? })
    })
}
