//! Nouns of parties and their files.

use kernel::arabic::Sex;
use kernel::id::{PartyId, PersonId};
use kernel::{Day, Moment, Money};
use office::list;
use office::record::RecordVersion;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    /// A person, several who live together, or an organisation.
    PartyKind { Person = "person", Household = "household", Organisation = "organisation" }
}
list! {
    /// The life of a file: registered → active ⇄ suspended → graduated or closed; the last two can be opened again.
    FileStatus {
        Registered = "registered", Active = "active", Suspended = "suspended", Graduated = "graduated", Closed = "closed",
    }
}
list! {
    IdentityKind {
        NationalId = "national_id", Iqama = "iqama", FamilyCard = "family_card", GccId = "gcc_id", Passport = "passport",
        TravelCard = "travel_card", BorderNo = "border_no", UnifiedNo = "unified_no", LicenceNo = "licence_no",
    }
}
list! {
    /// What a member of the household is to the one whose file it is.
    Relation {
        Head = "head", Spouse = "spouse", Child = "child", Parent = "parent", Sibling = "sibling", Guardian = "guardian",
        Agent = "agent", Member = "member",
    }
}
list! { ConsentPurpose { Keep = "keep", Share = "share", Photo = "photo" } }
list! { ConsentForm { Signed = "signed", Spoken = "spoken", Electronic = "electronic" } }

/// What a person types about a party and its file. Empty texts and `None` mean that nobody has said yet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Facts {
    pub name: String,
    pub sex: Option<Sex>,
    pub born_on: Option<Day>,
    /// A code of the list (`single`, `married` …), or what an older register said.
    pub marital_status: String,
    pub mobile: String,
    pub other_mobile: String,
    pub phone: String,
    pub email: String,
    pub region: String,
    pub governorate: String,
    pub city: String,
    pub district: String,
    pub street: String,
    pub building_no: String,
    pub unit_no: String,
    pub postal_code: String,
    pub additional_no: String,
    /// Four letters and four digits.
    pub short_address: String,
    pub target_group: String,
    /// `a` to `d`; empty before the family has been classified.
    pub class: String,
    pub researcher_name: String,
    /// The person of the office behind the researcher's name.
    pub researcher: Option<PersonId>,
    pub next_review_on: Option<Day>,
    /// People in the family, the head included; 0–99.
    pub family_size: Option<i64>,
    pub monthly_income: Option<Money>,
    pub social_security: Option<bool>,
    pub social_security_amount: Option<Money>,
    pub iban: String,
    /// A long text; what an older register noted stands here.
    pub notes: String,
}

/// An identity record as it is typed. Without a number the one that is known stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(default)]
pub struct TypedIdentity {
    /// Follows from the first digit for national identity and residence permit.
    pub kind: Option<IdentityKind>,
    pub number: Option<String>,
    pub expires_on: Option<Day>,
}

/// An identity record as screens see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShownIdentity {
    pub kind: IdentityKind,
    /// `105*****74`
    pub masked: String,
    pub expires_on: Option<Day>,
    pub checked_on: Option<Day>,
    pub checked_by: Option<String>,
    /// Why the number stands although another party has it or its check digit is wrong; empty where nothing is wrong.
    pub exception: String,
}

/// An identity record with its number. Stays inside the core.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    pub kind: IdentityKind,
    pub number: String,
    pub expires_on: Option<Day>,
    pub checked_on: Option<Day>,
    pub checked_by: Option<PersonId>,
    pub checked_by_name: Option<String>,
    pub exception: String,
}

/// A party with everything that makes one file, as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub id: PartyId,
    pub kind: PartyKind,
    pub facts: Facts,
    pub identity: Option<Identity>,
    pub merged_into: Option<PartyId>,
    pub changed_at: Moment,
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
pub struct Member {
    pub party: PartyId,
    /// Sent back with a change of the member.
    pub record: RecordVersion,
    pub name: String,
    pub relation: Relation,
    pub sex: Option<Sex>,
    pub born_on: Option<Day>,
    pub identity_masked: String,
    pub note: String,
    pub since: Day,
    /// The file of their own, when they have one.
    pub file_no: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaseNote {
    pub number: i64,
    pub at: Moment,
    pub by: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Consent {
    pub number: i64,
    pub purpose: ConsentPurpose,
    pub text_version: String,
    pub text: String,
    pub form: ConsentForm,
    pub given_on: Day,
    pub withdrawn_on: Option<Day>,
    pub recorded_by: String,
}

/// Somebody who may be the same person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Likely {
    pub party: PartyId,
    pub file_no: Option<String>,
    pub name: String,
    pub identity_masked: String,
    pub mobile: String,
    pub city: String,
    pub born_on: Option<Day>,
    /// 0–100; from 50 possible, from 75 strong.
    pub points: u8,
    pub verdict: kernel::arabic::Verdict,
    pub same_mobile: bool,
}

/// A party that was merged into this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Merged {
    pub party: PartyId,
    pub name: String,
    pub file_no: Option<String>,
    pub reason: String,
    pub at: Moment,
    pub by: String,
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
    pub next: Vec<NextStatus>,
    pub members: Vec<Member>,
    pub notes: Vec<CaseNote>,
    pub consents: Vec<Consent>,
    pub likely: Vec<Likely>,
    pub merged: Vec<Merged>,
    /// Where this file went, when it was merged into another.
    pub merged_into: Option<PartyId>,
}
