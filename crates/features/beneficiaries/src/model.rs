//! Nouns of files.

use kernel::id::{PartyId, PersonId};
use kernel::{Day, Moment, Money};
use office::list;
use office::record::RecordVersion;
use parties::{Consent, Likely, Member, Merged, PartyFacts, PartyKind, ShownIdentity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    /// The life of a file: registered → active ⇄ suspended → graduated or closed; the last two can be opened again.
    FileStatus {
        Registered = "registered", Active = "active", Suspended = "suspended", Graduated = "graduated", Closed = "closed",
    }
}
office::record! {
    /// What a person types about a file, beside its party. Empty texts and `None` mean that nobody has said yet.
    CaseFacts in "case_file" key "party" {
        target_group: String,
        /// `a` to `d`; empty before the family has been classified.
        class: String,
        researcher_name: String,
        /// The person of the office behind the researcher's name.
        researcher: Option<PersonId>,
        next_review_on: Option<Day>,
        /// People in the family, the head included; 0–99.
        family_size: Option<i64>,
        monthly_income: Option<Money>,
        social_security: Option<bool>,
        social_security_amount: Option<Money>,
        iban: String,
        /// A long text; what an older register noted stands here.
        notes: String,
    }
}

/// What the form of a file holds: of its party, and of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Facts {
    #[serde(flatten)]
    pub party: PartyFacts,
    #[serde(flatten)]
    pub case: CaseFacts,
}

/// The file's own row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileHead {
    pub file_no: String,
    pub status: FileStatus,
    pub status_since: Day,
    pub status_reason: String,
    pub opened_on: Day,
    pub imported: bool,
}

/// One thing a file needs before it may become active (name, valid civil record, contact, residence).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Condition {
    /// `name`, `civil_record`, `contact`, `residence`
    pub key: String,
    pub met: bool,
    /// What is missing: the key of its words, `beneficiaries.gap.<gap>`; empty when it is met.
    pub gap: String,
    /// What is there.
    pub shown: String,
    pub until: Option<Day>,
}

/// A status the file may take next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NextStatus {
    pub status: FileStatus,
    pub needs_reason: bool,
    /// Whether something is missing first.
    pub blocked: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaseNote {
    pub number: i64,
    pub at: Moment,
    pub by: String,
    pub text: String,
}

/// Everything on the page of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaseFile {
    pub party: PartyId,
    pub kind: PartyKind,
    /// The moment of the last change, sent back with a change so that two people do not overwrite each other.
    pub record: RecordVersion,
    pub file_no: String,
    pub status: FileStatus,
    pub status_since: Day,
    pub status_reason: String,
    pub opened_on: Day,
    pub imported: bool,
    pub facts: Facts,
    pub identity: Option<ShownIdentity>,
    pub conditions: Vec<Condition>,
    /// What features above ask for before a registered file becomes active.
    pub gates: Vec<office::gate::Condition>,
    pub next: Vec<NextStatus>,
    pub members: Vec<Member>,
    pub notes: Vec<CaseNote>,
    pub consents: Vec<Consent>,
    pub likely: Vec<Likely>,
    pub merged: Vec<Merged>,
    /// Where this file went, when it was merged into another.
    pub merged_into: Option<PartyId>,
}
