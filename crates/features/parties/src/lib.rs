//! People, households and organisations: who they are, how they are reached, who belongs to whom, what they agreed to,
//! and who may be the same.
//!
//! A party is whoever the association has to do with; what it is to the association (the holder of a file, a donor, a
//! guarantor) says the feature that stands on this one. So this feature has no screen and no command: its doors judge and
//! write, whoever calls them decides who may, and writes the audit line under its own noun. It tells `party` changed to
//! those who follow.

mod anonymise;
mod check_identity;
mod comparison;
mod consents;
mod household;
pub mod inputs;
mod likeness;
mod marital;
mod merging;
pub mod model;
pub mod rules;
mod store;
mod taking_back;
mod writing;

pub use anonymise::anonymise;
pub use check_identity::{check_identity, revealed, save_check};
pub use comparison::{Pair, compare};
pub use consents::{EDITION, consents, give_consent, took_back, withdraw_consent};
pub use household::{add_member, change_member, found_under, households_of, insert_member, members, remove_member};
pub use likeness::{known_as, known_different, likely_duplicates, likely_to, mark_different};
pub use marital::{marital_code, marital_words};
pub use merging::{given_back, merge, merged_into, taken_over, undo_merge, written};
pub use model::{
    Consent, ConsentPurpose, Identity, IdentityKind, Likely, Member, Merged, Party, PartyFacts, PartyKind, Relation,
    ShownIdentity, TypedIdentity,
};
pub use rules::{REFUSALS, TEXT_TOO_LONG, identity as typed_identity, line};
pub use store::{
    RECORD, find_party, holder_of, identity, identity_prints, insert, joined_into, name_of_member, numbered, party,
    subject, touched, trace,
};
pub use taking_back::{Resting, remove_imported, resting};
pub use writing::{add, change, standing};

use office::feature::Feature;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "parties",
    refusals: &[REFUSALS],
    owns: &["party", "party_identifier", "party_contact", "party_link", "party_merge", "consent", "duplicate_verdict"],
    publishes: &[
        "party_name",
        "party_card",
        "party_place",
        "party_unconsented",
        "party_identified",
        "party_consented",
        "party_seat",
        "party_known",
    ],
    ..Feature::EMPTY
};
