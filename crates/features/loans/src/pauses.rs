//! When loans are paused: for whoever reminds of their instalments.

use crate::events::record;
use database::values;
use kernel::Result;
use kernel::id::LoanId;
use lending::Pause;
use office::context::Read;
use std::collections::BTreeMap;

/// The pauses of every loan that has one, as they stand today.
///
/// # Errors
/// What the database refuses.
pub fn pauses(cx: &Read<'_>) -> Result<BTreeMap<LoanId, Vec<Pause>>> {
    let sql = "SELECT DISTINCT loan FROM loan_event WHERE kind = 'pause' AND undone_by IS NULL";
    let mut found = BTreeMap::new();
    for loan in cx.rows(sql, values![], |row| row.get::<LoanId>("loan"))? {
        if let Some(state) = record::open(cx, loan)?.replay.latest(cx.today())? {
            found.insert(loan, state.pauses);
        }
    }
    Ok(found)
}
