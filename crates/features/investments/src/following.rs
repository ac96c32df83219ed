//! What happens in the books to an entry that belongs here: a draft was approved, an entry was taken back. The rent of its lease is
//! settled anew, and what would leave less than nothing is refused with the entry.

use crate::books;
use crate::estate::leases;
use crate::rents::settling::settle;
use crate::rules::BELOW_NOTHING;
use crate::{allocation, store};
use database::values;
use kernel::id::{EntryId, InvestmentId, LeaseId};
use kernel::{Result, require};
use office::context::Write;

/// # Errors
/// What would leave less than nothing of an investment, of what is owed, or of a deposit.
pub fn entry_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    let entry = EntryId::from_bytes(id);
    let sql = "SELECT e.investment, e.lease FROM voucher v JOIN investment_entry e ON e.entry = v.id OR e.entry = v.reverses \
               WHERE v.id = $1";
    let found: Option<(InvestmentId, Option<LeaseId>)> =
        cx.row(sql, values![entry], |row| Ok((row.get("investment")?, row.get("lease")?)))?;
    if let Some((investment, lease)) = found {
        let one = store::investment(cx, investment)?;
        require(!books::cost(cx, &one)?.is_negative(), BELOW_NOTHING)?;
        if let Some(lease) = lease {
            settle(cx, &leases::lease(cx, lease)?)?;
        }
    }
    allocation::following::entry_changed(cx, entry)
}
