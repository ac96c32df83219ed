//! What is said to borrowers who owe: calls, promises to pay, and who is to be called first.

mod card;
mod list_to_call;
mod log;
pub mod make_promise;
pub mod model;
pub mod promises;
pub mod record_call;
pub mod set_wish;
pub mod standing;
pub mod withdraw_promise;

pub use card::call_card;
pub use list_to_call::{calls, masked};
pub use log::{call_log, promises};
pub use model::*;

use crate::rules::NOTHING_OWED;
use database::{Read, values};
use kernel::id::{LoanId, PartyId};
use kernel::{Failure, Money, Result, require};

/// A loan as its borrower is called about it.
pub struct Owing {
    pub loan: LoanId,
    pub loan_no: String,
    pub party: PartyId,
    pub outstanding: Money,
}

/// A loan something is owed of.
///
/// # Errors
/// Not found; nothing is owed.
pub fn owing(db: &Read<'_>, loan: LoanId) -> Result<Owing> {
    let sql = "SELECT loan, loan_no, party, outstanding FROM loan_standing WHERE loan = $1";
    let found = db.row(sql, values![loan], |row| {
        Ok(Owing {
            loan: row.get("loan")?,
            loan_no: row.get("loan_no")?,
            party: row.get("party")?,
            outstanding: row.get("outstanding")?,
        })
    })?;
    let found = found.ok_or(Failure::not_found("loan"))?;
    require(found.outstanding.is_positive(), NOTHING_OWED)?;
    Ok(found)
}
