//! Nouns of backups.

use crate::integrity::{Complaint, Difference};
use kernel::Moment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A backup by the name of its file in the backups folder.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct BackupName {
    pub id: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupLine {
    /// Name of the file.
    pub id: String,
    pub made_at: Moment,
    /// daily, weekly, monthly, manual, before_upgrade, before_restore
    pub kind: String,
    /// Bytes.
    pub size: u64,
    /// When it was last opened and compared.
    pub verified_at: Option<Moment>,
    /// Lines of the audit trail in it.
    pub audit_lines: i64,
    /// Why it cannot be read, for a damaged file.
    pub damaged: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupList {
    pub backups: Vec<BackupLine>,
    /// Where they lie, so that a person can copy them to another place.
    pub folder: String,
    /// How many of each kind stay.
    pub keeps_daily: u32,
    pub keeps_weekly: u32,
    pub keeps_monthly: u32,
}

/// One step of a practised restore; words at `backups.step.<name>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DrillStep {
    pub name: String,
    pub milliseconds: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DrillReport {
    pub id: String,
    pub made_at: Moment,
    pub steps: Vec<DrillStep>,
    /// Rows of all tables that came back.
    pub rows: i64,
    pub audit_lines: i64,
}

/// Puts a backup back; the password is that of the time it was made.
#[derive(Deserialize, TS)]
pub struct RestoreBackup {
    pub id: String,
    pub password: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Restored {
    pub made_at: Moment,
    pub audit_lines: i64,
    /// Folder in which the office of before was kept.
    pub kept: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfficeCheck {
    pub sound: bool,
    /// What the file's own check complains of.
    pub complaints: Vec<String>,
    pub audit_lines: i64,
    pub audit_broken_at: Option<i64>,
    pub rows: i64,
    /// What the marks outside the database, the backups, the books or the trail say otherwise than the database.
    pub found: Vec<Complaint>,
    /// Records that stand otherwise than the trail last told of them.
    pub differences: Vec<Difference>,
    /// Whether a fresh copy was made, opened and compared.
    pub copy_opens: bool,
}
