//! Files, rows in and out.

use super::model::{CaseFacts, FileHead};
use database::{Read, values};
use kernel::id::PartyId;
use kernel::{Failure, Result};
use office::context::Write;
use office::feature::Subject;

/// The kind of record a file is: in histories, and for what others hang on it.
pub const RECORD: &str = "file";

/// A file as others name it.
pub const fn subject(id: PartyId) -> Subject {
    Subject { kind: RECORD, id: *id.as_bytes() }
}

/// # Errors
/// Not found.
pub fn file(db: &Read<'_>, id: PartyId) -> Result<FileHead> {
    find_file(db, id)?.ok_or(Failure::not_found("file"))
}

pub fn find_file(db: &Read<'_>, id: PartyId) -> Result<Option<FileHead>> {
    let sql =
        "SELECT file_no, status, status_since, status_reason, opened_on, imported FROM case_file WHERE party = $1";
    db.row(sql, values![id], |row| {
        Ok(FileHead {
            file_no: row.get("file_no")?,
            status: row.get("status")?,
            status_since: row.get("status_since")?,
            status_reason: row.get("status_reason")?,
            opened_on: row.get("opened_on")?,
            imported: row.get("imported")?,
        })
    })
}

/// What is typed about a file; nothing where a party has none.
///
/// # Errors
/// What the database refuses.
pub fn case_facts(db: &Read<'_>, id: PartyId) -> Result<CaseFacts> {
    Ok(db.record(id)?.unwrap_or_default())
}

pub fn insert_file(cx: &Write<'_>, id: PartyId, file: &FileHead, facts: &CaseFacts) -> Result<()> {
    let head = [
        ("file_no", file.file_no.as_str().into()),
        ("number", super::rules::number_in(&file.file_no).into()),
        ("status", file.status.into()),
        ("status_since", file.status_since.into()),
        ("status_reason", file.status_reason.as_str().into()),
        ("opened_on", file.opened_on.into()),
        ("imported", file.imported.into()),
    ];
    cx.db().insert_record(id, facts, &head)?;
    cx.status_changed(subject(id), None, file.status.name(), &file.status_reason)
}

/// Writes what is typed about a file over what stood there.
///
/// # Errors
/// What the database refuses.
pub fn save_facts(cx: &Write<'_>, id: PartyId, facts: &CaseFacts) -> Result<()> {
    cx.db().update_record(id, facts, &[])?;
    Ok(())
}

/// Keeps the present status of a file, and that it has changed.
pub fn save_status(cx: &Write<'_>, id: PartyId, before: &FileHead, after: &FileHead) -> Result<()> {
    cx.run(
        "UPDATE case_file SET status = $1, status_since = $2, status_reason = $3 WHERE party = $4",
        values![after.status, after.status_since, after.status_reason.as_str(), id],
    )?;
    cx.status_changed(subject(id), Some(before.status.name()), after.status.name(), &after.status_reason)
}

/// The series of the numbers of files, which begins at 1001.
pub const NUMBERS: &str = "file";

pub fn file_no_taken(db: &Read<'_>, file_no: &str) -> Result<bool> {
    let sql = "SELECT 1 AS one FROM case_file WHERE file_no = $1";
    Ok(db.row(sql, values![file_no], |row| row.get::<i64>("one"))?.is_some())
}

/// The file number the office gives: its letter, a dash, the figure.
pub fn file_no(number: i64) -> String {
    let prefix = office::words::word("beneficiaries.file_prefix", office::words::Language::Ar);
    format!("{prefix}{number:04}")
}

/// The number after the last note of a file.
pub fn next_note(db: &Read<'_>, id: PartyId) -> Result<i64> {
    let sql = "SELECT COALESCE(max(number), 0) + 1 AS next FROM case_note WHERE party = $1";
    db.one(sql, values![id], |row| row.get("next"))
}
