//! Versions of the records people edit. A change says which version it was made from; where somebody else saved meanwhile
//! it is a conflict that names who and when, and nothing is written.

use crate::context::{Read, Write};
use database::{Row, values};
use kernel::{Failure, Moment, Refusal, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Display;
use ts_rs::TS;

kernel::refusals! {
    /// Somebody else changed the record since it was read. `by` and `at` tell who and when (microseconds).
    CHANGED_MEANWHILE = "record.changed_meanwhile";
}

/// What a record stands at. A record nobody has changed since versions were kept is at 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct RecordVersion {
    pub number: i64,
    /// The name of who made it.
    pub by: Option<String>,
    pub at: Option<Moment>,
}

impl Read<'_> {
    /// The version of a record.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn version(&self, subject: &str, id: impl Display) -> Result<RecordVersion> {
        let sql = "SELECT id, number, changed_by_name, changed_at FROM record_version WHERE subject = $1 AND id = $2";
        let found = self.row(sql, values![subject, id.to_string()], version)?;
        Ok(found.map(|(_, version)| version).unwrap_or_default())
    }

    /// The versions of all records of a kind that were changed, by their id: for lists.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn versions(&self, subject: &str) -> Result<BTreeMap<String, RecordVersion>> {
        let sql = "SELECT id, number, changed_by_name, changed_at FROM record_version WHERE subject = $1";
        Ok(self.rows(sql, values![subject], version)?.into_iter().collect())
    }
}

impl Write<'_> {
    /// Takes the record for a change made from version `number`; it stands at the next one afterwards.
    ///
    /// # Errors
    /// A conflict that names who changed it meanwhile and when.
    pub fn claim(&self, subject: &str, id: impl Display, number: i64) -> Result<()> {
        let now = self.version(subject, &id)?;
        if now.number != number {
            let mut refusal = Refusal::new(CHANGED_MEANWHILE).with("by", now.by.unwrap_or_default());
            if let Some(at) = now.at {
                refusal = refusal.with("at", at.micros());
            }
            return Err(Failure::Conflict(refusal));
        }
        self.passed(subject, id)
    }

    /// The record was changed by a verb that asks for no version: it stands at the next one.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn passed(&self, subject: &str, id: impl Display) -> Result<()> {
        let sql = "INSERT INTO record_version (subject, id, number, changed_by, changed_by_name, changed_at) \
                   VALUES ($1, $2, 1, $3, $4, $5) ON CONFLICT (subject, id) DO UPDATE SET number = number + 1, \
                   changed_by = excluded.changed_by, changed_by_name = excluded.changed_by_name, \
                   changed_at = excluded.changed_at";
        self.run(sql, values![subject, id.to_string(), self.who.id, self.who.name.as_str(), self.now])?;
        Ok(())
    }
}

fn version(row: &Row<'_>) -> Result<(String, RecordVersion)> {
    let version = RecordVersion {
        number: row.get("number")?,
        by: Some(row.get("changed_by_name")?),
        at: Some(row.get("changed_at")?),
    };
    Ok((row.get("id")?, version))
}
