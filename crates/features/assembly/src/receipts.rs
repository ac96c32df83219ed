//! Receipts of the books that can pay fees: what they took in for memberships, and what of it is left.

use crate::model::{AssemblyReceipt, AssemblyReceipts};
use database::{Read, Row, values};
use kernel::id::EntryId;
use kernel::{Money, Result};
use office::input::Nothing;

const FOUND: &str = include_str!("sql/receipts.sql");

/// A receipt that took in memberships.
pub struct Taken {
    pub id: EntryId,
    pub taken: Money,
    pub used: Money,
}

pub fn receipts(cx: &office::context::Read<'_>, _: Nothing) -> Result<AssemblyReceipts> {
    let sql = format!("SELECT * FROM ({FOUND}) WHERE taken > used ORDER BY year DESC, voucher_no DESC LIMIT 200");
    let line = |row: &Row<'_>| {
        let (year, number): (i64, i64) = (row.get("year")?, row.get("voucher_no")?);
        Ok(AssemblyReceipt {
            receipt: row.get("id")?,
            receipt_no: format!("RV-{year}-{number:06}"),
            day: row.get("day")?,
            payer: row.get("payer")?,
            left: row.get::<Money>("taken")?.minus(row.get("used")?)?,
        })
    };
    Ok(AssemblyReceipts { receipts: cx.rows(&sql, values![], line)? })
}

/// The receipt of a number, where it took in memberships.
///
/// # Errors
/// What the database refuses.
pub fn of_number(db: &Read<'_>, year: i64, number: i64) -> Result<Option<Taken>> {
    let sql = format!("SELECT * FROM ({FOUND}) WHERE year = $1 AND voucher_no = $2");
    db.row(&sql, values![year, number], |row| {
        Ok(Taken { id: row.get("id")?, taken: row.get("taken")?, used: row.get("used")? })
    })
}
