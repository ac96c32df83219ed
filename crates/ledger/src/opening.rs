//! Where the books of a fund begin: its opening balances hold everything before their day, so nothing is posted there
//! beside them, and they are not posted over what was.

use crate::entry::{NewEntry, VoucherKind};
use crate::fund;
use crate::period;
use crate::refusals::{BEFORE_OPENING, OPENING_TOO_LATE};
use database::{Read, values};
use kernel::id::FundId;
use kernel::{Code, Day, Refusal, Result};
use std::collections::BTreeSet;

/// # Errors
/// An entry on a day before the opening balances of one of its funds; opening balances of a fund that held something
/// before their day.
pub(crate) fn require_room(tx: &Read<'_>, entry: &NewEntry) -> Result<()> {
    let funds: BTreeSet<FundId> = entry.lines.iter().map(|line| line.fund).collect();
    for id in funds {
        let (code, day) = match entry.kind {
            VoucherKind::Opening => (OPENING_TOO_LATE, held_before(tx, id, entry.day)?.then_some(entry.day)),
            _ => (BEFORE_OPENING, opened_after(tx, id, entry.day)?),
        };
        if let Some(day) = day {
            return Err(refusal(tx, code, id, day)?.into());
        }
    }
    Ok(())
}

/// Whether a fund takes entries on a day that has come; for a look before anything is written.
///
/// # Errors
/// A month that is closed; a day before the opening balances of the fund.
pub fn require_takes(tx: &Read<'_>, id: FundId, day: Day) -> Result<()> {
    period::require_open(tx, day)?;
    match opened_after(tx, id, day)? {
        None => Ok(()),
        Some(opened) => Err(refusal(tx, BEFORE_OPENING, id, opened)?.into()),
    }
}

fn refusal(tx: &Read<'_>, code: Code, id: FundId, day: Day) -> Result<Refusal> {
    Ok(Refusal::new(code).with("fund", fund::fund(tx, id)?.name).with("day", day).at("day"))
}

/// The day of the opening balances of a fund that lies after a day.
fn opened_after(tx: &Read<'_>, fund: FundId, day: Day) -> Result<Option<Day>> {
    tx.one(include_str!("sql/opened_after.sql"), values![day, fund], |row| row.get("day"))
}

/// Whether an account of a fund held something before a day. What was reversed since holds nothing.
fn held_before(tx: &Read<'_>, fund: FundId, day: Day) -> Result<bool> {
    Ok(tx.row(include_str!("sql/held_before.sql"), values![fund, day], |_| Ok(()))?.is_some())
}
