//! What a feature hands over to the doors; commands that do nothing else with it take it as their input.

use crate::model::{ConsentForm, ConsentPurpose, Likely, PartyFacts, PartyKind, Relation, TypedIdentity};
use kernel::Day;
use kernel::arabic::Sex;
use kernel::id::PartyId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A pair that was looked at and is two people.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct DifferentFrom {
    pub party: PartyId,
    pub reason: String,
}

/// A party that is new to the office.
pub struct NewParty {
    pub id: PartyId,
    pub kind: PartyKind,
    pub facts: PartyFacts,
    pub identity: TypedIdentity,
    /// Who looks like this party and is another one.
    pub different: Vec<DifferentFrom>,
    /// Why a number may stand that another party has, or that fails its check digit. Whether the person who asks may
    /// say so, the caller decides.
    pub exception: String,
}

/// What is known of a party, written anew.
pub struct ChangedParty {
    pub id: PartyId,
    /// The version the change began from.
    pub version: i64,
    pub facts: PartyFacts,
    pub identity: TypedIdentity,
    pub different: Vec<DifferentFrom>,
    pub exception: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct AddMember {
    /// Whose household.
    pub party: PartyId,
    /// The member: an identifier the client makes, or that of a party the office knows.
    pub member: PartyId,
    pub relation: Relation,
    /// Left out for a party the office knows.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub sex: Option<Sex>,
    #[serde(default)]
    pub born_on: Option<Day>,
    #[serde(default)]
    pub identity: TypedIdentity,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub exception: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct ChangeMember {
    /// Whose household.
    pub party: PartyId,
    pub member: PartyId,
    /// The version of the member the change began from.
    pub version: i64,
    pub relation: Relation,
    pub name: String,
    #[serde(default)]
    pub sex: Option<Sex>,
    #[serde(default)]
    pub born_on: Option<Day>,
    /// Without a number the one that is known stays.
    #[serde(default)]
    pub identity: TypedIdentity,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub exception: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct RemoveMember {
    pub party: PartyId,
    pub member: PartyId,
    pub reason: String,
}

/// The original was seen and agrees with what is written.
#[derive(Debug, Deserialize, TS)]
pub struct CheckIdentity {
    pub party: PartyId,
    #[serde(default)]
    pub expires_on: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RevealedIdentity {
    pub number: String,
}

/// What is typed so far, to look for people who may be the same.
#[derive(Debug, Deserialize, TS)]
pub struct WhoIsLike {
    /// The party being changed, which is not like itself.
    #[serde(default)]
    pub party: Option<PartyId>,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub identity: String,
    #[serde(default)]
    pub mobile: String,
    #[serde(default)]
    pub born_on: Option<Day>,
    #[serde(default)]
    pub sex: Option<Sex>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LikelyPeople {
    pub people: Vec<Likely>,
}

#[derive(Debug, Deserialize, TS)]
pub struct MarkDifferent {
    pub first: PartyId,
    pub second: PartyId,
    pub reason: String,
}

/// Two parties that turn out to be one.
pub struct MergeParties<'a> {
    /// The party that stays.
    pub keep: PartyId,
    /// The party that turns out to be the same.
    pub merge: PartyId,
    /// Fields of [`PartyFacts`] to take over where both say something; others are passed by. The identity record of each
    /// stays its own.
    pub take: &'a [String],
    pub reason: &'a str,
}

#[derive(Debug, Deserialize, TS)]
pub struct GiveConsent {
    pub party: PartyId,
    pub purpose: ConsentPurpose,
    pub form: ConsentForm,
    pub given_on: Day,
}

#[derive(Debug, Deserialize, TS)]
pub struct WithdrawConsent {
    pub party: PartyId,
    pub number: i64,
    pub on: Day,
}
