//! Nouns of privacy.

use kernel::id::{PartyId, RetentionId};
use kernel::{Day, Moment};
use office::list;
use serde::Serialize;
use ts_rs::TS;

list! { RetentionKind { Keep = "keep", Anonymise = "anonymise" } }
list! { RetentionState { Kept = "kept", Waiting = "waiting", Done = "done", Dropped = "dropped" } }

/// Somebody looked at something that is kept of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LookLine {
    pub seq: i64,
    pub at: Moment,
    pub person_name: String,
    /// The command they did it by; its words are `command.<command>`.
    pub command: String,
    /// view, print, export
    pub action: String,
    /// The record they looked at, as it is known.
    pub record: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LooksPage {
    pub lines: Vec<LookLine>,
    /// Ask with this `before` for the next page; nothing when this was the last one.
    pub next: Option<i64>,
}

/// A file that has ended so long ago that its data are due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RetentionLine {
    pub party: PartyId,
    pub file_no: String,
    pub name: String,
    /// `closed` or `graduated`.
    pub status: String,
    pub since: Day,
    /// The day from which it is to be decided.
    pub due: Day,
    /// The keys of the features in which something of theirs still goes on: `feature.<name>`.
    pub goes_on: Vec<String>,
    /// What was decided last.
    pub request: Option<RetentionId>,
    pub state: Option<RetentionState>,
    pub reason: String,
    pub until: Option<Day>,
    pub asked_by_name: String,
    /// Why whoever asks may not take them out: the name of a refusal, or of a permission.
    pub cannot: Option<String>,
    /// Whether whoever asks asked for it.
    pub mine: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RetentionPage {
    pub lines: Vec<RetentionLine>,
    pub total: i64,
    pub months: i64,
    /// The decision the rule rests on; empty where it stands as shipped.
    pub decision: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RetentionVersion {
    pub version: i64,
    pub months: i64,
    pub decision: String,
    pub set_by_name: String,
    pub set_at: Option<Moment>,
}

/// How long data are kept, each time it was set, the newest first; as shipped where nobody has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RetentionRules {
    pub versions: Vec<RetentionVersion>,
}
