//! Nouns of the audit trail.

use kernel::id::PersonId;
use kernel::{Day, Moment};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to look for; every part may be left out. Days are civil days in Riyadh, both ends included.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct AuditFilter {
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub person: Option<PersonId>,
    pub action: Option<String>,
    pub feature: Option<String>,
    /// Identifier of a record: its own history.
    pub subject: Option<String>,
    /// Words in the name of the record; Arabic-tolerant.
    pub text: Option<String>,
    /// Only lines before this number: the next page.
    pub before: Option<i64>,
    /// 1–500; 100 when left out.
    pub limit: Option<i64>,
}

/// One's own history.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct OwnHistory {
    pub before: Option<i64>,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AuditLine {
    pub seq: i64,
    pub at: Moment,
    pub person: Option<PersonId>,
    /// Empty when nobody was signed in, as at a wrong password.
    pub person_name: String,
    pub command: String,
    /// view, print, export, change, door
    pub action: String,
    pub subject_kind: String,
    pub subject: String,
    pub summary: String,
    #[ts(type = "unknown")]
    pub before: serde_json::Value,
    #[ts(type = "unknown")]
    pub after: serde_json::Value,
    /// done, refused:<code>, forbidden, broken:<reference>
    pub outcome: String,
}

/// What the filters can be set to, with counts over the chosen period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuditFacet {
    pub value: String,
    pub label: String,
    pub count: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct AuditFacets {
    pub people: Vec<AuditFacet>,
    pub actions: Vec<AuditFacet>,
    pub features: Vec<AuditFacet>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AuditPage {
    pub lines: Vec<AuditLine>,
    /// Ask with this `before` for the next page; nothing when this was the last one.
    pub next: Option<i64>,
    pub facets: AuditFacets,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChainState {
    pub lines: i64,
    pub intact: bool,
    /// The first line that does not fit, when there is one.
    pub broken_at: Option<i64>,
    /// Hexadecimal hash of the last line: the anchor that is printed and stored with each backup.
    pub head: String,
}

/// A period on paper, at most 2,000 lines.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AuditReport {
    pub from: Day,
    pub until: Day,
}
