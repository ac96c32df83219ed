//! The documents of a record whose person is taken out of the office: their bytes go, and what they were called.

use database::values;
use kernel::Result;
use kernel::id::{DocumentId, SubjectId};
use office::context::Write;

/// # Errors
/// What the database refuses.
pub fn forget(cx: &Write<'_>, kind: &str, subject: SubjectId, why: &str) -> Result<()> {
    let sql = "SELECT id FROM document WHERE subject_kind = $1 AND subject = $2";
    let all: Vec<DocumentId> = cx.rows(sql, values![kind, subject], |row| row.get("id"))?;
    for id in all {
        cx.run("DELETE FROM document_content WHERE document = $1", values![id])?;
        let sql = "UPDATE document SET title = $1, file_name = '', review_note = '', removed_reason = $1, \
                   removed_at = COALESCE(removed_at, $2), removed_by = COALESCE(removed_by, $3) WHERE id = $4";
        cx.run(sql, values![why, cx.now, cx.who.id, id])?;
    }
    Ok(())
}
