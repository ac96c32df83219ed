//! What status a record had, and when: each change is a row of its own, of whatever kind of record, and none is ever
//! changed. Figures of past days are read here; the audit trail is evidence beside it.

use crate::context::{Read, Write};
use crate::feature::Subject;
use database::values;
use kernel::{Day, Moment, Result};
use std::collections::BTreeMap;

kernel::refusals! {
    /// A row was to be changed or removed, or does not begin at the status the last one led to.
    APPEND_ONLY = "history.append_only";
}

impl Write<'_> {
    /// Keeps that a record stands at a status from now on: today, by the person who asks. `from` is nothing for the
    /// status it begins with. Whoever keeps the present status calls this in the same function.
    ///
    /// # Errors
    /// [`APPEND_ONLY`], where `from` is not what the last row of the record led to.
    pub fn status_changed(&self, subject: Subject, from: Option<&str>, to: &str, reason: &str) -> Result<()> {
        self.run(
            include_str!("sql/status_changed.sql"),
            values![subject.kind, subject.id, from, to, self.today(), self.now, self.who.id, reason],
        )?;
        Ok(())
    }

    /// Removes what is kept of the statuses of a record that goes with the import that made it.
    ///
    /// # Errors
    /// [`APPEND_ONLY`], of every other record.
    pub fn status_forgotten(&self, subject: Subject) -> Result<()> {
        let sql = "DELETE FROM status_change WHERE subject_kind = $1 AND subject = $2";
        self.run(sql, values![subject.kind, subject.id]).map(drop)
    }
}

/// One change of a status, as a record's story tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusTold {
    pub to: String,
    pub on: Day,
    pub at: Moment,
    /// Empty where nobody knows who it was.
    pub by_name: String,
    pub reason: String,
}

impl Read<'_> {
    /// The statuses of a record, from the first to the present one.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn status_story(&self, subject: Subject) -> Result<Vec<StatusTold>> {
        self.rows(include_str!("sql/status_story.sql"), values![subject.kind, subject.id], |row| {
            Ok(StatusTold {
                to: row.get("to_status")?,
                on: row.get("day")?,
                at: row.get("at")?,
                by_name: row.get("by_name")?,
                reason: row.get("reason")?,
            })
        })
    }

    /// The records of a kind whose status changed after a day, by their id, with the status they had on that day; the
    /// others have their present one. Records that began after the day are not among them.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn statuses_before_later_changes(&self, kind: &str, day: Day) -> Result<BTreeMap<[u8; 16], String>> {
        let sql = include_str!("sql/statuses_on_day.sql");
        let rows = self.rows(sql, values![kind, day], |row| Ok((row.get("subject")?, row.get("from_status")?)))?;
        Ok(rows.into_iter().collect())
    }
}
