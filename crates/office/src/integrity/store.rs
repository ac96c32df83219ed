//! What was found, rows in and out.

use super::model::{Complaint, Notice};
use crate::context::Write;
use database::{Row, values};
use kernel::{Failure, Moment, Result};

/// What no administrator has said a word on, oldest first.
pub fn waiting(db: &database::Read<'_>) -> Result<Vec<Notice>> {
    let sql = "SELECT number, found_at, kind, subject, args FROM integrity_notice WHERE acknowledged_at IS NULL ORDER BY number";
    db.rows(sql, values![], notice)
}

fn notice(row: &Row<'_>) -> Result<Notice> {
    let args: String = row.get("args")?;
    Ok(Notice {
        number: row.get("number")?,
        found_at: row.get("found_at")?,
        complaint: Complaint {
            kind: row.get("kind")?,
            subject: row.get("subject")?,
            args: serde_json::from_str(&args).map_err(Failure::broken)?,
        },
    })
}

/// Whether the same was found before, whatever was said of it.
pub fn is_known(db: &database::Read<'_>, kind: &str, subject: &str) -> Result<bool> {
    let sql = "SELECT 1 AS known FROM integrity_notice WHERE kind = $1 AND subject = $2";
    Ok(db.row(sql, values![kind, subject], |_| Ok(()))?.is_some())
}

/// Keeps what was found, but for what waits for a word already.
pub fn keep(db: &database::Write<'_>, found: &[Complaint], now: Moment) -> Result<()> {
    let waiting = waiting(db)?;
    let new = |one: &&Complaint| {
        !waiting.iter().any(|known| known.complaint.kind == one.kind && known.complaint.subject == one.subject)
    };
    for one in found.iter().filter(new) {
        let next: i64 =
            db.one("SELECT coalesce(max(number), 0) + 1 AS next FROM integrity_notice", values![], |row| {
                row.get("next")
            })?;
        let args = serde_json::to_string(&one.args).map_err(Failure::broken)?;
        db.run(
            "INSERT INTO integrity_notice (number, found_at, kind, subject, args) VALUES ($1, $2, $3, $4, $5)",
            values![next, now, one.kind.as_str(), one.subject.as_str(), args],
        )?;
    }
    Ok(())
}

pub fn acknowledge(cx: &Write<'_>, number: i64, word: &str) -> Result<()> {
    cx.run(
        "UPDATE integrity_notice SET acknowledged_by = $1, acknowledged_at = $2, word = $3 WHERE number = $4",
        values![cx.who.id, cx.now, word, number],
    )?;
    Ok(())
}
