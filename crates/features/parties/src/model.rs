//! Nouns of parties.

use kernel::arabic::{Sex, Verdict};
use kernel::id::{PartyId, PersonId};
use kernel::{Day, Moment};
use office::feature::KnownNumber;
use office::list;
use office::record::RecordVersion;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    /// A person, several who live together, or an organisation.
    PartyKind { Person = "person", Household = "household", Organisation = "organisation" }
}
list! {
    IdentityKind {
        NationalId = "national_id", Iqama = "iqama", FamilyCard = "family_card", GccId = "gcc_id", Passport = "passport",
        TravelCard = "travel_card", BorderNo = "border_no", UnifiedNo = "unified_no", LicenceNo = "licence_no",
    }
}
list! {
    /// What a member of the household is to the one whose household it is.
    Relation {
        Head = "head", Spouse = "spouse", Child = "child", Parent = "parent", Sibling = "sibling", Guardian = "guardian",
        Agent = "agent", Member = "member",
    }
}
list! { ConsentPurpose { Keep = "keep", Share = "share", Photo = "photo" } }
list! { ConsentForm { Signed = "signed", Spoken = "spoken", Electronic = "electronic" } }

office::record! {
    /// What a person types about a party. Empty texts and `None` mean that nobody has said yet.
    PartyFacts in "party" key "id" {
        /// As on the identity card; never split.
        name: String,
        /// Why the name stands with fewer than four parts; empty where it has them, or nobody has said.
        name_exception: String,
        sex: Option<Sex>,
        born_on: Option<Day>,
        /// A code of the list (`single`, `married` …), or what an older register said.
        marital_status: String,
        region: String,
        governorate: String,
        city: String,
        district: String,
        street: String,
        building_no: String,
        unit_no: String,
        postal_code: String,
        additional_no: String,
        /// Four letters and four digits.
        short_address: String,
    }
    beside {
        mobile: String,
        other_mobile: String,
        phone: String,
        email: String,
    }
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

impl Identity {
    pub fn shown(&self) -> ShownIdentity {
        ShownIdentity {
            kind: self.kind,
            masked: kernel::saudi::masked(&self.number),
            expires_on: self.expires_on,
            checked_on: self.checked_on,
            checked_by: self.checked_by_name.clone(),
            exception: self.exception.clone(),
        }
    }
}

/// A party with its contacts and its identity record, as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub id: PartyId,
    pub kind: PartyKind,
    pub facts: PartyFacts,
    pub identity: Option<Identity>,
    pub merged_into: Option<PartyId>,
    pub changed_at: Moment,
}

impl Party {
    /// The number of its identity record; empty without one.
    pub fn number(&self) -> &str {
        self.identity.as_ref().map_or("", |identity| identity.number.as_str())
    }
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
    /// The numbers under which they are known themselves: a file of their own.
    pub known_as: Vec<KnownNumber>,
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
    pub known_as: Vec<KnownNumber>,
    pub name: String,
    pub identity_masked: String,
    pub mobile: String,
    pub city: String,
    pub born_on: Option<Day>,
    /// 0–100; from 50 possible, from 75 strong.
    pub points: u8,
    pub verdict: Verdict,
    pub same_mobile: bool,
}

/// A party that was merged into another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Merged {
    pub party: PartyId,
    pub name: String,
    pub known_as: Vec<KnownNumber>,
    pub reason: String,
    pub at: Moment,
    pub by: String,
}
