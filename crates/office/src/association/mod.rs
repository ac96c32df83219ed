//! The association itself: its names, licence, logo, region, fiscal year, and how it likes digits and dates.
//!
//! One row in the database. The people of the office live in `staff`; the first run, which creates all of it, in
//! `session`.

pub mod model;
mod queries;
pub mod rules;
mod save;
pub mod store;

pub use model::{AssociationProfile, Calendar, Digits, Logo, Picture};
pub use rules::{LARGEST_LOGO, REFUSALS, tidy};
pub use store::{insert, is_demo, picture, profile};

use crate::feature::Feature;
use crate::inbox::Upload;
use crate::input::Nothing;
use crate::permission::{ASSOCIATION_MANAGE, OFFICE_USE};
use model::{AssociationSheet, LogoFile, SaveAssociation};

/// The name of the association among the records that have versions; there is one.
const RECORD: &str = "association";

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "association",
    commands: COMMANDS,
    refusals: &[REFUSALS],
    views: &["association"],
    owns: &["association"],
    uploads: &[Upload { command: "association.save", largest: LARGEST_LOGO }],
    ..Feature::EMPTY
};

crate::commands! { "association",
    read  profile (Nothing) -> AssociationSheet,         needs OFFICE_USE,         shows   [association];
    read  logo    (Nothing) -> LogoFile,         needs OFFICE_USE,         shows   [association];
    write save    (SaveAssociation) -> Nothing,  needs ASSOCIATION_MANAGE, touches [association, session];
}
