//! Looking the whole office over: every page, every table, every link, every line of the audit trail.

use crate::audit_chain::{self, Chain};
use crate::failures::engine;
use crate::{Database, Read, open};
use kernel::Result;
use std::collections::BTreeMap;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeReport {
    /// What the engine finds wrong; empty for a sound file.
    pub complaints: Vec<String>,
    pub chain: Chain,
    /// How many rows each table holds.
    pub rows: BTreeMap<String, i64>,
}

impl OfficeReport {
    pub fn is_sound(&self) -> bool {
        self.complaints.is_empty() && self.chain.is_intact()
    }
}

impl Database {
    /// Looks the whole file over, beside work that goes on.
    ///
    /// # Errors
    /// Only what keeps it from being looked at; damage that was found is in the report.
    pub fn verify(&self) -> Result<OfficeReport> {
        self.with_reader(|connection| {
            // One moment for all of it.
            let _snapshot = connection.unchecked_transaction().map_err(|error| engine(&error))?;
            Ok(OfficeReport {
                complaints: open::complaints(connection)?,
                chain: audit_chain::check(&Read::new(connection))?,
                rows: open::row_counts(connection)?,
            })
        })
    }
}
