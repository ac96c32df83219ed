//! Who borrows, as the loan names them.

use database::{Read, values};
use kernel::id::PartyId;
use kernel::{Failure, Result};

/// A borrower as lists and papers name them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Borrower {
    /// The file the party's own was merged into, where it was.
    pub party: PartyId,
    pub name: String,
    pub identity: String,
    pub mobile: String,
    pub file_no: String,
}

/// # Errors
/// Not found.
pub fn borrower(db: &Read<'_>, party: PartyId) -> Result<Borrower> {
    let found = db.row(include_str!("sql/borrower.sql"), values![party], |row| {
        Ok(Borrower {
            party: row.get("id")?,
            name: row.get("name")?,
            identity: row.get("number")?,
            mobile: row.get("mobile")?,
            file_no: row.get("file_no")?,
        })
    })?;
    found.ok_or(Failure::not_found("file"))
}
