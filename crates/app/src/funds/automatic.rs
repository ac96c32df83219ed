//! The books are computed again and compared, once after the office is opened and once a day; books that are not as they
//! were written take no more entries until they are.

use crate::office::{Office, guard};
use kernel::{Day, Result};

/// Looks the books over when that is due.
///
/// # Errors
/// What the disk says.
pub fn look_over(office: &Office) -> Result<()> {
    let Ok(inside) = office.inside() else { return Ok(()) };
    let today = Day::in_riyadh(office.now());
    let mut looked_over = guard(&office.books_looked_over);
    if *looked_over != Some(today) {
        inside.db.write(|db| {
            ledger::verify_and_guard(db)?;
            crate::loans::look_over(db, today)
        })?;
        *looked_over = Some(today);
    }
    Ok(())
}
