//! Members of the general assembly, rows in and out.

use crate::model::{AssemblyFee, AssemblyLine, AssemblySheet};
use database::{Read, Row, values};
use kernel::id::AssemblyMemberId;
use kernel::{Failure, Result};
use office::context::Write;

/// The kind of record, for versions and the audit trail.
pub const RECORD: &str = "assembly_member";

pub const FOUND: &str = include_str!("sql/members.sql");
pub const COLUMNS: &str = "SELECT m.id, m.party, m.number, m.name, m.mobile, m.kind, m.joined_on, m.ended_on, \
                           m.ended_reason, m.due, m.paid, m.standing";

pub fn line(row: &Row<'_>) -> Result<AssemblyLine> {
    Ok(AssemblyLine {
        member: row.get("id")?,
        party: row.get("party")?,
        number: row.get("number")?,
        name: row.get("name")?,
        mobile: row.get("mobile")?,
        kind: row.get("kind")?,
        joined_on: row.get("joined_on")?,
        ended_on: row.get("ended_on")?,
        due: row.get("due")?,
        paid: row.get("paid")?,
        standing: row.get("standing")?,
    })
}

/// A member as they stand for a year.
///
/// # Errors
/// Not found.
pub fn member(db: &Read<'_>, id: AssemblyMemberId, year: i64) -> Result<(AssemblyLine, String)> {
    let sql = format!("{COLUMNS} {FOUND} WHERE m.id = $2");
    let found = db.row(&sql, values![year, id], |row| Ok((line(row)?, row.get("ended_reason")?)))?;
    found.ok_or(Failure::not_found(RECORD))
}

pub fn fees(db: &Read<'_>, id: AssemblyMemberId) -> Result<Vec<AssemblyFee>> {
    db.rows(include_str!("sql/fees.sql"), values![id], |row| {
        let (year, number): (i64, i64) = (row.get("voucher_year")?, row.get("voucher_no")?);
        Ok(AssemblyFee {
            year: row.get("year")?,
            receipt: row.get("receipt")?,
            receipt_no: format!("RV-{year}-{number:06}"),
            day: row.get("day")?,
            amount: row.get("amount")?,
            recorded_by_name: row.get("recorded_by_name")?,
            reversed: row.get("reversed")?,
        })
    })
}

pub fn sheet(cx: &office::context::Read<'_>, id: AssemblyMemberId) -> Result<AssemblySheet> {
    let (line, ended_reason) = member(cx, id, i64::from(cx.today().year()))?;
    Ok(AssemblySheet { line, ended_reason, fees: fees(cx, id)?, record: cx.version(RECORD, id)? })
}

/// The audit line of what changed about a member.
pub fn told(cx: &Write<'_>, before: Option<&AssemblyLine>, id: AssemblyMemberId) -> Result<()> {
    let (after, _) = member(cx, id, i64::from(cx.today().year()))?;
    cx.changed(RECORD, id, &after.name, &before, &after)
}
