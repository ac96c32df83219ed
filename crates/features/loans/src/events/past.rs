//! Loans as they stood on a day that is over: every loan of which something is known that happened later is replayed as
//! it was known then. Whoever shows a past day asks here.

use crate::events::replay::LoanReplay;
use database::values;
use kernel::id::{FundId, LoanId};
use kernel::{Day, Failure, Result};
use lending::{Event, State};
use office::context::Read;
use std::collections::BTreeMap;

/// Whether no event bears a later day, so that what stands now is what stood then.
///
/// # Errors
/// What the database refuses.
pub fn is_present(cx: &Read<'_>, day: Day) -> Result<bool> {
    let last: Option<Day> = cx.one(include_str!("../sql/last_day.sql"), values![], |row| row.get("last_day"))?;
    Ok(last.is_none_or(|last| last <= day))
}

/// A loan with its fund, and its replay as the database holds it.
struct Known {
    fund: FundId,
    replay: LoanReplay,
}

/// Looks at every loan of which something is known that happened after the day. The state on the day is none where no
/// money was out yet. Whatever happened to no other loan, so that they stand as they stood.
///
/// # Errors
/// What the database refuses.
pub fn each_loan_changed_after(
    cx: &Read<'_>,
    day: Day,
    mut look: impl FnMut(LoanId, FundId, &LoanReplay, Option<&State>) -> Result<()>,
) -> Result<()> {
    for (loan, Known { fund, replay }) in replays(cx, day)? {
        look(loan, fund, &replay, replay.on(day)?.as_ref())?;
    }
    Ok(())
}

/// The whole replays of the loans of which something is known that happened after a day.
fn replays(cx: &Read<'_>, day: Day) -> Result<BTreeMap<LoanId, Known>> {
    let mut known = BTreeMap::new();
    cx.rows(include_str!("../sql/loans_changed_after.sql"), values![day], |row| {
        let decided = serde_json::from_str(&row.get::<String>("terms")?).map_err(Failure::broken)?;
        let replay = LoanReplay { decided, events: Vec::new() };
        known.insert(row.get::<LoanId>("id")?, Known { fund: row.get("fund")?, replay });
        Ok(())
    })?;
    cx.rows(include_str!("../sql/events_of_changed.sql"), values![day], |row| {
        let event: Event = serde_json::from_str(&row.get::<String>("content")?).map_err(Failure::broken)?;
        if let Some(loan) = known.get_mut(&row.get::<LoanId>("loan")?) {
            loan.replay.events.push(event);
        }
        Ok(())
    })?;
    Ok(known)
}
