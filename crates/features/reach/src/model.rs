//! Nouns of reaching families.

use kernel::Day;
use kernel::id::{PartyId, PersonId};
use office::association::Calendar;
use office::figure::Worked;
use office::list;
use office::span::Span;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    /// What a file lacks: what makes it eligible, then what the office must know.
    Gap {
        Name = "name", Identity = "identity", Contact = "contact", Residence = "residence", Class = "class",
        Researcher = "researcher", FamilySize = "family_size", Consent = "consent",
    }
}
list! {
    /// How the last contact was made.
    ContactKind { Visit = "visit", Request = "request", Reception = "reception" }
}
list! { IdentityEnd { Expired = "expired", Soon = "soon", Unknown = "unknown" } }

/// After how many days without contact a family is out of reach; how many days before its end an identity record is asked
/// for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReachSettings {
    pub silent_days: i64,
    pub expiry_days: i64,
}

impl Default for ReachSettings {
    fn default() -> Self {
        Self { silent_days: 60, expiry_days: 30 }
    }
}

/// A family nobody has spoken to for long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnreachedLine {
    pub party: PartyId,
    pub file_no: String,
    pub name: String,
    pub class: String,
    pub governorate: String,
    pub city: String,
    pub mobile: String,
    pub researcher_name: String,
    /// None where there never was any.
    pub last: Option<Day>,
    pub last_kind: Option<ContactKind>,
    /// Since the last contact, or since the file was opened.
    pub days: i32,
    /// The next one that is planned.
    pub planned: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnreachedPage {
    pub lines: Vec<UnreachedLine>,
    pub total: i64,
    /// The days that were asked for.
    pub days: i64,
    /// Of all that were found: those for whom nothing is planned.
    pub unplanned: i64,
    pub settings: ReachSettings,
    pub version: i64,
    /// What the list can be narrowed by.
    pub governorates: Vec<String>,
    pub researchers: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IdentityLine {
    pub party: PartyId,
    pub file_no: String,
    pub name: String,
    pub identity_masked: String,
    pub expires_on: Option<Day>,
    /// Below zero where it has expired.
    pub days: Option<i32>,
    pub end: IdentityEnd,
    pub mobile: String,
    pub researcher_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IdentityPage {
    pub lines: Vec<IdentityLine>,
    pub total: i64,
    pub expired: i64,
    pub soon: i64,
    pub unknown: i64,
    pub days: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GapLine {
    pub party: PartyId,
    pub file_no: String,
    pub name: String,
    pub class: String,
    pub governorate: String,
    pub researcher_name: String,
    pub gaps: Vec<Gap>,
    /// How many they are.
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LackCount {
    pub gap: Gap,
    pub files: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GapPage {
    pub lines: Vec<GapLine>,
    pub total: i64,
    /// Active files, and those of them that lack nothing.
    pub files: i64,
    pub complete: i64,
    /// How many lack what, whatever was asked for.
    pub counts: Vec<LackCount>,
}

/// What somebody did in a month, beside the month before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorkLine {
    pub now: Worked,
    pub before: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorkerMonth {
    pub person: PersonId,
    pub name: String,
    pub calendar: Calendar,
    pub year: i32,
    /// 1–12
    pub month: u32,
    /// No further than today.
    pub span: Span,
    pub previous: Span,
    pub works: Vec<WorkLine>,
    /// Whom this person may look at: themselves, or everybody.
    pub people: Vec<MonthOf>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MonthOf {
    pub person: PersonId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TeamLine {
    pub person: PersonId,
    pub name: String,
    pub works: Vec<Worked>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TeamMonth {
    pub calendar: Calendar,
    pub year: i32,
    pub month: u32,
    pub span: Span,
    pub lines: Vec<TeamLine>,
}
