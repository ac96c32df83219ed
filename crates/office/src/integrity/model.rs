//! Nouns of what is compared.

use kernel::{Moment, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A kind of record that verification compares with what the audit trail last told of it.
pub struct Compared {
    /// The noun under which its changes stand in the trail.
    pub noun: &'static str,
    /// How its records stand now: all of them, or the one with this identifier.
    pub stand: fn(&database::Read<'_>, Option<&str>) -> Result<Vec<Standing>>,
    /// Where the words of a field's values stand, by field; a field without them is never shown with its value.
    pub words: &'static [(&'static str, &'static str)],
}

/// How a record stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub subject: String,
    /// The name people know it by.
    pub label: String,
    pub fields: BTreeMap<&'static str, String>,
}

/// What a feature looks over when the office is verified: nothing, or what is wrong.
pub type LooksOver = fn(&database::Read<'_>) -> Result<Vec<Complaint>>;

/// Something that is not as it was: its sentence is `integrity.<kind>`, filled with `args`. An argument whose name ends in
/// `_key` names words, one that ends in `_at` is a moment in microseconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Complaint {
    pub kind: String,
    /// What tells it apart from others of its kind.
    pub subject: String,
    pub args: BTreeMap<String, String>,
}

/// A complaint by its kind, what tells it apart, and what fills its sentence.
pub fn complaint<const N: usize>(kind: &str, subject: impl ToString, args: [(&str, String); N]) -> Complaint {
    let args = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Complaint { kind: kind.to_owned(), subject: subject.to_string(), args }
}

/// A record that differs from what the trail last told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Difference {
    pub noun: String,
    pub subject: String,
    pub label: String,
    pub field: String,
    /// As the database has it; empty for what is not shown.
    pub stands: String,
    /// As the trail told it last; empty for what is not shown.
    pub told: String,
    /// By whom and when it was last told.
    pub by: String,
    pub at: Moment,
    /// The number of that line.
    pub line: i64,
}

/// Something everybody is told of until an administrator has said a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "IntegrityNotice")]
pub struct Notice {
    pub number: i64,
    pub found_at: Moment,
    pub complaint: Complaint,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "IntegrityNotices")]
pub struct Notices {
    pub notices: Vec<Notice>,
    /// The clock of this machine does not fit the past of the office; nothing is dated until somebody says it is right.
    pub clock: Option<ClockDoubt>,
}

/// A clock that does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockDoubt {
    /// What the clock says.
    pub now: Moment,
    /// The newest moment the office knows of.
    pub newest: Moment,
}

/// A word on a notice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct Acknowledge {
    pub number: i64,
    /// What was found out about it.
    pub word: String,
}
